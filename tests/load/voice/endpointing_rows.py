"""Rows of the bench about thinking pauses: how many answers are cut off, and how long one waits.

Alone: `python -m tests.load.voice.endpointing_rows`.
"""

import statistics
import sys
from collections.abc import AsyncIterator, Iterator

import pytest

from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from darasa_reflex.providers.turn.smart_turn.provider import SmartTurn
from tests.load.measuring.table import Row, in_one_loop, show
from tests.load.pipecat.fixed_wait import FixedWait
from tests.load.voice import thinking, turn_rows
from tests.providers.speech.real_speech import a_shelf, read_aloud, said


def rows() -> Iterator[Row]:
    """Return a row per patience; one that says why not when there are no models."""
    try:
        whisper = WhisperTranscriber(a_shelf("whisper-tiny.en"), slow_encode_seconds=60)
        a_shelf("piper-joe")
        detector = _detector()
    except pytest.fail.Exception as reason:
        yield Row("answers cut off in thinking pauses", "not measured", str(reason), "")
        return
    yield from in_one_loop(_rows(whisper, detector))


def _detector() -> SmartTurn | None:
    try:
        return SmartTurn(a_shelf("smart-turn"))
    except pytest.fail.Exception:
        return None


async def _rows(whisper: WhisperTranscriber, detector: SmartTurn | None) -> AsyncIterator[Row]:
    ear = thinking.Clocked(whisper)
    spoken = await thinking.answers(said)
    by_words = dict[str, thinking.Outcome]()
    for name, patience_ms in thinking.PATIENCES.items():
        by_words[name] = ours = await thinking.held(ear, spoken, Pace(patience_ms))
        same = FixedWait(round(ours.median_ms))
        fixed = await thinking.held(ear, spoken, same)
        yield _row(name, ours, fixed)
        print(f"{name}: ours cut {ours.cut}; fixed cut {fixed.cut}", file=sys.stderr)
    took = [took for _, took in ear.known.values()]
    print(f"a phrase took {statistics.median(took):.0f} ms", file=sys.stderr)
    if detector:
        clocked = thinking.ClockedDetector(detector)
        async for row in turn_rows.beside_words(ear, spoken, clocked, by_words):
            yield row
        for row in await turn_rows.of_a_person(read_aloud(), detector):
            yield row


def _row(name: str, ours: thinking.Outcome, fixed: thinking.Outcome) -> Row:
    fewer = len(ours.cut) < len(fixed.cut) or not ours.cut
    return Row(
        f"answers cut off in thinking pauses of 0.5 to 4 s, {name}",
        _told(ours),
        f"{_told(fixed)}, fixed silence",
        f"{len(ours.cut) - len(fixed.cut):+d} cut (aim: fewer): {'met' if fewer else 'MISSED'}",
    )


def _told(outcome: thinking.Outcome) -> str:
    longest = max(outcome.waits_ms)
    cut, total = len(outcome.cut), len(outcome.waits_ms)
    return f"{cut} of {total}, wait median {outcome.median_ms:.0f} ms, longest {longest} ms"


if __name__ == "__main__":
    show(rows())
