"""Rows of the bench about good ears and a good voice: Whisper and Piper in one call.

Several at once stand in `tests.load.spoken.spoken_rows`.
Alone: `python -m tests.load.voice.voice_rows`.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.providers.stt.whisper.ear import WHOLE_SECONDS, Ear
from tests.load.measuring.table import Row, aim, show
from tests.load.voice.candidate import ANSWERS, in_a_room, spoken
from tests.load.voice.local_turns import Calls, a_good_interviewer, measure_calls
from tests.machine.services import weights
from tests.providers.speech.real_speech import word_error_rate

_ROUNDS, _TURNS = 3, 3


def rows() -> Iterator[Row]:
    """Return the rows."""
    yield from asyncio.run(_rows())
    yield window_row()


async def _rows() -> list[Row]:
    good = a_good_interviewer()
    one = await measure_calls(good, 1, _TURNS)
    late = await measure_calls(good, 1, _TURNS, ahead=False, loaded=True)
    return [
        Row(
            "end of speech → first audio, Whisper tiny.en and Piper",
            _turns(one),
            f"{_turns(late)}, nothing rendered ahead",
            aim(_median(one.turns_ms), 1_000, " ms median"),
        ),
        Row(
            "words of an answer → first audio, Piper",
            f"{_median(one.replied_ms):.0f} ms",
            f"{_median(late.replied_ms):.0f} ms, nothing rendered ahead",
            aim(_median(one.replied_ms) - _median(late.replied_ms), 0, " ms more"),
        ),
        Row(
            "processor of a call, Whisper and Piper",
            f"{one.cores:.2f} cores",
            f"{late.cores:.2f} cores, nothing rendered ahead",
            aim(one.cores, 1.0, " cores"),
        ),
    ]


def window_row() -> Row:
    """A phrase by Whisper, which reads a part of its window, beside all of it; in turn."""
    folder = str(weights.tiny_en())
    ours, whole = Readings(Ear(folder)), Readings(Ear(folder, WHOLE_SECONDS))
    sounds = [(text, in_a_room(asyncio.run(spoken(text)))) for text in ANSWERS]
    for text, pcm in sounds * _ROUNDS:
        ours.read(text, pcm)
        whole.read(text, pcm)
    return Row(
        "a phrase of 5 s, Whisper tiny.en",
        ours.told,
        f"{whole.told}, its whole window",
        aim(_median(ours.took_ms) / _median(whole.took_ms), 0.8, " times"),
    )


@dataclass
class Readings:
    """What one ear made of some phrases."""

    ear: Ear
    took_ms: list[float] = field(default_factory=list)
    wrong: list[float] = field(default_factory=list)

    def read(self, text: str, pcm: bytes) -> None:
        """Read a phrase whose text is known."""
        began = time.perf_counter()
        heard = self.ear.read(pcm, ENGLISH, "")["text"]
        self.took_ms.append((time.perf_counter() - began) * 1000)
        self.wrong.append(word_error_rate(text, heard))

    @property
    def told(self) -> str:
        """The median, and how many words are wrong on average."""
        return f"{_median(self.took_ms):.0f} ms, {statistics.mean(self.wrong):.0%} of words wrong"


def _turns(held: Calls) -> str:
    return f"{_median(held.turns_ms):.0f} ms beyond the patience"


def _median(values: list[float]) -> float:
    return statistics.median(values)


if __name__ == "__main__":
    show(rows())
