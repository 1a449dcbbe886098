"""A question that was talked over in its middle is answered all the same."""

import pytest

from darasa_reflex.features.feedback.exchanges import Kind, exchanges
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion
from tests.features.feedback.transcripts import BACKEND

PLANNED = PlannedQuestion(
    key="q2", section="background", text="Why do you want to work in this role?", again="Why us?"
)


def an_exchange(text, *, cut_off=True, question="q2"):
    turns = (
        Said(index=0, speaker=Speaker.INTERVIEWER, text=text, cut_off=cut_off, question=question),
        Said(index=1, speaker=Speaker.ACTOR, text="Because I like the team.", question="q2"),
    )
    (found,) = exchanges(Material(job=BACKEND, turns=turns, planned=(PLANNED,)))
    return found


def test_it_counts_as_it_was_planned():
    found = an_exchange("Why do you")

    assert found.question == PLANNED.text
    assert found.kind is Kind.MOTIVATION
    assert not found.cut_off


@pytest.mark.parametrize(
    "turn",
    [
        {"text": "Why do you", "cut_off": False},
        {"text": "Why do you", "question": "q1"},
        {"text": "How is your"},
    ],
)
def test_nothing_else_is_completed(turn):
    assert an_exchange(**turn).question == turn["text"]
