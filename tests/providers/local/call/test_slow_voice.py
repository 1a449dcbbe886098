"""A voice that takes its time, as on a busy machine: what candidates say does not wait for it."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines.speech.speech import Spoken
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.providers.interviewer.local.provider import LocalInterviewer
from darasa_reflex.providers.mind.scripted import Scripted
from tests.conftest import a_job, person
from tests.features.interviews.doubles import FakeLine, engines, typed
from tests.providers.local.call.local_room import ScriptedTranscriber, a_room

ANSWER = "I led a team of three people for two years."
LEAVE = "Please stop the interview."


class GatedVoice:
    """Makes no sound until its gate is opened."""

    label = "Gated."
    obstacle = None

    def __init__(self):
        self.asked, self.given_up = [], []
        self.gate = asyncio.Event()

    async def speak(self, text):
        self.asked.append(text)
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.given_up.append(text)
            raise
        return Spoken(b"\1\0" * 22_050, 22_050)


async def until(condition):
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.mark.one_database
async def test_what_is_typed_is_kept_and_shown_while_the_voice_is_still_at_work(db, clock):
    voice = GatedVoice()
    ears, voices, minds = Cast.of(ScriptedTranscriber()), Cast.of(voice), Cast.of(Scripted())
    interviewer = LocalInterviewer(stt=ears, tts=voices, mind=minds, clock=clock)
    calls = Calls(db, clock, engines(interviewer), CallLimits())
    interviews = Interviews(db, clock, calls, limit=None)
    ada = person(db, "Ada")
    started = await interviews.start(ada, a_job(db, ada).id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: voice.asked)

    for frame in typed("Hello!", LEAVE, "One thing more."):
        line.inbox.put_nowait(frame)
    await until(lambda: len(line.texts()) == 3)
    kept = await interviews.transcript(ada, started.interview_id)
    line.inbox.put_nowait(None)
    await holding

    assert not voice.gate.is_set()
    assert line.texts() == ["Hello!", LEAVE, "One thing more."]
    assert [turn.text for turn in kept] == line.texts()


async def test_the_next_reply_waits_for_no_sound_that_nobody_will_hear(clock):
    voice = GatedVoice()
    async with a_room(clock, voice=voice) as room:
        greeting = voice.asked[0]
        await room.take(evi.UserInput(text=LEAVE))
        await until(lambda: len(voice.asked) > 1)
        waiting = voice.asked[-1]

        assert voice.given_up == [greeting]
        assert room.kinds() == ["user_interruption", "user_message"]
        voice.gate.set()
        await until(room.replies)

    assert room.replies()[0].message.content == waiting != greeting


async def test_what_is_typed_while_the_goodbye_is_made_is_shown_and_the_goodbye_stays(clock):
    voice = GatedVoice()
    async with a_room(clock, voice=voice) as room:
        await room.take(evi.UserInput(text=LEAVE))
        await until(lambda: room.conversation.speaker.closing)
        await room.take(evi.UserInput(text="Thank you."))
        shown = [said.message.content for said in room.said()]
        voice.gate.set()
        while "over" not in room.kinds():
            await room.wait(1)

    assert shown == [LEAVE, "Thank you."]
    assert room.replies()[-1].darasa.hang_up
    assert room.kinds().count("user_message") == 2


async def test_who_speaks_while_the_goodbye_is_made_hears_it_all_the_same(clock):
    voice = GatedVoice()
    async with a_room(clock, "Thank you.", voice=voice) as room:
        await room.take(evi.UserInput(text=LEAVE))
        await until(lambda: room.conversation.mouth.making and len(voice.asked) > 1)
        await room.speak(1)
        voice.gate.set()
        while "over" not in room.kinds():
            await room.wait(1)

    assert [reply.darasa.hang_up for reply in room.replies()][-1:] == [True]


async def test_a_sentence_that_gave_way_to_a_cough_is_said_all_the_same(clock):
    voice = GatedVoice()
    async with a_room(clock, "", voice=voice) as room:
        greeting = voice.asked[0]
        await room.speak(0.4)
        voice.gate.set()
        await room.wait(2)
        await until(room.replies)

    assert room.said() == []
    assert room.replies()[0].message.content == greeting


async def test_a_sentence_does_not_fall_into_words_that_began_while_it_was_made(clock):
    voice = GatedVoice()
    async with a_room(clock, ANSWER, voice=voice) as room:
        greeting = voice.asked[0]
        await room.speak(1)
        voice.gate.set()
        await room.speak(1)
        while_speaking = room.kinds()
        await room.wait(2)
        await until(room.replies)

    assert "assistant_message" not in while_speaking
    assert [said.message.content for said in room.said()] == [ANSWER]
    # It was still to be said.
    assert room.replies()[0].message.content == greeting
