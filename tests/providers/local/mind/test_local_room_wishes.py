"""The buttons of the room and the end of the time, with real ears and a real mind."""

import asyncio

import pytest

from darasa_reflex.features.interviews import evi
from tests.providers.local.call.local_room import a_room

pytestmark = pytest.mark.slow


async def test_a_pressed_button_is_answered_and_is_no_answer(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.take(evi.Wish(wish="repeat"))
        await room.wait(0.3)

    assert room.said() == []
    assert room.replies()[-1].darasa.question == "q1"


async def test_skip_leads_to_the_next_question_and_keeps_what_was_begun(clock):
    async with a_room(clock, "i had just begun to") as room:
        await room.listen_to_the_end()
        await room.speak(1)
        await room.take(evi.Wish(wish="skip"))
        await room.wait(0.5)
        await asyncio.sleep(0.1)

    assert [m.message.content for m in room.said()] == ["i had just begun to"]
    assert {reply.darasa.question for reply in room.replies()} == {"q2"}


async def test_a_button_stops_the_interviewer(clock):
    async with a_room(clock) as room:
        await room.take(evi.Wish(wish="skip"))
        await room.wait(0.3)

    assert "user_interruption" in room.kinds()


async def test_in_a_moment_a_button_is_heeded_when_it_ends(clock):
    async with a_room(clock) as room:
        await room.listen_to_the_end()
        await room.take(evi.PauseAssistant())
        await room.take(evi.Wish(wish="repeat"))
        waiting = room.replies()
        await room.take(evi.ResumeAssistant())
        await room.wait(0.3)

    assert waiting == []
    assert room.replies()[-1].darasa.question == "q1"


async def test_at_zero_a_silent_candidate_hears_goodbye(clock):
    async with a_room(clock, minutes=1) as room:
        await room.listen_to_the_end()
        clock.seconds = 61
        await asyncio.sleep(0.4)
        await room.wait(6)
        await asyncio.sleep(0.2)

    assert "Our time is up." in words(room)
    assert room.seen[-1] == "over"


async def test_at_zero_an_answer_may_be_finished(clock):
    async with a_room(clock, "and so we saved the release", minutes=1) as room:
        await room.listen_to_the_end()
        clock.seconds = 59
        await room.speak(10)
        await asyncio.sleep(0.4)
        meanwhile = room.replies()
        await room.wait(2)
        await asyncio.sleep(0.3)
        (said,) = room.said()

    assert meanwhile == []
    assert not said.darasa.cut_off
    assert "Our time is up." in words(room)


async def test_fifteen_seconds_over_time_an_answer_is_cut_off(clock):
    async with a_room(clock, "and on and on", minutes=1) as room:
        await room.listen_to_the_end()
        clock.seconds = 59
        await room.speak(15)
        await asyncio.sleep(0.4)
        early = room.said()
        await room.speak(2)
        await asyncio.sleep(0.6)
        said = room.said()[0]

    assert early == []
    assert said.darasa.cut_off
    assert "Our time is up." in words(room)


async def test_a_moment_costs_no_interview_time(clock):
    async with a_room(clock, minutes=1) as room:
        await room.listen_to_the_end()
        await room.take(evi.PauseAssistant())
        clock.seconds += 100
        await asyncio.sleep(0.4)
        await room.take(evi.ResumeAssistant())
        await asyncio.sleep(0.4)

    assert "time is up" not in words(room)


def words(room):
    return " ".join(reply.message.content for reply in room.replies())
