import asyncio
from datetime import timedelta

from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.personal_data import retention
from darasa_reflex.features.personal_data.retention import Retention
from tests.conftest import a_job
from tests.features.personal_data.furnished import rows_of_all

DAY = 86_400


def keeps(db, actor, days):
    db.run_here(lambda s: setattr(s.get_one(User, actor.user_id), "keep_days", days))


def held(db, clock, job, days_ago):
    """Insert an interview that was made so many days ago; return its id."""
    made = Interview(job_info_id=job.id, created_at=clock.now() - timedelta(days=days_ago))
    db.run_here(lambda session: session.add(made))
    return made.id


def there(db, *ids):
    return db.run_here(lambda session: [session.get(Interview, one) is not None for one in ids])


async def test_only_what_is_older_than_the_person_wants_goes(db, clock, ada, eve, job_info):
    keeps(db, ada, 30)
    old, new = held(db, clock, job_info, 30.1), held(db, clock, job_info, 29.9)
    for_ever = held(db, clock, a_job(db, eve), 4_000)

    gone = await Retention(db, clock).sweep(clock.now())

    assert gone == 1
    assert there(db, old, new, for_ever) == [False, True, True]
    assert rows_of_all(db)["job_info"] == 2


async def test_each_person_has_their_own_number_of_days(db, clock, ada, eve, job_info):
    keeps(db, ada, 30)
    keeps(db, eve, 90)
    hers = a_job(db, eve)
    ids = [held(db, clock, job, days) for job in (job_info, hers) for days in (40, 100)]

    await Retention(db, clock).sweep(clock.now())

    assert there(db, *ids) == [False, False, True, False]


async def test_an_interview_with_a_live_call_stays_until_it_ends(db, clock, ada, job_info):
    keeps(db, ada, 30)
    interview_id = held(db, clock, job_info, 31)
    now = clock.now()
    call = Call(id="chat", interview_id=interview_id, connected_at=now, seen_at=now)
    db.run_here(lambda session: session.add(call))

    during = await Retention(db, clock).sweep(now)
    db.run_here(lambda session: setattr(session.get_one(Call, "chat"), "ended_at", now))
    after = await Retention(db, clock).sweep(now)

    assert (during, after) == (0, 1)
    assert rows_of_all(db)["call"] == 0


async def test_more_than_one_batch_goes(db, clock, ada, job_info, monkeypatch):
    monkeypatch.setattr(retention, "_AT_ONCE", 3)
    keeps(db, ada, 30)
    old = [held(db, clock, job_info, 31) for _ in range(10)]
    live = held(db, clock, job_info, 32)
    now = clock.now()
    call = Call(id="chat", interview_id=live, connected_at=now, seen_at=now)
    db.run_here(lambda session: session.add(call))

    gone = await Retention(db, clock).sweep(clock.now())

    assert gone == 10
    assert there(db, *old, live) == [False] * 10 + [True]


async def test_several_servers_at_once_do_no_harm(db, clock, ada, job_info):
    keeps(db, ada, 30)
    old = [held(db, clock, job_info, 31) for _ in range(8)]

    gone = await asyncio.gather(*(Retention(db, clock).sweep(clock.now()) for _ in range(4)))

    assert sum(gone) == 8
    assert there(db, *old) == [False] * 8


async def test_the_worker_looks_at_the_start_and_then_every_hour(db, clock, ada, job_info):
    keeps(db, ada, 30)
    own = Retention(db, clock)
    first = held(db, clock, job_info, 31)

    at_start = await own.worker.run_once()
    second = held(db, clock, job_info, 31)
    clock.seconds += 3_599
    await own.worker.run_once()
    before = there(db, first, second)
    clock.seconds += 2
    await own.worker.run_once()

    assert at_start is False
    assert before == [False, True]
    assert there(db, second) == [False]
