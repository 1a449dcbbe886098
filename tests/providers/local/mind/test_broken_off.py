"""Half a sentence is let go on with, once; a whole one is an answer, however it ends."""

import pytest

from darasa_reflex.features.interviews.mind.heard.broken_off import breaks_off
from darasa_reflex.features.interviews.mind.locales.english import phrases
from tests.evaluations.interviews.people import held_out, odd, seen
from tests.providers.local.mind.test_mind import at, spoken


@pytest.mark.parametrize(
    "text",
    [
        "So they.",
        "The crane stopped, and",
        "I rang the port because",
        "We counted twice and then we",
        "The tide came in. So I",
        "I was about to",
        "It was my fault, because I had",
        "The new one was good, only she kept",
        "We had only my",
        "He pulled the lever, but then he...",
    ],
)
def test_half_a_sentence_breaks_off(text):
    assert breaks_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yes.",
        "",
        "Just my sister and I",
        "So did we.",
        "I stayed because I had.",
        "She was tired and so was I",
        "It was what it was",
        "Nobody knew the harbour better than I",
        "I did it then, and they did too",
        "There's always a but",
        "Which one was it, the or a?",
    ],
)
def test_what_can_be_all_does_not(text):
    assert not breaks_off(text)


def test_no_answer_of_the_simulated_candidates_breaks_off():
    told = [
        text
        for person in (*seen(), *held_out(), *odd())
        for story in (person.intro, person.plan, *person.stories)
        for text in (story.text, *story.more.values())
    ]

    assert [text for text in told if breaks_off(text)] == []


def test_who_breaks_off_is_let_go_on_and_all_of_it_is_one_answer():
    dialogue = at("behavioural")

    half = dialogue.answer(spoken("The crane stopped at noon. So we", spoken_ms=4_000))
    rest = dialogue.answer(spoken("unloaded by hand, because the", spoken_ms=4_000))

    assert half.sentences[0] in phrases.READY
    assert len(half.sentences) == 1
    assert half.question == rest.question
    assert rest.sentences[0] not in phrases.READY
    assert "So we\nunloaded by hand" in dialogue._thread.text


def test_who_asks_for_what_nobody_minds_is_allowed_it():
    replied = at("behavioural").answer(spoken("Is it okay if I use my notes?"))

    assert replied.sentences[0] in phrases.OF_COURSE
    assert replied.sentences[1] in phrases.READY
    assert replied.asked
