"""Speech that is read late, or never: kept, marked, and asked for again."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.speech.speech import Heard
from darasa_reflex.providers.interviewer.local.ears.unread import UnreadSound
from tests.providers.local.call.local_room import (
    ScriptedTranscriber,
    ScriptedUtterance,
    a_room,
    settle,
)


class BusyTranscriber(ScriptedTranscriber):
    """Reads the stretches that a test lets it read, in the order they were said.

    Attributes:
        gates: Set one to have its stretch read.
    """

    def __init__(self, *texts):
        super().__init__(*texts)
        self.gates = []

    def utterance(self):
        return BusyUtterance(self)


class BusyUtterance(ScriptedUtterance):
    def __init__(self, transcriber):
        super().__init__(transcriber)
        self.gate = asyncio.Event()
        self.text = transcriber.texts[len(transcriber.gates)]
        transcriber.gates.append(self.gate)

    async def finish(self):
        await self.gate.wait()
        return Heard(self.text)


async def answered(room, *seconds):
    """Say an answer in stretches of these lengths, and wait until its turn is taken."""
    for length in seconds:
        await room.speak(length)
        await room.wait(0.5)
    async with asyncio.timeout(30):
        while not room.said():
            await room.wait(0.3)
            await asyncio.sleep(0.01)


async def next_reply(room):
    async with asyncio.timeout(30):
        while not room.replies():
            await room.wait(0.3)
            await asyncio.sleep(0.01)
    return room.replies()[0].message.content


def in_a_hurry(room):
    room.conversation.read_seconds = 0.05


async def test_an_answer_that_is_not_read_yet_is_marked_and_asked_for_again(clock):
    busy = BusyTranscriber("I led the move to the cloud.")
    async with a_room(clock, stt=Cast.of(busy)) as room:
        in_a_hurry(room)
        await room.listen_to_the_end()

        await answered(room, 9.0)
        reply = await next_reply(room)

        (said,) = room.said()
        ((begin, end),) = said.darasa.unread
        assert said.message.content == evi.NOT_UNDERSTOOD
        assert said.darasa.segments == ((begin, end),)
        assert 8_800 < end - begin < 9_300
        assert "type" in reply


async def test_its_words_come_as_soon_as_they_are_read(clock):
    busy = BusyTranscriber("I led the move to the cloud.")
    async with a_room(clock, stt=Cast.of(busy)) as room:
        in_a_hurry(room)
        await room.listen_to_the_end()
        await answered(room, 2.0)

        (said,) = room.said()
        busy.gates[0].set()
        whole = await said.late

    assert whole.message.content == "I led the move to the cloud."
    assert whole.darasa.unread == ()
    assert whole.time == said.time


async def test_what_is_missing_in_the_middle_is_marked_there(clock):
    busy = BusyTranscriber("First I asked.", "Then I measured.", "At last I built.")
    async with a_room(clock, stt=Cast.of(busy), patience_seconds=1.5) as room:
        in_a_hurry(room)
        await room.listen_to_the_end()
        for gate in (0, 1, 2):
            await room.speak(1.0)
            await room.wait(0.5)
            if gate != 1:
                busy.gates[gate].set()
                await settle()
        await answered(room)

    (said,) = room.said()
    assert said.message.content == f"First I asked. {evi.NOT_UNDERSTOOD} At last I built."
    assert len(said.darasa.unread) == 1


async def test_words_are_read_after_the_call_has_ended(clock):
    busy = BusyTranscriber("I led the move to the cloud.")
    async with a_room(clock, stt=Cast.of(busy)) as room:
        await room.listen_to_the_end()
        await room.speak(2.0)
        (said,) = await room.conversation.finish()
    busy.gates[0].set()

    whole = await said.late

    assert said.message.content == evi.NOT_UNDERSTOOD
    assert whole.message.content == "I led the move to the cloud."


async def test_a_dead_engine_leaves_a_mark(clock):
    async with a_room(clock, None) as room:
        await room.listen_to_the_end()

        await answered(room, 3.0)

        (said,) = room.said()
        assert said.message.content == evi.NOT_UNDERSTOOD
        assert said.late is None


async def test_sound_beyond_the_limit_is_not_kept_and_that_is_said(clock):
    async with a_room(clock, "Never read.") as room:
        room.conversation.ears.phrases.room = UnreadSound(most=32_000)
        await room.listen_to_the_end()

        await answered(room, 3.0)

        (said,) = room.said()
        assert said.message.content == evi.NOT_UNDERSTOOD
        assert room.conversation.ears.phrases.room.held == 0


@pytest.mark.parametrize("calls", [1, 3])
async def test_the_room_for_unread_sound_is_shared_by_all_calls(calls):
    shared = UnreadSound(most=calls * 100)
    each = [shared.of_a_call() for _ in range(calls)]

    taken = [call.take(100) for call in each]

    assert taken == [True] * calls
    assert not each[0].take(1)
    each[-1].give_back(100)
    assert each[0].take(1)
