"""Rows of the bench about good ears and a good voice: Whisper and Piper, one call and two.

Alone: `python -m tests.load.voice_rows`.
"""

import asyncio
import statistics
from collections.abc import Iterator

import pytest

from tests.load.briefs import PATIENCE_SECONDS
from tests.load.local_turns import (
    Calls,
    a_good_interviewer,
    an_interviewer,
    measure_calls,
)
from tests.load.table import Row, aim, show


def rows() -> Iterator[Row]:
    """Return the rows; one that says why not when there are no models."""
    try:
        yield from asyncio.run(_rows())
    except pytest.skip.Exception as reason:
        yield Row("a call with Whisper and Piper", "not measured", str(reason), "")


async def _rows() -> list[Row]:
    good = a_good_interviewer()
    plain = await measure_calls(an_interviewer(), 1)
    one, two = await measure_calls(good, 1), await measure_calls(good, 2)
    late = await measure_calls(good, 1, ahead=False)
    return [
        Row(
            "end of speech → first audio, Whisper tiny.en and Piper",
            _turns(one),
            f"{_turns(plain)}, pocketsphinx and espeak-ng",
            aim(_median(one.turns_ms), 1_000, " ms median"),
        ),
        Row(
            "words of an answer → first audio, Piper",
            f"{_median(one.replied_ms):.0f} ms",
            f"{_median(late.replied_ms):.0f} ms, nothing rendered ahead",
            aim(_median(one.replied_ms) - _median(late.replied_ms), 0, " ms more"),
        ),
        Row(
            "the same in two calls at once",
            _turns(two),
            f"{_turns(one)}, one call",
            aim(_whole(two) / _whole(one), 2.0, " times, with the patience"),
        ),
        Row(
            "processor of a call, Whisper and Piper",
            f"{one.cores:.2f} cores",
            f"{plain.cores:.2f} cores, pocketsphinx and espeak-ng",
            aim(one.cores, 1.0, " cores"),
        ),
    ]


def _turns(held: Calls) -> str:
    return f"{_median(held.turns_ms):.0f} ms beyond the patience"


def _median(values: list[float]) -> float:
    return statistics.median(values)


def _whole(held: Calls) -> float:
    """Return what the candidate waits, in ms."""
    return _median(held.turns_ms) + PATIENCE_SECONDS * 1000


if __name__ == "__main__":
    show(rows())
