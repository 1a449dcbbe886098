"""How many are heard at once: whoever comes too late is told so, and can type."""

import asyncio
from uuid import uuid4

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.call.incoming.handshake import Handshake
from darasa_reflex.features.interviews.call.seats import Seats
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import EchoInterviewer, FakeLine, engines, typed

pytestmark = pytest.mark.slow

VOICE = b"\x01\x40" * 1_600
RAW = evi.write(evi.SessionSettings(audio=evi.AudioSettings(sample_rate=16_000)))


class OneSeat(EchoInterviewer):
    def seats(self, language):
        return 1


@pytest.fixture
def ears():
    return OneSeat()


@pytest.fixture
def own(db, clock, ears):
    return Calls(db, clock, engines(ears), CallLimits())


@pytest.fixture
def interviews(db, clock, own):
    return Interviews(db, clock, own, limit=None)


async def a_call(interviews, own, ada, job_info, *frames, writing=False, of=None):
    started = None if of else await interviews.start(ada, job_info.id)
    ticket = started.ticket if started else await interviews.reopen(ada, of)
    line = FakeLine(*frames, stays=True)
    holding = asyncio.create_task(own.conduct(ticket, line, Handshake(writing=writing)))
    async with asyncio.timeout(30):
        while not line.shown and not holding.done():
            await asyncio.sleep(0.01)
    return line, holding, of or started.interview_id


async def hang_up(*calls):
    for line, holding, _ in calls:
        line.inbox.put_nowait(None)
        await holding


async def test_who_comes_too_late_is_refused_with_a_sentence_and_pays_nothing(
    interviews, own, ada, job_info
):
    first = await a_call(interviews, own, ada, job_info)

    line, holding, late = await a_call(interviews, own, ada, job_info)
    await holding
    await hang_up(first)
    again = await a_call(interviews, own, ada, job_info, of=late)
    await hang_up(again)

    (refused,) = [m for m in line.shown if isinstance(m, evi.Error)]
    assert "no more people at once" in refused.message
    assert refused.darasa.retryable
    assert isinstance(again[0].shown[0], evi.ChatMetadata)


async def test_a_dead_line_keeps_nobody_from_coming_back(interviews, own, ada, job_info):
    first = await a_call(interviews, own, ada, job_info)

    again = await a_call(interviews, own, ada, job_info, of=first[2])
    await hang_up(again)
    await first[1]

    assert isinstance(again[0].shown[0], evi.ChatMetadata)


async def test_who_types_needs_no_seat_and_is_told_when_there_is_none_to_speak(
    interviews, own, ears, ada, job_info
):
    first = await a_call(interviews, own, ada, job_info)
    writing = await a_call(
        interviews, own, ada, job_info, RAW, VOICE, VOICE, *typed("I type."), writing=True
    )
    async with asyncio.timeout(30):
        while "I type." not in writing[0].texts():
            await asyncio.sleep(0.01)
    unheard = list(ears.opened[-1].heard)
    await hang_up(first)
    writing[0].inbox.put_nowait(VOICE)
    async with asyncio.timeout(30):
        while not ears.opened[-1].heard:
            await asyncio.sleep(0.01)
    await hang_up(writing)

    assert unheard == []
    assert writing[0].errors() == ["E0701"]


@pytest.mark.parametrize(
    ("workers", "heard_at_once", "each"), [(1, 5, 5), (2, 5, 2), (2, 1, 1), (4, None, 9)]
)
def test_workers_divide_what_their_machine_can_hear(workers, heard_at_once, each):
    worker = Seats(workers)

    taken = [worker.seat(uuid4(), lambda: heard_at_once).take() for _ in range(9)]

    assert sum(taken) == each
