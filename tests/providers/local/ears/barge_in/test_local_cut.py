"""Talked over, the interviewer has said what was heard; what was not heard is still to be said."""

import asyncio

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.timing.audible import words_until
from tests.providers.local.call.local_room import QUESTIONS, SteadyVoice, a_room

SENTENCE = "What did you do yourself?"


@pytest.mark.parametrize(
    ("share", "heard"),
    [
        (0, ""),
        (0.1, ""),
        (0.16, "What"),
        (0.3, "What"),
        (0.5, "What did you"),
        (0.9, "What did you do"),
        (1, SENTENCE),
    ],
)
def test_a_word_counts_as_heard_when_it_was_heard_to_its_end(share, heard):
    assert words_until(SENTENCE, share) == heard


async def talk(room, seconds):
    """Speak, and give the interviewer's tasks the real time they look at."""
    for _ in range(round(seconds / 0.1)):
        await room.speak(0.1)
        await asyncio.sleep(0.01)


def cuts(room):
    return [m.darasa for m in room.seen if isinstance(m, evi.UserInterruption)]


async def test_what_was_heard_of_a_sentence_is_told_with_the_interruption(clock):
    async with a_room(clock, voice=SteadyVoice(4)) as room:
        await room.wait(1.5)
        await room.speak(1)
        (greeting,) = room.replies()

    ((key, heard),) = cuts(room)[0].heard.items()
    assert key == greeting.id
    assert heard == words_until(greeting.message.content, 2 / 4)
    assert 0 < len(heard) < len(greeting.message.content)


async def test_a_question_that_was_sent_and_not_heard_is_asked_again(clock):
    async with a_room(clock, "i was still about to", voice=SteadyVoice(4)) as room:
        await room.wait(2.9)
        await asyncio.sleep(0.15)  # so that the question is sent, a moment before its turn
        greeting, question = room.replies()
        await room.speak(0.9)
        await room.wait(7.0)  # words that break off are waited for longest
        await asyncio.sleep(0.15)
        said = room.said()
        again = room.replies()[2:]

    assert question.message.content == QUESTIONS[0].text
    (cut,) = cuts(room)
    assert cut.heard == {greeting.id: cut.heard[greeting.id], question.id: ""}
    assert said[0].darasa.question is None
    assert [reply.message.content for reply in again] == [QUESTIONS[0].text]


async def test_a_question_talked_over_in_its_middle_is_answered_by_that(clock):
    async with a_room(clock, "i build things for banks", voice=SteadyVoice(4)) as room:
        await room.wait(2.9)
        await asyncio.sleep(0.15)
        await room.wait(2.5)
        await talk(room, 2)
        await room.wait(1.2)
        await asyncio.sleep(0.15)
        said = room.said()

    (cut,) = cuts(room)
    assert list(cut.heard.values()) == [words_until(QUESTIONS[0].text, cut_share(room, clock))]
    assert said[0].darasa.question == "q1"


def cut_share(room, clock):
    """How much of the question was heard: half a second of speech, and what came before it."""
    question = room.replies()[1].id
    heard = room.conversation.mouth.heard.utterances[question]
    return (heard.ended_ms - heard.began_ms) / 4_000


@pytest.mark.parametrize("act", [evi.UserInput(text="Repeat please."), evi.Wish(wish="skip")])
async def test_who_types_or_presses_a_button_has_the_words_before_them(clock, act):
    async with a_room(clock, voice=SteadyVoice(4)) as room:
        await room.wait(2)
        await room.take(act)

    assert cuts(room) == [None]


async def after_typing_over_the_greeting(clock, text):
    """Return what the interviewer says next; the question was not sent yet."""
    async with a_room(clock, voice=SteadyVoice(4)) as room:
        await room.wait(1)
        await room.take(evi.UserInput(text=text))
        await room.wait(0.3)
        await asyncio.sleep(0.15)
        return [reply.message.content for reply in room.replies()[1:]]


async def test_what_is_typed_before_a_question_was_asked_is_no_answer_to_it(clock):
    assert await after_typing_over_the_greeting(clock, "Hello, I am Ada.") == [QUESTIONS[0].text]


@pytest.mark.parametrize(
    ("text", "reply"),
    [("Please skip it.", QUESTIONS[1].text), ("Please stop the interview.", "we can stop here")],
)
async def test_who_wants_to_leave_it_need_not_hear_it_first(clock, text, reply):
    async with a_room(clock, text, voice=SteadyVoice(4)) as room:
        await room.wait(1)
        await room.speak(1)
        await room.wait(1.5)
        await asyncio.sleep(0.15)
        await room.wait(4)
        await asyncio.sleep(0.15)
        said = [message.message.content for message in room.replies()]

    assert reply in " ".join(said)
    assert QUESTIONS[0].text not in said


async def test_words_to_say_that_nobody_heard_do_not_stand_for_an_answer(clock):
    async with a_room(clock, "i build things", "and i test them", voice=SteadyVoice(4)) as room:
        await room.listen_to_the_end()
        await room.take(evi.AssistantInput(text="Is one minute enough?"))
        await asyncio.sleep(0.02)
        await room.speak(1)
        await room.wait(1.2)
        await asyncio.sleep(0.15)
        replies = [reply.message.content for reply in room.replies()]

    assert replies[0] == "Is one minute enough?"
    assert len(replies) > 1
    assert "Is one minute enough?" not in replies[1:]
