"""Candidates who ask something back, in the warm-up and later."""

import pytest

from darasa_reflex.features.interviews.mind.heard.asked_back import (
    Facts,
    asks_oneself,
    only_asks,
    reply_to,
)
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.interviews.mind.locales.english.catalogue import ENGLISH
from tests.providers.local.mind.test_mind import at, opened, spoken, text_of

FACTS = Facts(minutes=10, left_ms=4 * 60_000, questions=8)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("How long will this take?", "10 minutes"),
        ("Sure. Before we begin, how long does the interview last?", "10 minutes"),
        ("how long is this going to take", "10 minutes"),
        ("How much time do we have left?", "4 minutes left"),
        ("How many questions are there?", "8 planned"),
        ("Do I get feedback?", "feedback on the page"),
        ("Hi Robin! Will I get some feedback on my answers at the end?", "feedback on the page"),
        ("How long should my answers be?", "one or two minutes"),
        ("Can I type my answers instead?", "type any answer"),
        ("Is this a real interview?", "practice"),
        ("Shall we start?", "started"),
    ],
)
def test_what_is_true_of_the_interview_is_told_at_once(asked, told):
    assert told in reply_to(asked, FACTS, ENGLISH)
    assert only_asks(asked)


@pytest.mark.parametrize(
    "text",
    [
        "How long it took? About three weeks.",
        "I asked the customer how long this will take.",
        "What I did was talk to the team about how many questions there are.",
        "We got feedback from every customer, and so did I.",
        "How long did the outage last? I checked the logs first.",
        "I would ask: can I type my answers? Then I would wait.",
    ],
)
def test_answers_are_no_questions_about_the_interview(text):
    assert reply_to(text, FACTS, ENGLISH) == ""
    assert not only_asks(text)


@pytest.mark.parametrize(
    "text",
    ["How long will this take?", "Who will see this?", "Do I get feedback?", "What is the salary?"],
)
def test_a_question_in_the_warm_up_is_not_its_answer(text):
    mind = opened(warm_up=True)

    replied = mind.answer(spoken(text))
    after = mind.answer(spoken("Fine, it has been a quiet week."))

    assert replied.question == "warm-up"
    assert replied.sentences[-1].endswith("?")
    assert after.question == "q1"


def test_who_answers_the_warm_up_and_asks_gets_both():
    replied = opened(warm_up=True).answer(spoken("Good, thanks. How long will this take?"))

    assert replied.sentences[0] == "About 10 minutes in all."
    assert replied.question == "q1"


def test_courtesy_is_returned():
    for text in ("Good, and you?", "I'm fine, thank you! How about you?"):
        replied = opened(warm_up=True).answer(spoken(text))

        assert replied.sentences[0] == phrases.WELL_TOO
        assert replied.question == "q1"


def test_who_asks_in_the_middle_of_a_question_is_led_back_to_it_with_the_reply():
    replied = at("behavioural").answer(spoken("Sorry, how much time do we have left?"))

    assert "minutes left" in replied.sentences[0]
    assert replied.question == "q3"
    assert len(replied.sentences) == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("When does it start?", "The posting doesn't say, so I don't know."),
        ("How long will it take until you decide?", "The posting doesn't say, so I don't know."),
        ("Do I get feedback?", "I don't judge during the interview."),
    ],
)
def test_in_their_part_they_ask_about_the_job(asked, told):
    said = at("candidate").answer(spoken(asked)).sentences

    assert said[0] == told or (said[0].startswith("That isn't in the posting") and "know" in told)


def test_who_only_asks_is_moved_on_in_the_end():
    mind = opened(warm_up=True)
    for _ in range(3):
        replied = mind.answer(spoken("How long will this take?"))

    assert "10 minutes" in text_of(replied)
    assert replied.question == "q1"


def test_who_first_asks_before_they_answer_speaks_to_us():
    assert not asks_oneself("Before I answer, which shifts are these?")
    assert asks_oneself("What would I have done without her?")


@pytest.mark.parametrize(
    "asked",
    [
        "Is the position permanent?",
        "Is this part-time, or do I have to come in every day?",
        "Would I have to relocate?",
    ],
)
def test_what_the_job_is_like_is_put_off_and_not_explained_as_the_question(asked):
    replied = at("behavioural").answer(spoken(asked))

    assert replied.sentences[0] in phrases.LATER


@pytest.mark.parametrize(
    "told",
    [
        "The crack was long. Is it permanent? I asked the glazier and filmed it for the owner.",
        "They rang at night. Do I have to come in? I went, since somebody had to feed the lambs.",
        "A rope held the gate. My first question was, is this a temporary fix? I wrote it down.",
    ],
)
def test_what_somebody_asked_in_their_story_is_not_put_off(told):
    replied = at("behavioural").answer(spoken(told))

    assert not set(replied.sentences) & set(phrases.LATER)


def test_who_tells_what_they_use_is_not_led_back_to_the_interview():
    replied = at("role").answer(
        spoken("Pencils I use for everything, and charcoal only on Sundays.")
    )

    assert not set(replied.sentences) & set(phrases.BACK_TO_IT)
