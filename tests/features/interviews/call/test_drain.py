"""A server that stops: calls are told, given time, and closed as stopped; new ones wait."""

import asyncio
import time

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import FakeLine, GatedInterviewer, engines

pytestmark = pytest.mark.slow


async def running(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    async with asyncio.timeout(30):
        while len(line.shown) < 3:
            await asyncio.sleep(0.01)
    return started.interview_id, line, holding


def reason_of(db, interview_id):
    def work(session):
        return session.get(Call, session.get(Interview, interview_id).chat_id).end_reason

    return db.run_here(work)


async def test_calls_are_told_and_closed_as_stopped(db, interviews, calls, ada, job_info):
    interview_id, line, holding = await running(interviews, calls, ada, job_info)

    await calls.drain(1.0)
    await holding

    assert line.errors() == ["E0797", "E0798"]
    assert line.closed_with == 1000
    assert reason_of(db, interview_id) == "stopped"


@pytest.mark.parametrize("seconds", [1.0, 0.0])
async def test_a_call_that_was_just_opening_is_told_and_closed_as_stopped_too(
    db, clock, ada, job_info, seconds
):
    gated = GatedInterviewer()
    calls = Calls(db, clock, engines(gated), CallLimits())
    started = await Interviews(db, clock, calls, limit=None).start(ada, job_info.id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    async with asyncio.timeout(30):
        while not gated.asked:
            await asyncio.sleep(0.01)

    draining = asyncio.create_task(calls.drain(seconds))
    await asyncio.sleep(0)
    gated.gate(0).set_result(True)
    async with asyncio.timeout(30):
        await draining
        await holding

    assert line.errors() == (["E0797", "E0798"] if seconds else ["E0798"])
    assert line.closed_with == 1000
    assert reason_of(db, started.interview_id) == "stopped"


async def test_who_ends_in_time_has_hung_up_and_holds_nobody(db, interviews, calls, ada, job_info):
    interview_id, line, holding = await running(interviews, calls, ada, job_info)
    began = time.monotonic()

    draining = asyncio.create_task(calls.drain(60.0))
    await asyncio.sleep(0.2)
    line.inbox.put_nowait(None)
    await draining
    await holding

    assert time.monotonic() - began < 30
    assert reason_of(db, interview_id) == "hang_up"


async def test_no_call_is_opened_any_more_and_none_is_paid_for(
    db, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine()

    await calls.drain(20.0)
    await calls.conduct(started.ticket, line)

    (refused,) = [m for m in line.shown if isinstance(m, evi.Error)]
    assert refused.message == "This server is about to restart. Please try again in a minute."
    assert refused.darasa.retryable
