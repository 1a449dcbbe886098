"""Starting: whose job, which plan, how many a day."""

import random
import threading

import anyio
import pytest
from sqlmodel import select

from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotSignedIn
from darasa_reflex.features.accounts import bucket
from darasa_reflex.features.accounts.models import RateBucket
from darasa_reflex.features.interviews.models import Interview, Ticket
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.start.reservations import RESERVED
from tests.conftest import person
from tests.features.interviews.doubles import FakeLine, left_open


async def test_an_unoffered_length_or_patience_is_refused(interviews, ada, job_info):
    for minutes, patience in [(7, "normal"), (True, "normal"), ("x", "normal"), (10, ["fast"])]:
        with pytest.raises(InvalidInput):
            await interviews.start(ada, job_info.id, minutes, patience)


async def test_a_start_that_never_connects_holds_its_place_for_a_while_only(
    db, clock, calls, ada, job_info
):
    interviews = Interviews(db, clock, calls, limit=1)
    await interviews.start(ada, job_info.id)
    with pytest.raises(AllowanceUsedUp, match="being started already"):
        await interviews.start(ada, job_info.id)

    clock.seconds += RESERVED.total_seconds()

    assert await interviews.start(ada, job_info.id)


async def test_who_comes_back_to_an_interview_pays_for_it_once(db, clock, calls, eager, job):
    interviews = Interviews(db, clock, calls, limit=1)
    started = await interviews.start(eager, job.id)

    ticket = await interviews.reopen(eager, started.interview_id)  # never connected
    for _ in range(2):
        left_open(calls, ticket)
        ticket = await interviews.reopen(eager, started.interview_id)

    kept = db.run_here(lambda session: session.get(RateBucket, f"start:{eager.user_id}"))
    assert kept.tokens == bucket.CAPACITY - 1
    assert (await interviews.allowance(eager)).used == 1


async def test_the_next_interview_for_a_job_asks_other_questions(
    db, interviews, ada, job_info, monkeypatch
):
    # By chance it would ask the very same.
    monkeypatch.setattr(random, "SystemRandom", lambda: random.Random(7))
    asked = []
    for _ in range(2):
        started = await interviews.start(ada, job_info.id)
        plan = db.run_here(lambda s, one=started: s.get_one(Interview, one.interview_id).plan)
        asked.append(
            {one["text"] for one in plan["questions"] if one["section"] in {"behavioural", "role"}}
        )

    assert asked[0]
    assert asked[0].isdisjoint(asked[1])


def test_the_bucket_grants_exactly_its_capacity_to_a_crowd(db, clock):
    eager = person(db, "Eager", limited=True)
    granted: list[bool] = []

    def ask():
        for _ in range(4):
            try:
                db.run_here(lambda session: bucket.take(session, eager.user_id, clock.now()))
            except AllowanceUsedUp:
                continue
            granted.append(True)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(granted) == bucket.CAPACITY


def test_a_token_given_back_is_there_again_but_never_more_than_all(db, clock):
    eager = person(db, "Eager", limited=True)
    mine = (eager.user_id, clock.now())

    def take(session):
        bucket.take(session, *mine)

    for _ in range(bucket.CAPACITY):
        db.run_here(take)
    db.run_here(lambda session: bucket.give_back(session, *mine))
    db.run_here(take)
    with pytest.raises(AllowanceUsedUp):
        db.run_here(take)

    for _ in range(bucket.CAPACITY + 5):
        db.run_here(lambda session: bucket.give_back(session, *mine))
    for _ in range(bucket.CAPACITY):
        db.run_here(take)
    with pytest.raises(AllowanceUsedUp):
        db.run_here(take)


def test_the_bucket_refills_four_a_day_and_says_when(db, clock):
    eager = person(db, "Eager", limited=True)

    def take(session):
        bucket.take(session, eager.user_id, clock.now())

    for _ in range(bucket.CAPACITY):
        db.run_here(take)
    with pytest.raises(AllowanceUsedUp) as refused:
        db.run_here(take)
    clock.seconds += 6 * 3600 + 1

    db.run_here(take)

    assert refused.value.frees_at is not None
    assert abs((refused.value.frees_at - clock.now()).total_seconds()) < 2


async def test_of_many_callers_with_one_ticket_one_wins(db, calls, interviews, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    outcomes: list[str] = []

    async def try_it():
        try:
            await calls.conduct(started.ticket, FakeLine())
        except NotSignedIn:
            outcomes.append("refused")
        else:
            outcomes.append("held")

    async with anyio.create_task_group() as group:
        for _ in range(8):
            group.start_soon(try_it)

    assert sorted(outcomes) == ["held"] + ["refused"] * 7


async def test_a_ticket_is_kept_as_a_digest_only(db, interviews, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    stored = db.run_here(lambda session: session.exec(select(Ticket.digest)).all())

    assert started.ticket not in stored
    assert len(stored) == 1
