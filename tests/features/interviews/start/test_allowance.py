"""How many interviews a person may hold: what counts, what holds a place, what gives it back."""

import asyncio
from dataclasses import replace

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import AllowanceUsedUp, NotFound
from darasa_reflex.features.accounts import bucket
from darasa_reflex.features.accounts.models import RateBucket, User
from darasa_reflex.features.accounts.plans import Allowance
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.start.reservations import RESERVED
from tests.features.interviews.doubles import (
    AbsentInterviewer,
    FakeLine,
    GatedInterviewer,
    engines,
)

pytestmark = pytest.mark.slow

TWO = frozenset({"1_interview"})
ANY = frozenset({"unlimited_interviews"})


@pytest.fixture
def two(db, clock, calls) -> Interviews:
    """Two interviews for everybody, on a server that sells nothing."""
    return Interviews(db, clock, calls, limit=2)


def tokens(db, actor):
    """How many tokens the person's bucket shows."""
    kept = db.run_here(lambda s: s.get(RateBucket, f"start:{actor.user_id}"))
    return kept.tokens if kept else bucket.CAPACITY


def one_engine(db, clock, interviewer, limit=1):
    calls = Calls(db, clock, engines(interviewer), CallLimits())
    return calls, Interviews(db, clock, calls, limit)


async def until(condition):
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


async def held(interviews, calls, actor, job):
    """Hold an interview; return its id."""
    started = await interviews.start(actor, job.id)
    await calls.conduct(started.ticket, FakeLine())
    return started.interview_id


# --- plans ---


@pytest.mark.parametrize(
    ("features", "limit", "included"),
    [
        (None, None, None),
        (None, 3, 3),
        (frozenset(), None, 0),
        (frozenset({"1_interview"}), 9, 2),
        (frozenset({"unlimited_interviews"}), 1, None),
        (frozenset({"unlimited_interview", "1_interview"}), 1, None),
        (frozenset({"5_questions", "unlimited_resume_analysis"}), None, 0),
    ],
)
async def test_the_plan_says_how_many_and_without_plans_the_server_does(
    db, clock, calls, ada, features, limit, included
):
    interviews = Interviews(db, clock, calls, limit)

    allowance = await interviews.allowance(replace(ada, features=features))

    assert allowance == Allowance(included, used=0)


@pytest.mark.parametrize(
    ("features", "limit", "sentence", "upgradable"),
    [
        (TWO, None, "Your plan includes 2 interviews, and both are used.", True),
        (frozenset(), None, "Your plan includes no interviews.", True),
        (None, 1, "This server allows 1 interview per person, and it is used.", False),
        (None, 3, "This server allows 3 interviews per person, and they are used.", False),
        (None, 0, "This server allows no interviews.", False),
    ],
)
async def test_a_refusal_names_who_limits_and_upgrades_only_what_is_sold(
    db, clock, calls, ada, job_info, features, limit, sentence, upgradable
):
    interviews, actor = Interviews(db, clock, calls, limit), replace(ada, features=features)
    for _ in range((await interviews.allowance(actor)).included or 0):
        await held(interviews, calls, actor, job_info)

    with pytest.raises(AllowanceUsedUp, match=sentence) as refused:
        await interviews.start(actor, job_info.id)

    assert (refused.value.upgradable, refused.value.frees_at) == (upgradable, None)


async def test_whose_job_it_is_comes_before_the_plan_and_the_plan_before_the_day(
    db, clock, calls, eager, job, ada
):
    interviews = Interviews(db, clock, calls, limit=0)
    everything = Interviews(db, clock, calls, limit=None)
    for _ in range(bucket.CAPACITY):
        await everything.start(eager, job.id)

    with pytest.raises(NotFound):
        await interviews.start(ada, job.id)
    with pytest.raises(AllowanceUsedUp, match="This server"):
        await interviews.start(eager, job.id)
    with pytest.raises(AllowanceUsedUp, match="many interviews today"):
        await everything.start(eager, job.id)


@pytest.mark.parametrize(
    ("hours", "told"),
    [(0, "in less than 6 hours"), (4.4, "in less than 2 hours"), (5.001, "in 60 minutes")],
)
def test_the_day_says_when_the_next_start_is_free(db, clock, eager, hours, told):
    def take():
        db.run_here(lambda session: bucket.take(session, eager.user_id, clock.now()))

    for _ in range(bucket.CAPACITY):
        take()
    clock.seconds += hours * 3_600

    with pytest.raises(AllowanceUsedUp) as refused:
        take()

    assert refused.value.message.endswith(f"The next start is free {told}.")
    left = refused.value.frees_at - clock.now()
    assert left.total_seconds() == pytest.approx((6 - hours) * 3_600, abs=1)


# --- what counts ---


async def test_what_ever_connected_counts_also_when_it_is_deleted(two, calls, ada, job_info):
    for _ in range(2):
        await two.delete(ada, await held(two, calls, ada, job_info))

    with pytest.raises(AllowanceUsedUp, match="both are used"):
        await two.start(ada, job_info.id)

    assert await two.allowance(ada) == Allowance(2, 2)


async def test_a_further_call_of_the_last_interview_costs_nothing(two, calls, ada, job_info):
    for _ in range(2):
        last = await held(two, calls, ada, job_info)

    line = FakeLine()
    await calls.conduct(await two.reopen(ada, last), line)

    assert line.errors() == []
    assert await two.allowance(ada) == Allowance(2, 2)


async def test_two_tabs_of_one_interview_count_once(two, calls, ada, job_info):
    started = await two.start(ada, job_info.id)
    first, second = FakeLine(stays=True), FakeLine()
    one = asyncio.create_task(calls.conduct(started.ticket, first))
    await until(lambda: len(first.shown) > 2)

    await calls.conduct(await two.reopen(ada, started.interview_id), second)
    await one

    assert await two.allowance(ada) == Allowance(2, 1)


# --- what holds a place, and what gives it back ---


async def test_a_start_holds_its_place_until_it_can_connect_no_more(
    two, clock, calls, ada, job_info
):
    for _ in range(2):
        await two.start(ada, job_info.id)
        clock.seconds += 1
    with pytest.raises(AllowanceUsedUp, match="being started already") as refused:
        await two.start(ada, job_info.id)
    free = refused.value.frees_at

    clock.seconds += RESERVED.total_seconds() - 2
    assert free == clock.now()
    await held(two, calls, ada, job_info)
    with pytest.raises(AllowanceUsedUp):
        await two.start(ada, job_info.id)
    clock.seconds += 1
    await held(two, calls, ada, job_info)

    assert await two.allowance(ada) == Allowance(2, 2)


async def test_an_engine_that_fails_to_open_costs_no_place_and_no_token(db, clock, eager, job):
    calls, interviews = one_engine(db, clock, AbsentInterviewer())

    for _ in range(2 * bucket.CAPACITY):
        started = await interviews.start(eager, job.id)
        await calls.conduct(started.ticket, FakeLine())

    assert await interviews.allowance(eager) == Allowance(1, 0)
    assert tokens(db, eager) == bucket.CAPACITY


async def test_a_failed_start_can_be_tried_again_and_pays_then(db, clock, eager, job):
    gated = GatedInterviewer()
    calls, interviews = one_engine(db, clock, gated)
    gated.gate(0).set_result(False)
    gated.gate(1).set_result(True)
    started = await interviews.start(eager, job.id)
    await calls.conduct(started.ticket, FakeLine())
    between = tokens(db, eager)

    ticket = await interviews.reopen(eager, started.interview_id)
    await calls.conduct(ticket, FakeLine())

    assert (between, tokens(db, eager)) == (bucket.CAPACITY, bucket.CAPACITY - 1)
    assert await interviews.allowance(eager) == Allowance(1, 1)


async def test_a_failed_start_finds_its_place_taken_when_it_comes_again(db, clock, ada, job_info):
    gated = GatedInterviewer()
    calls, interviews = one_engine(db, clock, gated)
    gated.gate(0).set_result(False)
    gated.gate(1).set_result(True)
    failed = await interviews.start(ada, job_info.id)
    await calls.conduct(failed.ticket, FakeLine())
    await held(interviews, calls, ada, job_info)

    with pytest.raises(AllowanceUsedUp):
        await interviews.reopen(ada, failed.interview_id)


async def test_a_start_that_ran_out_returns_its_token(db, clock, calls, eager, job):
    interviews = Interviews(db, clock, calls, limit=None)
    for _ in range(bucket.CAPACITY):
        await interviews.start(eager, job.id)
    with pytest.raises(AllowanceUsedUp) as refused:
        await interviews.start(eager, job.id)
    assert refused.value.frees_at is not None

    clock.seconds += RESERVED.total_seconds()
    await interviews.start(eager, job.id)

    assert tokens(db, eager) == bucket.CAPACITY - 1


async def test_discarding_or_ending_what_never_connected_gives_all_back_at_once(
    db, clock, calls, eager, job
):
    interviews = Interviews(db, clock, calls, limit=1)
    discarded = await interviews.start(eager, job.id)
    await interviews.delete(eager, discarded.interview_id)
    ended = await interviews.start(eager, job.id)
    await interviews.finish(eager, ended.interview_id)

    assert tokens(db, eager) == bucket.CAPACITY
    await held(interviews, calls, eager, job)


async def test_a_person_who_leaves_while_the_engine_opens_pays_nothing(db, clock, eager, job):
    gated = GatedInterviewer()
    calls, interviews = one_engine(db, clock, gated)
    started = await interviews.start(eager, job.id)
    call = asyncio.create_task(calls.conduct(started.ticket, FakeLine()))
    await until(lambda: gated.asked == 1)

    call.cancel()
    await asyncio.wait([call])

    assert tokens(db, eager) == bucket.CAPACITY
    assert await interviews.start(eager, job.id)


async def test_a_place_that_was_taken_back_opens_no_call(db, clock, ada, job_info):
    gated = GatedInterviewer()
    calls, interviews = one_engine(db, clock, gated)
    gated.gate(1).set_result(True)
    late, line = await interviews.start(ada, job_info.id), FakeLine()
    call = asyncio.create_task(calls.conduct(late.ticket, line))
    await until(lambda: gated.asked == 1)
    clock.seconds += RESERVED.total_seconds()
    await held(interviews, calls, ada, job_info)

    gated.gate(0).set_result(True)
    await call

    assert [message.message for message in line.shown] == [
        "This start link has expired. Start again."
    ]
    assert await interviews.allowance(ada) == Allowance(1, 1)


async def test_a_retry_keeps_its_place_when_the_try_before_fails_late(db, clock, ada, job_info):
    gated = GatedInterviewer()
    calls, interviews = one_engine(db, clock, gated)
    gated.gate(1).set_result(True)
    started = await interviews.start(ada, job_info.id)
    call = asyncio.create_task(calls.conduct(started.ticket, FakeLine()))
    await until(lambda: gated.asked == 1)
    clock.seconds += 10
    again = await interviews.reopen(ada, started.interview_id)

    gated.gate(0).set_result(False)
    await call
    line = FakeLine()
    await calls.conduct(again, line)

    assert line.errors() == []
    assert await interviews.allowance(ada) == Allowance(1, 1)


# --- the connection itself ---


async def test_of_two_that_connect_at_once_with_one_place_left_one_gets_in(
    db, clock, ada, job_info
):
    gated = GatedInterviewer()
    calls, interviews = one_engine(db, clock, gated, limit=None)
    free, richer = replace(ada, features=TWO), replace(ada, features=ANY)
    started = [await interviews.start(free, job_info.id) for _ in range(2)]
    lines = [FakeLine(), FakeLine()]
    gated.gate(0).set_result(True)
    await held(interviews, calls, richer, job_info)  # on another plan, which ends now
    at_once = [
        asyncio.create_task(calls.conduct(one.ticket, line))
        for one, line in zip(started, lines, strict=True)
    ]
    await until(lambda: gated.asked == 3)

    gated.gate(1).set_result(True)
    gated.gate(2).set_result(True)
    await asyncio.wait(at_once)

    assert sorted(line.errors() for line in lines) == [[], ["E0700"]]
    told = next(line for line in lines if line.errors()).shown[0]
    assert (told.slug, told.message) == (
        "allowance_used_up",
        "All interviews that you may hold are used.",
    )
    assert await interviews.allowance(free) == Allowance(2, 2)


async def test_a_refused_connection_leaves_nothing_behind(db, clock, calls, eager, job):
    interviews = Interviews(db, clock, calls, limit=1)
    started, line = await interviews.start(eager, job.id), FakeLine()

    def another_server_was_faster(session):
        session.get_one(User, eager.user_id).interviews_held = 1

    db.run_here(another_server_was_faster)
    await calls.conduct(started.ticket, line)

    (kept,) = db.run_here(lambda session: session.exec(select(Interview)).all())
    assert (line.errors(), line.closed_with) == (["E0700"], 1000)
    assert (kept.chat_id, kept.paid, kept.reserved_until) == (None, False, None)
    assert tokens(db, eager) == bucket.CAPACITY
