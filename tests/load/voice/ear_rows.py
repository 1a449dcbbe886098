"""Rows of the bench about ears: words that are wrong, delay and memory, for a person and for Piper.

Alone: `python -m tests.load.voice.ear_rows`. The person reads "A Tale of Two Cities" for 44 s.
"""

import os
import statistics
import time
from collections.abc import Iterator, Sequence

import numpy as np
import soxr

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.providers.stt.whisper.ear import Ear
from darasa_reflex.providers.tts.piper.worker import Voice
from tests.load.measuring.processes import resident_kilobytes
from tests.load.measuring.table import Row, aim, show
from tests.load.voice.candidate import ANSWERS, in_a_room
from tests.machine.services import weights
from tests.providers.speech.real_speech import (
    READ_ALOUD,
    pieces_of,
    read_aloud,
    word_error_rate,
)

_MOST_WRONG_PERCENT = 8.0


def rows() -> Iterator[Row]:
    """Return a row for each ear and each voice; the larger ear is that for many languages."""
    candidates = {
        "a person, 44 s": (READ_ALOUD, pieces_of(read_aloud())),
        "Piper, 3 answers": (" ".join(ANSWERS), _spoken()),
    }
    for name, folder in (("tiny.en", weights.tiny_en()), ("base", weights.base())):
        before = resident_kilobytes(os.getpid())
        ear = Ear(str(folder))
        grown = (resident_kilobytes(os.getpid()) - before) / 1000
        for voice, (text, pieces) in candidates.items():
            yield _row(f"Whisper {name}, {voice}", ear, text, pieces, grown)


def _spoken() -> list[np.ndarray]:
    voice = Voice(weights.voice_joe())
    sounds = [np.frombuffer(voice.speak(text), np.int16) for text in ANSWERS]
    return [soxr.resample(sound, voice.hz, HEARD_HZ) for sound in sounds]


def _row(what: str, ear: Ear, text: str, pieces: Sequence[np.ndarray], grown: float) -> Row:
    heard, took = [], []
    for piece in pieces:
        began = time.perf_counter()
        heard.append(ear.read(in_a_room(piece), ENGLISH, "")["text"])
        took.append((time.perf_counter() - began) * 1000)
    wrong = 100 * word_error_rate(text, " ".join(heard))
    return Row(
        what,
        f"{wrong:.1f} % of words wrong, {statistics.median(took):.0f} ms a phrase",
        f"{grown:.0f} MB of memory, window {ear.encode_seconds * 1000:.0f} ms",
        aim(wrong, _MOST_WRONG_PERCENT, " % wrong"),
    )


if __name__ == "__main__":
    show(rows())
