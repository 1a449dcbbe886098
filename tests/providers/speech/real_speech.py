"""Spoken sound with known words, models where tests lay them, and how far what was heard is off."""

import re
import wave
from functools import cache

import numpy as np
import soxr
from rapidfuzz.distance import Levenshtein

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from darasa_reflex.providers.tts.piper.provider import PiperSynthesizer
from tests.load.voice.candidate import in_a_room, silent
from tests.machine.services import weights
from tests.providers.speech.kept_sounds import kept

# Of Charles Dickens, "A Tale of Two Cities", as it is read in `weights.human_reading`.
READ_ALOUD = (
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the "
    "age of foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the "
    "season of light, it was the season of darkness, it was the spring of hope, it was the winter "
    "of despair, we had everything before us, we had nothing before us, we were all going direct "
    "to heaven, we were all going direct the other way, in short, the period was so far like the "
    "present period, that some of its noisiest authorities insisted on its being received, for "
    "good or for evil, in the superlative degree of comparison only."
)

# Whisper writes numbers as figures, and some words in two.
_NUMBERS = {
    r"\$200,000": "two hundred thousand dollars",
    r"\b30\b": "thirty",
    r"\b5\b": "five",
    r"\b2\b": "two",
    r"\bdata bases\b": "databases",
}


class Shelf:
    """See `ModelShelf`: folders by key, which a test may change."""

    def __init__(self, **folders):
        self.folders = {key.replace("_", "-"): path for key, path in folders.items()}

    def folder_of(self, key):
        return self.folders.get(key)


def a_shelf(*keys):
    """Return a shelf with real models; fails the test when they cannot be had.

    The English base model cannot be had in tests.
    """
    lie = {
        "whisper-tiny.en": weights.tiny_en,
        "whisper-base": weights.base,
        "piper-joe": weights.steady_joe,
        "smart-turn": weights.smart_turn,
    }
    shelf = Shelf()
    shelf.folders = {key: lie[key]() for key in keys}
    return shelf


# What children of tests of this process have loaded, by the models that lay on their shelf: a child
# takes 3 s of a processor until it reads.
_LOADED = {}


def an_ear(*keys):
    """Return Whisper with real models, in children that the next test of this process goes on with.

    A test that breaks children, or changes what lies on the shelf, makes an ear of its own.
    """
    # Other work on the machine must not choose the model.
    ear = WhisperTranscriber(a_shelf(*keys), slow_encode_seconds=60)
    ear._desks = _LOADED.setdefault(keys, {})
    return ear


def a_piper():
    """Return Piper with a child of its own."""
    # Beside other tests a voice may load for longer than a person would wait for it.
    return PiperSynthesizer(a_shelf("piper-joe"), wait_seconds=60.0)


@cache
def the_piper():
    """Return Piper with the child that all tests of this process share."""
    return a_piper()


async def said(text):
    """Return a sentence in Piper's voice as 16-bit samples at the rate that ears take.

    The same each time, so that what an ear makes of it does not hang on chance.
    """
    return await kept(the_piper(), ("joe", text), lambda: the_piper().speak(text))


def in_a_noisy_room(samples, decibels, seed=1):
    """Return samples with noise that many dB below them, as PCM."""
    level = np.sqrt(np.mean(samples.astype(float) ** 2)) / 10 ** (decibels / 20)
    noise = np.random.default_rng(seed).normal(0, level, len(samples))
    return np.clip(samples + noise, -32_768, 32_767).astype("<i2").tobytes()


def read_aloud():
    """Return the recording of a person as samples; skips the test when it cannot be had."""
    with wave.open(str(weights.human_reading())) as file:
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        return soxr.resample(sound, file.getframerate(), HEARD_HZ)


def pieces_of(samples, seconds=11):
    """Return samples in pieces that end where it is quiet, as the ears would cut them."""
    window, pieces, at = HEARD_HZ // 5, [], 0
    while len(samples) - at > seconds * HEARD_HZ:
        end = at + seconds * HEARD_HZ
        loud = [
            np.abs(samples[n : n + window].astype(int)).sum()
            for n in range(end - 4 * HEARD_HZ, end, window // 2)
        ]
        cut = end - 4 * HEARD_HZ + int(np.argmin(loud)) * (window // 2) + window // 2
        pieces.append(samples[at:cut])
        at = cut
    return [*pieces, samples[at:]]


async def heard(listener, pcm):
    """Return what a listener makes of PCM."""
    phrase = listener.utterance()
    for at in range(0, len(pcm), 1024):
        await phrase.feed(pcm[at : at + 1024])
    return await phrase.finish()


def word_error_rate(said, heard):
    """Return the share of words that are wrong, missing or too many."""
    spoken, understood = _words(said), _words(heard)
    return Levenshtein.distance(spoken, understood) / len(spoken)


def _words(text):
    text = text.lower().replace("-", " ")
    for written, spoken in _NUMBERS.items():
        text = re.sub(written, spoken, text)
    return re.findall(r"[a-z0-9']+", text)


def quiet(seconds, seed=0):
    return in_a_room(silent(seconds), seed)
