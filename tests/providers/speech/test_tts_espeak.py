"""The espeak voice, with the real child."""

import asyncio
import os
import signal

import pytest

from darasa_reflex.providers.tts.espeak.provider import HZ, PROVIDER, EspeakSynthesizer
from tests.providers.speech.made_sounds import loudness

pytestmark = pytest.mark.slow

SENTENCE = "Tell me about a time when you solved a hard problem."


@pytest.fixture
def voice():
    return EspeakSynthesizer()


async def test_a_sentence_sounds_and_takes_as_long_as_a_person_would(voice):
    spoken = await voice.speak(SENTENCE)

    assert spoken.hz == HZ
    assert 2000 < spoken.milliseconds < 5500
    assert 300 < loudness(spoken.pcm) < 15_000


async def test_voices_and_rates_differ():
    usual = await EspeakSynthesizer().speak(SENTENCE)
    slow = await EspeakSynthesizer(voice="en-us", rate=100).speak(SENTENCE)

    assert slow.milliseconds > 1.3 * usual.milliseconds


async def test_text_that_cannot_be_spoken_is_silent_and_breaks_nothing(voice):
    for odd in ("", "…", "\0", '<speak>"\\', "你好 naïve 🙂"):
        await voice.speak(odd)

    assert (await voice.speak(SENTENCE)).milliseconds > 2000


async def test_a_cancelled_sentence_does_not_shift_the_answers(voice):
    expected = await voice.speak(SENTENCE)

    for delay in (0.0, 0.001, 0.002, 0.005):
        task = asyncio.create_task(voice.speak("A long sentence that nobody waits for. " * 20))
        await asyncio.sleep(delay)
        task.cancel()

    again = await voice.speak(SENTENCE)
    assert again.milliseconds == pytest.approx(expected.milliseconds, rel=0.02)


async def test_many_calls_share_one_child(voice):
    spoken = await asyncio.gather(*(voice.speak(f"Number {n}. {SENTENCE}") for n in range(20)))

    assert len({len(one.pcm) for one in spoken}) > 1
    assert voice.child is not None


async def test_a_killed_child_is_replaced_unnoticed(voice):
    expected = await voice.speak(SENTENCE)
    killed = voice.child
    os.kill(killed, signal.SIGKILL)

    again = await voice.speak(SENTENCE)
    assert again.milliseconds == pytest.approx(expected.milliseconds, rel=0.02)
    assert voice.child != killed


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_what_stops_all_processes_leaves_a_voice_to_the_calls_that_drain(voice, sign):
    expected = await voice.speak(SENTENCE)
    child = voice.child
    os.kill(child, sign)

    again = await voice.speak(SENTENCE)

    assert again.milliseconds == pytest.approx(expected.milliseconds, rel=0.02)
    assert voice.child == child
    assert os.getsid(child) == child  # a signal to the group of the server does not reach it


def test_it_is_found_without_keys():
    assert PROVIDER.needs == ()
    assert PROVIDER.build({}).label
