"""Rows of the bench about Smart Turn: what it adds to words, what it hears, what it costs."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Mapping, Sequence

import numpy as np

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.turn_detection import TurnDetector
from darasa_reflex.providers.interviewer.local.ears.endpointing import (
    PADDING_MS,
    Endpointing,
    SpeechBegan,
    SpeechPaused,
)
from darasa_reflex.providers.interviewer.local.ears.pace import SOUNDS_OVER, Pace
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from tests.load.measuring.table import Row
from tests.load.voice import thinking
from tests.load.voice.candidate import in_a_room, silent
from tests.load.voice.local_turns import at_percent, loop_lag

_IDLE_SECONDS = 1.0
_QUICK_MS = 400.0
_USUAL = "normal"
_BYTES_PER_MS = 2 * HEARD_HZ // 1000
_WINDOW_BYTES, _WINDOW_MS = 1_024, 32


async def beside_words(
    ear: thinking.Clocked,
    spoken: Sequence[thinking.Spoken],
    detector: thinking.ClockedDetector,
    by_words: Mapping[str, thinking.Outcome],
) -> AsyncIterator[Row]:
    """Yield what becomes of answers with and without it, by people who are known and who are not.

    A known speaker has paused for up to 4 s before, and is given that time.

    Args:
        ear: Reads the phrases.
        spoken: The answers.
        detector: Smart Turn.
        by_words: What becomes of the answers of one speaker without it, by patience.
    """
    alone = [[one] for one in spoken]
    for name, patience_ms in thinking.PATIENCES.items():
        with_it = await thinking.held(ear, spoken, Pace(patience_ms), detector)
        yield _row(f"with Smart Turn, {name}, one speaker", with_it, by_words[name])
        what = f"with Smart Turn, {name}, new speakers"
        yield await _compared(what, ear, alone, patience_ms, detector)
    # On a slow machine the words come after the wait, and whatever shortens that is of no use.
    ear.known = {key: (heard, _QUICK_MS) for key, (heard, _) in ear.known.items()}
    what = f"with Smart Turn, {_USUAL}, new speakers, were words read in {_QUICK_MS:.0f} ms"
    yield await _compared(what, ear, alone, thinking.PATIENCES[_USUAL], detector)


async def _compared(
    what: str,
    ear: thinking.Clocked,
    groups: Sequence[Sequence[thinking.Spoken]],
    patience_ms: int,
    detector: thinking.ClockedDetector,
) -> Row:
    without, with_it = thinking.Outcome(), thinking.Outcome()
    for group in groups:
        without.add(await thinking.held(ear, group, Pace(patience_ms)))
        with_it.add(await thinking.held(ear, group, Pace(patience_ms), detector))
    return _row(what, with_it, without)


def _row(what: str, ours: thinking.Outcome, words: thinking.Outcome) -> Row:
    sooner = words.median_ms - ours.median_ms
    return Row(
        f"answers cut off {what}",
        f"{len(ours.cut)} of {len(ours.waits_ms)}, wait median {ours.median_ms:.0f} ms",
        f"{len(words.cut)} of {len(words.waits_ms)}, wait median {words.median_ms:.0f} ms, words",
        f"{len(ours.cut) - len(words.cut):+d} cut, {sooner:.0f} ms sooner",
    )


async def of_a_person(samples: np.ndarray, detector: TurnDetector) -> list[Row]:
    """Return what it hears in the pauses of somebody who reads, and what a pause costs."""
    heard, took, sounds = [], [], pauses(samples)
    async with loop_lag() as idle:
        await asyncio.sleep(_IDLE_SECONDS)
    async with loop_lag() as lag:
        for pcm in sounds:
            began = time.perf_counter()
            heard.append(await detector.over(pcm) or 0.0)
            took.append((time.perf_counter() - began) * 1000)
    *inner, end = heard
    return [
        Row(
            f"pauses of a reading person that sound finished (at least {SOUNDS_OVER})",
            f"{sum(one >= SOUNDS_OVER for one in inner)} of {len(inner)} inner ones",
            f"the end: {end:.2f}",
            f"{sum(one >= 0.5 for one in inner)} inner ones at least 0.5",
        ),
        Row(
            "Smart Turn: one pause, and lag of the event loop meanwhile",
            f"{statistics.median(took):.0f} ms, longest {max(took):.0f} ms",
            f"lag p99 {at_percent(idle.late, 99):.1f} ms without it",
            f"lag p99 {at_percent(lag.late, 99):.1f} ms, longest {max(lag.late):.1f} ms",
        ),
    ]


def pauses(samples: np.ndarray) -> list[bytes]:
    """Return the sound up to each pause, as it is when that is noticed; the last is the end."""
    pcm = in_a_room(np.concatenate([samples, silent(1)]), seed=1)
    vad, endpointing = VoiceActivity(), Endpointing(wait_ms=1_000_000)
    found, begin = [], 0
    for at in range(0, len(pcm) - _WINDOW_BYTES, _WINDOW_BYTES):
        probability = vad.probability(pcm[at : at + _WINDOW_BYTES])
        for event in endpointing.hear(probability, _WINDOW_MS, audible=False):
            if isinstance(event, SpeechBegan) and not found:
                begin = max(0, event.at_ms - PADDING_MS) * _BYTES_PER_MS
            elif isinstance(event, SpeechPaused):
                found.append(pcm[begin : at + _WINDOW_BYTES])
    return found
