"""Thirty typed calls at once: none dies, and all that was said is kept once, in order."""

import asyncio
from collections import Counter

import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import EchoInterviewer, FakeLine, engines, typed

pytestmark = pytest.mark.slow

CALLS, ANSWERS = 30, 5


@pytest.fixture
def crowd(db):
    """What holds the calls, on a clock that runs: beats and browsers' ticks come by it."""
    calls = Calls(db, SystemClock(), engines(EchoInterviewer()), CallLimits())
    return calls, Interviews(db, SystemClock(), calls, limit=None)


async def one(crowd, ada, job_info) -> tuple[FakeLine, list[str]]:
    """Hold a call whose browser ticks all the time, and whose server beats as often as it can."""
    calls, interviews = crowd
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    ticking = asyncio.create_task(ticks(crowd, ada, started.interview_id))
    for number in range(ANSWERS):
        line.inbox.put_nowait(next(iter(typed(f"answer {number}"))))
        await until(lambda n=number: f"You said answer {n}." in line.texts() or line.errors())
    line.inbox.put_nowait(None)
    await holding
    ticking.cancel()
    await asyncio.wait({ticking})
    kept = await interviews.transcript(ada, started.interview_id)
    return line, [turn.text for turn in kept]


async def ticks(crowd, ada, interview_id) -> None:
    calls, interviews = crowd
    while True:
        for call in calls._of(interview_id):
            call.contest()  # beats now
        await interviews.keep_duration(ada, interview_id, 1.0)
        await asyncio.sleep(0.01)


async def until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


async def test_thirty_calls_at_once_keep_all_that_is_said(crowd, ada, job_info):
    held = await asyncio.gather(*(one(crowd, ada, job_info) for _ in range(CALLS)))

    assert Counter(code for line, _ in held for code in line.errors()) == {}
    for line, kept in held:
        assert kept == line.texts()
        assert len(kept) == 1 + 2 * ANSWERS
