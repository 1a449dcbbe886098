"""The built-in interviewer as a whole: real VAD, transcription and voice, in real time."""

import asyncio
import base64
import os
import signal
import struct
import time
from dataclasses import replace

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.incoming.intake import Intake
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from tests.load.voice.candidate import ANSWERS, in_a_room, silent, spoken
from tests.load.voice.local_turns import (
    a_call,
    an_interviewer,
    warm,
)
from tests.providers.speech.real_speech import an_ear

pytestmark = pytest.mark.slow

LONG_WORDS = {"worked", "software", "engineer", "five", "years", "databases"}


@pytest.fixture
async def interviewer():
    interviewer = replace(an_interviewer(), stt=Cast.of(an_ear("whisper-tiny.en")))
    await warm(interviewer)
    return interviewer


async def skip(conversation, microphone, seen):
    """Keep quiet until the interviewer is done, at the pace of who skips through its sentences."""
    await microphone.send(silent(0.4))
    while conversation.mouth.saying:
        for _, message in list(seen.messages):
            if isinstance(message, evi.AudioOutput):
                await conversation.take(evi.Playback(id=message.id, event="ended"))
        await microphone.send(silent(0.1))


def finals(seen):
    return [m for _, m in seen.messages if m.type == "user_message" and not m.interim]


async def test_a_spoken_answer_is_heard_and_answered_in_order(interviewer):
    async with a_call(interviewer, verbose=True) as (conversation, microphone, seen):
        await skip(conversation, microphone, seen)
        seen.messages.clear()
        await microphone.send(await spoken(ANSWERS[0]))
        while not any(m.type == "audio_output" for _, m in seen.messages):
            await microphone.send(silent(0.2))

        kinds = [m.type for _, m in seen.messages if m.type != "user_message" or not m.interim]
        (said,) = finals(seen)

    assert kinds[:3] == ["user_message", "assistant_message", "audio_output"]
    assert len(LONG_WORDS & set(said.message.content.split())) >= 3
    assert said.darasa.segments


async def test_every_piece_of_voice_is_a_wav_of_one_rate(interviewer):
    async with a_call(interviewer) as (conversation, microphone, seen):
        await skip(conversation, microphone, seen)
        wavs = [
            base64.b64decode(m.data) for _, m in seen.messages if isinstance(m, evi.AudioOutput)
        ]

    assert wavs
    for wav in wavs:
        assert struct.unpack_from("<4s", wav) == (b"RIFF",)
        assert struct.unpack_from("<HHI", wav, 20) == (1, 1, 22_050)
        assert struct.unpack_from("<4sI", wav, 36) == (b"data", len(wav) - 44)


async def test_talking_over_it_stops_it(interviewer):
    async with a_call(interviewer) as (_, microphone, seen):
        await microphone.send(silent(0.5))
        began = time.monotonic()
        await microphone.send((await spoken(ANSWERS[0]))[: 3 * HEARD_HZ])
        stopped = seen.first("user_interruption", began)
        after = [m.type for at, m in seen.messages if stopped and at > stopped]

    assert stopped is not None
    assert "audio_output" not in after


async def test_a_microphone_of_48_khz_is_understood(interviewer):
    intake = Intake()
    intake.settle(evi.AudioSettings(sample_rate=48_000))

    async with a_call(interviewer) as (conversation, microphone, seen):
        await skip(conversation, microphone, seen)
        sound = in_a_room(await spoken(ANSWERS[0], hz=48_000)) + in_a_room(silent(1.2, hz=48_000))
        for at in range(0, len(sound), 3840):
            await conversation.hear(await intake.take(sound[at : at + 3840]))
            await asyncio.sleep(0.04)
        while not finals(seen):
            await microphone.send(silent(0.2))
        (said,) = finals(seen)

    assert len(LONG_WORDS & set(said.message.content.split())) >= 2


async def test_a_killed_transcription_loses_neither_the_call_nor_the_words(interviewer):
    async with a_call(interviewer) as (conversation, microphone, seen):
        await skip(conversation, microphone, seen)
        for child in interviewer.stt.best.children:
            os.kill(child, signal.SIGKILL)
        await microphone.send(await spoken(ANSWERS[0]))
        while not finals(seen):
            await microphone.send(silent(0.2))
        (said,) = finals(seen)

    assert len(LONG_WORDS & set(said.message.content.split())) >= 3


async def test_a_killed_voice_speaks_again(interviewer):
    async with a_call(interviewer) as (conversation, microphone, seen):
        await skip(conversation, microphone, seen)
        os.kill(interviewer.tts.best.child, signal.SIGKILL)
        seen.messages.clear()
        await conversation.take(evi.UserInput(text="I led a team of three people."))
        while not (audio := [m for _, m in seen.messages if isinstance(m, evi.AudioOutput)]):
            await microphone.send(silent(0.2))

    assert len(audio[0].data) > 10_000
