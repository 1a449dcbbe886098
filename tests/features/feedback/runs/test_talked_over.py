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


def test_what_was_added_before_the_next_question_counts_for_the_one_before():
    other = PlannedQuestion(key="q3", section="behavioural", text="What went wrong?", again="")
    said = (
        (Speaker.INTERVIEWER, PLANNED.text, "q2"),
        (Speaker.ACTOR, "Because I like the team.", "q2"),
        (Speaker.INTERVIEWER, "I see.", "q3"),
        (Speaker.ACTOR, "And I use the product every day.", "q2"),
        (Speaker.INTERVIEWER, other.text, "q3"),
        (Speaker.ACTOR, "I broke the build.", "q3"),
    )
    turns = tuple(
        Said(index=index, speaker=speaker, text=text, question=question)
        for index, (speaker, text, question) in enumerate(said)
    )

    first, second = exchanges(Material(job=BACKEND, turns=turns, planned=(PLANNED, other)))

    assert [turn.index for turn in first.answered] == [1, 3]
    assert first.kind is Kind.MOTIVATION
    assert [turn.index for turn in second.answered] == [5]
