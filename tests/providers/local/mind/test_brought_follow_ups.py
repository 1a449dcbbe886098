"""A follow-up that somebody brought with a question is asked, whatever was answered."""

from dataclasses import replace

import pytest

from darasa_reflex.features.interviews.engines.interviewer import SaidTurn
from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.state.exchange import Considered
from darasa_reflex.features.interviews.questions.own.choosing import Brought
from darasa_reflex.features.interviews.questions.own.listed import read
from darasa_reflex.features.interviews.questions.question_plan import make
from tests.providers.local.mind.test_mind import GOOD, brief, spoken, text_of

THEN = "Which of your colleagues would say the same?"
LIST = f"question,section,follow-up\nWhat was your worst week?,behavioural,{THEN}\n"


def a_dialogue(said=(), then=THEN, **how):
    plan = make(
        level="senior", title="Engineer", skills=("SQL",), minutes=10, seed=4,
        brought=Brought(own=read(LIST.replace(THEN, then)), use="only"),
    )  # fmt: skip
    about = replace(brief(minutes=10, said=said, **how), plan=plan)
    dialogue = Dialogue(about, seed=1)
    dialogue.opening()
    return dialogue


@pytest.mark.parametrize("answer", [GOOD, "It was bad.", "No, nothing like that, really."])
def test_it_is_asked_once_whatever_was_answered(answer):
    dialogue = a_dialogue()
    key = dialogue.open_question

    first = dialogue.answer(spoken(answer, 20_000))
    second = dialogue.answer(spoken(GOOD, 40_000))

    assert first.sentences[-1] == THEN
    assert first.question == key
    assert THEN not in text_of(second)


def test_it_is_repeated_like_any_question():
    dialogue = a_dialogue()
    dialogue.answer(spoken(GOOD, 20_000))

    again = dialogue.answer(spoken("Sorry, could you repeat that?", 30_000))

    assert THEN[1:] in text_of(again)


def test_what_a_mind_says_to_the_answer_comes_before_it_and_its_own_question_does_not():
    dialogue = a_dialogue()
    situation = dialogue.take(spoken(GOOD, 20_000))

    said = dialogue.follow(
        situation, Considered(sentences=("You added an index.", "Why an index?"), stays=True)
    )

    assert not situation.may_ask_on
    assert said.sentences == ("You added an index.", THEN)


def test_short_of_time_it_is_left():
    dialogue = a_dialogue()

    assert THEN not in text_of(dialogue.answer(spoken(GOOD, 9 * 60_000 + 20_000)))


def test_after_a_lost_line_it_is_not_asked_again():
    key = a_dialogue().open_question
    said = [
        SaidTurn(speaker="interviewer", text="What was your worst week?", question=key),
        SaidTurn(speaker="actor", text=GOOD, question=key),
        SaidTurn(speaker="interviewer", text=THEN, question=key),
    ]

    assert THEN not in text_of(a_dialogue(said=said).answer(spoken(GOOD, 60_000)))


def test_one_that_is_no_question_is_asked_too():
    then = "Explain that to somebody who is new here."

    assert a_dialogue(then=then).answer(spoken(GOOD, 20_000)).sentences[-1] == then
