"""When engines are asked for what they kept: after calls, after a crash, before feedback."""

import asyncio
from datetime import timedelta

import pytest

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines.history import Recalled
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.recollection.recollection import MOST_ATTEMPTS, Recollection
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import EchoInterviewer, engines, left_open
from tests.features.interviews.recollection.archive import ASKED, SAID, call_of, held, spoken

pytestmark = pytest.mark.slow


async def test_a_call_is_asked_for_until_it_is_over(db, clock, job_info, archive, recollection):
    interview = held(db, clock, job_info)
    archive.keeps(ASKED, over=False)
    waits = []
    for _ in range(MOST_ATTEMPTS - 1):
        assert await recollection.run_once()
        assert not await recollection.run_once()
        assert spoken(db, interview) == []
        waits.append((call_of(db).recall_after - clock.now()).total_seconds())
        clock.seconds += waits[-1]

    assert await recollection.run_once()

    assert spoken(db, interview) == [ASKED]
    assert call_of(db).recalled_at == clock.now()
    assert waits[:3] == [2, 4, 8]
    assert 500 < sum(waits) < 700


async def test_a_chat_not_found_just_after_the_hang_up_is_asked_for_again(
    db, clock, job_info, archive, recollection
):
    interview = held(db, clock, job_info)
    archive.answer = NotFound()
    assert await recollection.run_once()
    archive.keeps(*SAID)
    clock.seconds += 2

    assert await recollection.run_once()
    assert spoken(db, interview) == list(SAID)


async def test_an_outage_of_hours_loses_nothing(db, clock, job_info, archive, recollection):
    interview = held(db, clock, job_info)
    archive.answer = ServiceUnavailable("hume", "Hume cannot be reached.", retryable=True)
    while clock.seconds < 20 * 3_600:
        assert await recollection.run_once()
        clock.seconds += (call_of(db).recall_after - clock.now()).total_seconds()
    archive.keeps(*SAID)

    assert await recollection.run_once()
    assert spoken(db, interview) == list(SAID)
    assert len(archive.asked) < 100


async def test_calls_of_engines_that_keep_nothing_are_left(db, clock, job_info, recollection):
    held(db, clock, job_info, engine="second")
    held(db, clock, job_info, call="open", ended_at=None)

    assert not await recollection.run_once()


async def test_a_call_whose_server_died_is_made_whole_at_the_next_start(
    db, clock, ada, job_info, archive, remembering
):
    before = Calls(db, clock, engines(remembering), CallLimits())
    interviews = Interviews(db, clock, before, limit=None)
    started = await interviews.start(ada, job_info.id)
    left_open(before, started.ticket)
    clock.seconds += 3_600
    archive.keeps(*SAID)

    after = Calls(db, clock, engines(remembering), CallLimits())
    await after.close_orphans()
    recollection = Recollection(db, clock, engines(remembering))
    working = asyncio.create_task(recollection.worker.run())
    async with asyncio.timeout(60):
        while len(await interviews.transcript(ada, started.interview_id)) < len(SAID):
            await asyncio.sleep(0.01)
    working.cancel()
    await asyncio.wait({working})

    transcript = await interviews.transcript(ada, started.interview_id)
    assert [(turn.speaker, turn.text) for turn in transcript] == list(SAID)


async def test_an_interview_deleted_meanwhile_stops_nothing(
    db, clock, ada, job_info, archive, recollection, interviews
):
    interview = held(db, clock, job_info)

    async def recall(chat_id):
        await interviews.delete(ada, interview.id)
        return Recalled(turns=(), over=True)

    archive.recall = recall

    assert await recollection.run_once()
    assert not await recollection.run_once()


# --- before feedback ---


async def test_feedback_waits_for_the_end_of_a_chat(db, clock, job_info, archive, recollection):
    interview = held(db, clock, job_info, recall_after=clock.now() + timedelta(hours=1))
    archive.keeps(over=False)
    catching = asyncio.create_task(recollection.catch_up(interview.id, 60))
    async with asyncio.timeout(60):
        while not archive.asked:
            await asyncio.sleep(0.01)
    archive.keeps(*SAID)

    assert await catching
    assert spoken(db, interview) == list(SAID)


async def test_feedback_waits_no_longer_than_it_must(db, clock, job_info, archive, recollection):
    interview = held(db, clock, job_info)
    archive.keeps(over=False)

    assert not await recollection.catch_up(interview.id, 0.05)
    archive.answer = ServiceUnavailable("hume", "Hume cannot be reached.", retryable=True)
    assert not await recollection.catch_up(interview.id, 3_600)
    assert call_of(db).recall_attempts == 0


async def test_feedback_on_other_engines_does_not_wait(db, clock, job_info):
    interview = held(db, clock, job_info)

    assert await Recollection(db, clock, engines(EchoInterviewer())).catch_up(interview.id, 3_600)


# --- what the engine tells by itself ---


async def test_news_of_the_end_closes_a_call_whose_server_died(
    db, clock, job_info, archive, recollection
):
    interview = held(db, clock, job_info, seconds=5, ended_at=None)
    clock.seconds = 600
    archive.keeps(*SAID)
    end = clock.now() - timedelta(seconds=300)

    await recollection.chat_ended("chat", end, 290)
    await recollection.chat_ended("chat", clock.now(), 590)

    call = call_of(db)
    assert (call.ended_at, call.seconds, call.end_reason) == (end, 290, "server_lost")
    assert db.run_here(lambda s: s.get_one(Interview, interview.id)).duration_seconds == 290
    assert await recollection.run_once()
    assert spoken(db, interview) == list(SAID)


async def test_news_never_make_a_call_longer_than_our_clock(db, clock, job_info, recollection):
    held(db, clock, job_info, seconds=5, ended_at=None)
    clock.seconds = 600

    await recollection.chat_ended("chat", clock.now() + timedelta(days=1), 1e9)

    call = call_of(db)
    assert (call.ended_at, call.seconds) == (clock.now(), 600)


async def test_news_of_a_call_that_lives_here_leave_it_alone(db, clock, job_info, recollection):
    held(db, clock, job_info, ended_at=None)
    clock.seconds = 10

    await recollection.chat_ended("chat", clock.now(), 9)
    await recollection.chat_ended("unknown", clock.now(), 9)

    assert call_of(db).ended_at is None


async def test_news_of_the_end_bring_the_next_look_forward(
    db, clock, job_info, archive, recollection
):
    held(db, clock, job_info, recall_after=clock.now() + timedelta(hours=1))
    assert not await recollection.run_once()

    await recollection.chat_ended("chat", clock.now(), 9)

    assert await recollection.run_once()


async def test_news_of_the_start_name_the_conversation_once(db, clock, job_info, recollection):
    held(db, clock, job_info, ended_at=None)

    await recollection.chat_started("chat", "group")
    await recollection.chat_started("chat", "another")
    await recollection.chat_started("unknown", "group")

    assert call_of(db).group_id == "group"
