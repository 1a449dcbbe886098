"""What interrupts the interviewer and what does not: the real VAD on spoken and made sounds."""

import asyncio

import numpy as np
import pytest

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from tests.load.voice import candidate
from tests.providers.local.call.local_room import SteadyVoice, a_room
from tests.providers.local.ears.barge_in.loudspeaker import Loudspeaker
from tests.providers.speech import made_sounds

pytestmark = pytest.mark.slow


async def hears(clock, samples, seconds):
    """Return a room in which a sound was heard over the interviewer."""
    async with a_room(clock, voice=SteadyVoice(20), vad=VoiceActivity()) as room:
        # The interviewer is not in the microphone.
        microphone = Loudspeaker(room, decibels=-200)
        await microphone.begin()
        await microphone.play(1.5)
        microphone.say(samples)
        began_ms = room.conversation.now_ms
        while room.conversation.now_ms < began_ms + 1000 * seconds:
            await microphone.play(0.032)
            if "user_interruption" in room.kinds():
                return room.conversation.now_ms - began_ms
        await asyncio.sleep(0)
    return None


@pytest.mark.parametrize("loudness", [300, 1_000, 3_000, 8_000])
@pytest.mark.parametrize("name", made_sounds.ALL)
async def test_sounds_that_are_no_speech_do_not_interrupt(clock, name, loudness):
    random = np.random.default_rng(7)
    sound = made_sounds.ALL[name](random) * loudness

    interrupted_ms = await hears(clock, sound, len(sound) / HEARD_HZ + 1)

    assert interrupted_ms is None


@pytest.mark.parametrize("text", candidate.ANSWERS)
@pytest.mark.parametrize("loudness", [0.15, 0.5, 1])
async def test_speech_interrupts_after_half_a_second(clock, text, loudness):
    spoken = await candidate.spoken(text)
    began = np.flatnonzero(np.abs(spoken) > 300)[0]

    interrupted_ms = await hears(clock, spoken[began:] * loudness, 3)

    assert interrupted_ms is not None
    assert 500 <= interrupted_ms <= 800


@pytest.mark.parametrize("word", ["Yes.", "Okay.", "Right."])
async def test_a_word_of_agreement_does_not_interrupt(clock, word):
    spoken = await candidate.spoken(word)

    assert await hears(clock, spoken, 2) is None
