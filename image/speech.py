"""What hears and speaks, as far as it can without fetched models: data files and libraries."""

import importlib
from typing import Any

from darasa_reflex.core.words import catalogue, sentences
from darasa_reflex.features.interviews.call.incoming.intake import Intake
from darasa_reflex.features.interviews.engines.languages import LANGUAGES, Language
from darasa_reflex.features.interviews.recordings import encoder
from darasa_reflex.providers.interviewer.local.ears import vad
from darasa_reflex.providers.tts.espeak.provider import HZ, EspeakSynthesizer
from image.libraries import Missing


async def use_speech() -> None:
    """Say something in every language, keep it as recordings are kept, and hear it.

    Raises:
        Missing: Something was not said, or not heard.
    """
    for language in LANGUAGES.values():
        await _use(language)
    vad.VoiceActivity().probability(bytes(2 * vad.WINDOW))


async def _use(language: Language) -> None:
    spoken = await EspeakSynthesizer().speaking(language.code).speak(language.sentence)
    if len(spoken.pcm) < HZ:  # half a second of 16-bit samples
        raise Missing(f"espeak-ng does not speak {language.english}")
    if not _phonemes(language):
        raise Missing(f"Piper does not read {language.english}")
    intake = Intake()
    heard = await intake.take(encoder.encoded(spoken.pcm))
    intake.close()
    if not any(heard):
        raise Missing("what comes as WebM is not decoded")


def _phonemes(language: Language) -> list[list[str]]:
    """Return how Piper would say a language's sentence; in a server this is a child's."""
    espeak: Any = importlib.import_module("piper.phonemize_espeak")
    return espeak.EspeakPhonemizer().phonemize(language.code, language.sentence)


def use_words() -> None:
    """Write numbers and plurals in each language that pages may be offered in."""
    for place in catalogue.FOLDER.glob("*.po"):
        sentences.prepare(place.stem)
        catalogue.own_name(place.stem)
