"""Ears that become better while a call goes on, never within a question; voices never do."""

import asyncio
import threading

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from tests.providers.local.call.local_room import ScriptedTranscriber, SteadyVoice, a_room

pytestmark = pytest.mark.slow

ANSWER = "I built it myself in 2020, and sales rose by 10 % because of it, which was measured."


class LaterTranscriber(ScriptedTranscriber):
    label = "Whisper transcription."
    obstacle = "Its model is not fetched yet."


class LaterVoice(SteadyVoice):
    label = "Piper voice."
    obstacle = "Its voice is not fetched yet."

    def __init__(self, seconds=1):
        super().__init__(seconds)
        self.said = []

    async def speak(self, text):
        self.said.append(text)
        return await super().speak(text)


def ears(*texts):
    """Return an engine that is ready, and above it one that is not yet."""
    better = LaterTranscriber(*texts)
    return better, Cast.of(better, ScriptedTranscriber(), titles=("Whisper", "Simple"))


def voices():
    better = LaterVoice()
    return better, Cast.of(better, SteadyVoice(), titles=("Piper", "espeak-ng"))


async def test_a_call_begins_on_the_rung_that_is_ready(clock):
    better, stt = ears()
    voice, tts = voices()
    stt.members[1].engine.texts = ["by the lower one"]
    async with a_room(clock, stt=stt, tts=tts) as room:
        await room.listen_to_the_end()
        await room.speak(2)
        await room.wait(2.5)
        (said,) = room.said()

    assert said.message.content == "by the lower one"
    assert better.fed == voice.said == []


async def test_an_answer_is_heard_by_one_engine_and_the_next_question_by_the_better(clock):
    better, stt = ears("the second answer")
    stt.members[1].engine.texts = ["the first half", "the second half", "a third"]
    async with a_room(clock, stt=stt) as room:
        await room.listen_to_the_end()
        await room.speak(3)
        better.obstacle = None  # its model has come
        await room.wait(0.5)
        await room.speak(3)
        await room.wait(4)  # half a sentence is waited for longer
        first = room.said()[0]
        while len(room.replies()) == 0 or room.conversation.speaker.question == "q1":
            await room.listen_to_the_end()
            await room.take(evi.UserInput(text=ANSWER))
        await room.listen_to_the_end()
        await room.speak(3)
        await room.wait(2.5)
        second = room.said()[-1]

    assert first.message.content == "the first half the second half"
    assert second.message.content == "the second answer"


async def test_a_follow_up_question_is_still_heard_by_the_same_engine(clock):
    better, stt = ears()
    stt.members[1].engine.texts = ["short", "short again"]
    async with a_room(clock, stt=stt) as room:
        await room.listen_to_the_end()
        better.obstacle = None
        await room.speak(1)
        await room.wait(4)  # a short answer is waited for longer, to some questions
        probed = room.conversation.speaker.question
        await room.listen_to_the_end()
        await room.speak(1)
        await room.wait(4)
        (said,) = room.said()

    assert probed == "q1"
    assert said.message.content == "short again"


async def test_a_voice_that_has_come_waits_for_the_next_call(clock):
    voice, tts = voices()
    async with a_room(clock, tts=tts) as room:
        voice.obstacle = None
        await room.listen_to_the_end()
        before = list(voice.said)
        while room.conversation.speaker.question == "q1":
            await room.take(evi.UserInput(text=ANSWER))
            await room.listen_to_the_end()

    assert before == voice.said == []


async def test_an_engine_that_went_away_is_left_at_the_next_question(clock):
    better, stt = ears("heard nicely")
    better.obstacle = None
    stt.members[1].engine.texts = ["heard plainly"]
    async with a_room(clock, stt=stt) as room:
        await room.listen_to_the_end()
        better.obstacle = "Its model is not fetched yet."
        await room.speak(2)
        await room.wait(2.5)
        first = room.said()[0]
        while room.conversation.speaker.question == "q1":
            await room.listen_to_the_end()
            await room.take(evi.UserInput(text=ANSWER))
        await room.listen_to_the_end()
        await room.speak(2)
        await room.wait(1.2)
        second = room.said()[-1]

    assert first.message.content == "heard nicely"
    assert second.message.content == "heard plainly"


async def test_another_model_of_the_same_engine_is_taken_at_the_next_question(clock):
    better, stt = ears()
    better.obstacle = None
    async with a_room(clock, stt=stt) as room:
        await room.listen_to_the_end()
        better.label = "Whisper transcription, a better model."
        listened = better.listened
        while room.conversation.speaker.question == "q1":
            await room.take(evi.UserInput(text=ANSWER))
            await room.listen_to_the_end()

    assert better.listened == listened + 1


async def test_a_call_says_what_plays_in_it_and_not_what_would_play_next(clock):
    better, stt = ears()
    voice, tts = voices()
    async with a_room(clock, stt=stt, tts=tts) as room:
        await room.listen_to_the_end()
        at_first = room.conversation.lineup
        better.obstacle = voice.obstacle = None
        meanwhile = room.conversation.lineup
        while room.conversation.speaker.question == "q1":
            await room.take(evi.UserInput(text=ANSWER))
            await room.listen_to_the_end()
        after = room.conversation.lineup

    assert at_first.engine == ("Built-in interviewer.",)
    assert at_first.heard == ("Scripted.", "Not Whisper: Its model is not fetched yet.")
    assert at_first.spoken == ("Steady.", "Not Piper: Its voice is not fetched yet.")
    assert meanwhile == at_first
    assert after.heard == ("Whisper transcription.",)
    assert after.spoken == at_first.spoken


def test_what_plays_and_why_nothing_better_is_said():
    better, stt = ears()

    before = stt.sentences
    better.obstacle = None
    after = stt.sentences

    assert before == ("Scripted.", "Not Whisper: Its model is not fetched yet.")
    assert after == ("Whisper transcription.",)


def test_the_last_rung_is_used_whatever_is_said_of_it():
    _, stt = ears()
    stt.members[1].engine.obstacle = "It is broken as well."

    assert stt.best is stt.members[1].engine


async def test_the_strip_of_the_room_tells_what_plays_and_why(clock):
    better, stt = ears()
    _, tts = voices()
    async with a_room(clock, stt=stt, tts=tts) as room:
        before = room.interviewer.describe("en")
        better.obstacle = None
        after = room.interviewer.describe("en")

    assert before[1:5] == (
        "Scripted.",
        "Not Whisper: Its model is not fetched yet.",
        "Steady.",
        "Not Piper: Its voice is not fetched yet.",
    )
    assert "Whisper transcription." in after
    assert not any("Not Whisper" in said for said in after)


async def test_a_server_that_starts_loads_the_ear_first_and_then_the_voice(clock):
    loaded, done = [], threading.Event()
    better, tts = voices()
    better.obstacle = None
    better.warm = lambda: (loaded.append("voice"), done.set())
    ear = ScriptedTranscriber()
    ear.warm = lambda: loaded.append("ear")
    async with a_room(clock, stt=Cast.of(ear), tts=tts) as room:
        await asyncio.to_thread(room.interviewer.warm)
        assert await asyncio.to_thread(done.wait, 30)

    assert loaded == ["ear", "voice"]
