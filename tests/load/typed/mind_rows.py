"""Rows of the bench: how long after an answer the interviewer begins, by the mind it has.

Run alone: `python -m tests.load.typed.mind_rows`.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.mind.deliberation import WAIT_SECONDS
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from tests.load.measuring.table import Row, show
from tests.load.voice.local_turns import LoopLag, at_percent, loop_lag
from tests.providers.local.call.local_room import a_room
from tests.providers.mind.asked import a_mind
from tests.vendors import openai_text

_TURNS = 8
_FIRST_TOKENS_MS = (50, 200, 800)
# A quick model writes forty words a second.
_A_WORD_SECONDS = 0.025
_SENTENCE = "You measured every query and then rewrote two of them. "
_ANSWER = (
    "Our checkout was slow in week {week}, so I measured every query, rewrote two of them and "
    "added an index. As a result the page became faster for all customers."
)
_PLAN = QuestionPlan(
    tuple(
        PlannedQuestion(key=f"q{n}", section="background", text=f"What about year {n}?")
        for n in range(_TURNS + 2)
    )
)


def rows() -> Iterator[Row]:
    """Measure typed answers: no patience, no transcription, no voice; the mind alone."""
    scripted, lag = asyncio.run(_measured(None))
    yield Row(
        "end of an answer to the first words, by the rules",
        f"{statistics.median(scripted):.0f} ms, longest {max(scripted):.0f} ms",
        "no model",
        _lag(lag),
    )
    for first_ms in _FIRST_TOKENS_MS:
        found, lag = asyncio.run(_measured(first_ms))
        least = first_ms + len(_SENTENCE.split()) * _A_WORD_SECONDS * 1000
        yield Row(
            f"the same, by a model whose first token comes after {first_ms} ms",
            f"{statistics.median(found):.0f} ms, longest {max(found):.0f} ms",
            f"{least:.0f} ms until its first sentence is whole",
            f"{statistics.median(found) - least:+.0f} ms; limit {WAIT_SECONDS:.0f} s; {_lag(lag)}",
        )


def _lag(lag: LoopLag) -> str:
    return f"event loop busy p99 {at_percent(lag.busy, 99):.1f} ms"


def _streamed(first_ms: int) -> openai_text.Answer:
    first, *rest = f"NEXT {_SENTENCE}".split()
    pieces = [(_A_WORD_SECONDS, f" {word}") for word in rest]
    return openai_text.streamed([(first_ms / 1000, first), *pieces])


async def _measured(first_ms: int | None) -> tuple[list[float], LoopLag]:
    """Return for each answer the ms to the first sentence, and the lag of the loop meanwhile."""
    async with a_mind(_streamed(first_ms or 0), wait_seconds=WAIT_SECONDS) as (model, _):
        mind = None if first_ms is None else model
        how = {"plan": _PLAN, "minutes": 30}
        async with a_room(SystemClock(), mind=mind, **how) as room, loop_lag() as lag:
            await _until(room.replies)
            return [await _turn(room, week) for week in range(_TURNS)], lag


async def _turn(room, week: int) -> float:
    await asyncio.sleep(0.1)
    room.seen.clear()
    began = time.perf_counter()
    await room.take(evi.UserInput(text=_ANSWER.format(week=week)))
    await _until(room.replies)
    return (time.perf_counter() - began) * 1000


async def _until(condition) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.002)


if __name__ == "__main__":
    show(rows())
