"""A candidate made of espeak's voice, for tests and measurements: no recording, no network."""

import numpy as np

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from tests.providers.speech.kept_sounds import kept

ANSWERS = (
    "I have worked as a software engineer for five years, and most of my work was on databases.",
    "The main problem was that customers had to wait thirty seconds for every report.",
    "In the end it took two seconds, and we saved two hundred thousand dollars.",
)
# Root mean square of the noise of a quiet room, about 30 dB below espeak's voice.
_ROOM = 90
_VOICE, _RATE = "en-us", 150


async def spoken(text: str, hz: int = HEARD_HZ) -> np.ndarray:
    """Return a sentence as 16-bit mono samples."""
    # How espeak says a sentence hangs on what it has said before: each is the first of a child.
    voice = EspeakSynthesizer(_VOICE, _RATE)
    return await kept(voice, (_VOICE, _RATE, text), lambda: voice.speak(text), hz)


def silent(seconds: float, hz: int = HEARD_HZ) -> np.ndarray:
    """Return silence as samples; add `in_a_room` to it."""
    return np.zeros(int(seconds * hz), np.int16)


def in_a_room(samples: np.ndarray, seed: int = 0) -> bytes:
    """Return samples with the noise of a quiet room, as PCM."""
    noise = np.random.default_rng(seed).normal(0, _ROOM, len(samples))
    return np.clip(samples + noise, -32_768, 32_767).astype("<i2").tobytes()
