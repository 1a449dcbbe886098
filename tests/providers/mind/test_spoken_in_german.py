"""A spoken call in German: real ear, voice and detector, and a model on loopback as the mind."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from tests.providers.local.call.local_room import WINDOW_SECONDS, a_room
from tests.providers.local.mind.languages.spoken_in import not_in
from tests.providers.mind.asked import a_mind
from tests.providers.speech.real_speech import an_ear, heard, word_error_rate
from tests.providers.speech.test_stt_languages import SPOKEN, said
from tests.vendors import openai_text

pytestmark = pytest.mark.slow

BRIDGE = "Sie arbeiten also in einer kleinen Firma in Hamburg."
ASKED = "Woran arbeiten Sie dort?"


async def test_a_spoken_answer_is_taken_up_aloud_in_german(clock):
    words = SPOKEN["de"][2]
    whisper, espeak = an_ear("whisper-base"), EspeakSynthesizer()
    sound = await said(words, "de")
    async with whisper.hearing("de").listen(()) as listener:
        await heard(listener, b"")
    plan = question_plan.make(
        level="mid-level", title="Engineer", skills=(), minutes=10, seed=4, language="de"
    )
    step = int(WINDOW_SECONDS * 32_000)
    async with a_mind(openai_text.streamed([f"ASK {BRIDGE} {ASKED}"])) as (mind, _):
        how = {"plan": plan, "language": "de", "mind": mind, "vad": VoiceActivity()}
        async with a_room(clock, stt=Cast.of(whisper), tts=Cast.of(espeak), **how) as room:
            await room.listen_to_the_end()
            for at_byte in range(0, len(sound), step):
                await room.hear(sound[at_byte : at_byte + step], WINDOW_SECONDS)
            async with asyncio.timeout(60):
                while len(room.replies()) < 2:
                    await room.wait(0.1)
                    await asyncio.sleep(0.3)  # the ear reads beside it, and in true time
            (answer,), replies = room.said(), [one.message.content for one in room.replies()]
            sounds = [one for one in room.seen if isinstance(one, evi.AudioOutput)]
            lineup = room.conversation.lineup.sentences

    assert word_error_rate(words, answer.message.content) < 0.5
    assert replies == [BRIDGE, ASKED]
    assert not_in(replies, "de") == []
    assert sounds
    assert "It asks in German." in lineup
    assert "espeak-ng voice." in lineup
