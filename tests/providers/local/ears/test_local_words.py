"""When each word was said, from the engine's times within a phrase to those of the call."""

import json
from itertools import pairwise

import numpy as np
import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.speech import Heard, HeardWord
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from tests.load.voice import candidate
from tests.providers.local.call.local_room import SteadyVoice, a_room
from tests.providers.local.ears.barge_in.loudspeaker import Loudspeaker
from tests.providers.local.ears.barge_in.test_local_echo import read
from tests.providers.speech.real_speech import an_ear, said

pytestmark = pytest.mark.slow

WINDOW_MS = 32


def a_word_per_sound(pcm):
    """Hear one word in each stretch of sound, with its true times."""
    loud = np.frombuffer(pcm, "<i2") != 0
    edges = np.flatnonzero(np.diff(np.concatenate([[0], loud.astype(int), [0]])))
    times = [round(edge * 1000 / HEARD_HZ) for edge in edges]
    pairs = list(zip(times[::2], times[1::2], strict=True))
    words = tuple(HeardWord(f"w{n}", begin, end) for n, (begin, end) in enumerate(pairs))
    return Heard(" ".join(word.text for word in words), words=words)


def too_wide(pcm):
    """Hear one word that begins with the phrase and ends long after it, as Whisper does."""
    return Heard("wide", words=(HeardWord("wide", 0, len(pcm) // 32 + 900),))


def words_of(message):
    return list(message.darasa.words)


async def speak_twice_with_a_pause(room):
    """Say two words in one breath; return when they were said, in ms of the call."""
    times = []
    for seconds, silence in ((0.512, 0.128), (0.32, 0.0)):
        began = room.conversation.now_ms
        await room.speak(seconds)
        times.append((began, room.conversation.now_ms))
        await room.wait(silence)
    return times


async def test_words_stand_where_they_were_said_over_pauses_and_mute(clock):
    async with a_room(clock, *[a_word_per_sound] * 3, patience_seconds=3.0) as room:
        await room.listen_to_the_end()
        first = await speak_twice_with_a_pause(room)
        await room.wait(1.28)
        second = await speak_twice_with_a_pause(room)
        await room.wait(0.64)
        await room.take(evi.Muted(muted=True))
        await room.wait(4.0)
        await room.take(evi.Muted(muted=False))
        third = await speak_twice_with_a_pause(room)
        await room.wait(7)
        (message,) = room.said()

    found = words_of(message)
    assert [word for word, _, _ in found] == ["w0", "w1"] * 3
    assert [round((b - t) / WINDOW_MS) for (_, b, _), (t, _) in zip(
        found, first + second + third, strict=True)] == [0] * 6  # fmt: skip
    assert [round((e - t) / WINDOW_MS) for (_, _, e), (_, t) in zip(
        found, first + second + third, strict=True)] == [0] * 6  # fmt: skip


async def test_words_after_lost_sound_stand_after_the_gap(clock):
    async with a_room(clock, *[a_word_per_sound] * 2, patience_seconds=3.0) as room:
        await room.listen_to_the_end()
        await room.speak(0.64)
        await room.wait(0.4)
        clock.seconds += 5
        # It takes some seconds to tell sound that is lost from sound that is late.
        await room.wait(4.0)
        began = room.conversation.now_ms
        await room.speak(0.64)
        await room.wait(7)
        last = words_of(room.said()[-1])[-1]

    assert abs(last[1] - began) <= WINDOW_MS


async def test_a_talker_without_a_breath_keeps_the_times(clock):
    async with a_room(clock, *[a_word_per_sound] * 3) as room:
        await room.listen_to_the_end()
        began = room.conversation.now_ms
        await room.speak(60)
        ended = room.conversation.now_ms
        await room.wait(5)
        (message,) = room.said()

    found = words_of(message)
    assert abs(found[0][1] - began) <= WINDOW_MS
    assert abs(found[-1][2] - ended) <= WINDOW_MS
    assert all(before[2] == after[1] for before, after in pairwise(found))


async def test_a_word_is_never_longer_than_the_speech_it_stands_in(clock):
    async with a_room(clock, too_wide) as room:
        await room.listen_to_the_end()
        await room.speak(0.64)
        await room.wait(5)
        (message,) = room.said()

    (((begin, end),), (word,)) = message.darasa.segments, words_of(message)
    assert word == ("wide", begin, end)


async def test_without_times_of_all_its_words_an_answer_has_none(clock):
    async with a_room(clock, a_word_per_sound, "no times here", patience_seconds=3.0) as room:
        await room.listen_to_the_end()
        await room.speak(0.64)
        await room.wait(1)
        await room.speak(0.64)
        await room.wait(7)
        (message,) = room.said()

    assert message.message.content == "w0 no times here"
    assert words_of(message) == []


async def test_no_client_gets_the_times(clock):
    async with a_room(clock, a_word_per_sound) as room:
        await room.listen_to_the_end()
        await room.speak(0.64)
        await room.wait(5)
        (message,) = room.said()

    assert words_of(message)
    assert set(json.loads(evi.write(message))["darasa"]).isdisjoint({"words"})


async def test_words_of_whisper_lie_within_speech_grow_and_join_to_the_text(clock):
    stt = Cast.of(an_ear("whisper-tiny.en"))
    answers = [await said(text) for text in candidate.ANSWERS[:2]]
    async with a_room(
        clock, stt=stt, voice=SteadyVoice(1), vad=VoiceActivity(), patience_seconds=3.0
    ) as room:
        microphone = Loudspeaker(room, decibels=-200)
        await microphone.play_to_the_end()
        began_ms = room.conversation.now_ms
        for answer in answers:
            microphone.say(answer)
            await microphone.play(len(answer) / HEARD_HZ + 1.5)
            await read(room)
        await microphone.play(6)
        await read(room)
        (message,) = room.said()

    found = words_of(message)
    times = [time for _, begin, end in found for time in (begin, end)]
    assert " ".join(word for word, _, _ in found) == message.message.content
    assert times == sorted(times)
    assert all(
        any(begin <= b <= e <= end for begin, end in message.darasa.segments) for _, b, e in found
    )
    # The second answer began when it was said, not where the engine's sound began.
    second = next(begin for word, begin, _ in found if word == "main")
    said_ms = began_ms + len(answers[0]) * 1000 / HEARD_HZ + 1_500
    assert said_ms < second < said_ms + 1_000


async def test_words_that_were_echo_take_their_times_with_them(clock):
    stt = Cast.of(an_ear("whisper-tiny.en"))
    own = await candidate.spoken(candidate.ANSWERS[1])
    voice = EspeakSynthesizer(voice="en-us", rate=150)
    async with a_room(clock, stt=stt, voice=voice, vad=VoiceActivity(), user_name="") as room:
        speaker = Loudspeaker(room, -12)
        await speaker.begin()
        await speaker.play(1.0)
        speaker.say(own)
        await speaker.play(8.0)
        await read(room)
        await speaker.play(3)
        message = room.said()[0]

    found = words_of(message)
    assert found
    assert " ".join(word for word, _, _ in found) == message.message.content
    assert "question" not in message.message.content.lower()
