"""Feedback runs: asked for, made, failed, retried, and kept over restarts."""

import asyncio
import contextlib
import json
import logging
from uuid import uuid4

import pytest

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.core.monitoring.metrics import REGISTRY
from darasa_reflex.core.processes import worker
from darasa_reflex.core.words.sentences import language, spoken_in
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.runs import leased, repository
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.providers.judge.local import LocalJudge
from tests.features.feedback import transcripts as said

pytestmark = pytest.mark.slow


class BrokenJudge:
    """Fails with an error, until told to work."""

    def __init__(self, error):
        self.error = error

    async def judge(self, material, run):
        if self.error:
            raise self.error
        return await LocalJudge().judge(material, run)


class SlowJudge:
    """Waits until it is let go."""

    def __init__(self):
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def judge(self, material, run):
        self.asked.set()
        await self.go.wait()
        return await LocalJudge().judge(material, run)


def an_interview(db, job_info):
    def work(session):
        interview = Interview(job_info_id=job_info.id)
        session.add(interview)
        session.flush()
        for position, turn in enumerate(said.turns_of(said.BACKEND_STRONG, 400)):
            session.add(
                Turn(
                    interview_id=interview.id,
                    chat_id="c",
                    position=position,
                    speaker=turn.speaker.value,
                    text=turn.text,
                    began_ms=turn.began_ms,
                    ended_ms=turn.ended_ms,
                    segments=[[turn.began_ms, turn.ended_ms]],
                )
            )
        return interview.id

    return db.run_here(work)


@pytest.fixture
def interview_id(db, job_info):
    return an_interview(db, job_info)


@pytest.fixture
def runs(db, clock):
    return FeedbackRuns(db, clock, LocalJudge(), "local")


async def test_feedback_is_asked_for_made_and_shown(runs, ada, interview_id):
    assert await runs.latest(ada, interview_id) is None

    asked = await runs.request(ada, interview_id)
    worked = await runs.run_once()

    ready = await runs.latest(ada, interview_id)
    assert (asked.status, asked.run, asked.report) == (FeedbackStatus.QUEUED, 1, None)
    assert worked
    assert ready.status is FeedbackStatus.READY
    assert ready.report.category("response_quality").found == "much"
    assert ready.report.category("response_quality").rating is None
    assert ready.report.coverage[0].requirement == "Python"
    assert (ready.step, ready.reason) == ("", None)


async def test_nothing_waits_when_nothing_was_asked(runs):
    assert not await runs.run_once()


async def test_asking_twice_makes_one_run(runs, db, ada, interview_id):
    first, second = await asyncio.gather(
        runs.request(ada, interview_id), runs.request(ada, interview_id)
    )

    assert first.run == second.run == 1
    assert await runs.run_once()
    assert not await runs.run_once()


async def test_a_ready_run_can_be_made_again_and_the_old_one_stays(runs, db, ada, interview_id):
    await runs.request(ada, interview_id)
    await runs.run_once()

    again = await runs.request(ada, interview_id)
    await runs.run_once()

    latest = await runs.latest(ada, interview_id)
    assert again.run == latest.run == 2
    assert latest.status is FeedbackStatus.READY


async def test_a_stranger_learns_nothing(runs, ada, eve, interview_id):
    await runs.request(ada, interview_id)

    for strange in (interview_id, uuid4()):
        with pytest.raises(NotFound):
            await runs.request(eve, strange)
        with pytest.raises(NotFound):
            await runs.latest(eve, strange)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ServiceUnavailable("x", "The judge is away.", retryable=True), "The judge is away."),
        (TimeoutError(), "did not answer in time"),
        (RuntimeError("I never said this secret"), "Something went wrong on our side"),
    ],
)
async def test_a_failing_judge_is_said_to_fail_and_can_be_retried(
    db, clock, ada, interview_id, caplog, error, reason
):
    judge = BrokenJudge(error)
    runs = FeedbackRuns(db, clock, judge, "broken")
    await runs.request(ada, interview_id)

    with caplog.at_level(logging.ERROR):
        await runs.run_once()
    failed = await runs.latest(ada, interview_id)
    judge.error = None
    await runs.request(ada, interview_id)
    await runs.run_once()

    assert failed.status is FeedbackStatus.FAILED
    assert reason in failed.reason
    assert failed.report is None
    assert "secret" not in caplog.text
    assert (await runs.latest(ada, interview_id)).status is FeedbackStatus.READY


class ListeningJudge:
    """Tells what language it was asked in, and counts words as rules do."""

    async def judge(self, material, run):
        self.language = language()
        await run.step(sentence("Rating, pass {number} of {passes}", number=1, passes=3))
        return await LocalJudge().judge(material, run)


async def test_a_run_is_made_in_the_language_of_who_asked_and_read_in_that_of_who_reads(
    db, clock, ada, interview_id
):
    judge = ListeningJudge()
    runs = FeedbackRuns(db, clock, judge, "listening")
    with spoken_in("de"):
        await runs.request(ada, interview_id)
    await runs.run_once()

    english = (await runs.latest(ada, interview_id)).report
    with spoken_in("de"):
        german = (await runs.latest(ada, interview_id)).report
    assert judge.language == "de"
    assert language() == "en"
    assert english.category("role_fit").reason.startswith("You named")
    assert german.category("role_fit").reason.startswith("Begriffe, die im Text der Stelle")


async def test_why_a_run_failed_is_read_in_the_language_of_who_reads(db, clock, ada, interview_id):
    runs = FeedbackRuns(db, clock, BrokenJudge(TimeoutError()), "broken")
    await runs.request(ada, interview_id)
    await runs.run_once()

    with spoken_in("de"):
        german = (await runs.latest(ada, interview_id)).reason
    assert german.startswith("Der Feedback-Dienst hat nicht rechtzeitig geantwortet.")
    assert "did not answer in time" in (await runs.latest(ada, interview_id)).reason


async def test_what_is_done_is_read_in_the_language_of_who_waits(db, clock, ada, interview_id):
    judge = SlowJudge()
    runs = FeedbackRuns(db, clock, judge, "slow")
    await runs.request(ada, interview_id)
    work = asyncio.create_task(runs.run_once())
    await judge.asked.wait()

    with spoken_in("de"):
        german = (await runs.latest(ada, interview_id)).step
    english = (await runs.latest(ada, interview_id)).step
    judge.go.set()
    await work
    assert (english, german) == ("Rating", "Wird bewertet")


async def test_a_run_that_a_dead_worker_left_is_taken_after_its_lease(db, clock, ada, interview_id):
    stuck = SlowJudge()
    dying = FeedbackRuns(db, clock, stuck, "slow")
    await dying.request(ada, interview_id)
    work = asyncio.create_task(dying.run_once())
    await stuck.asked.wait()
    work.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await work
    restarted = FeedbackRuns(db, clock, LocalJudge(), "local")

    too_early = await restarted.run_once()
    running = await restarted.latest(ada, interview_id)
    clock.seconds += repository.LEASE.total_seconds() + 1
    taken = await restarted.run_once()

    assert (too_early, taken) == (False, True)
    assert (running.status, running.step) == (FeedbackStatus.RUNNING, "Rating")
    assert (await restarted.latest(ada, interview_id)).status is FeedbackStatus.READY


async def test_a_run_whose_server_is_known_dead_goes_on_at_once(runs, db, clock, ada, interview_id):
    await runs.request(ada, interview_id)
    db.run_here(lambda session: repository.claim(session, clock.now()))
    restarted = FeedbackRuns(db, clock, LocalJudge(), "local")

    await restarted.take_up()

    assert await restarted.run_once()
    assert (await restarted.latest(ada, interview_id)).status is FeedbackStatus.READY


async def test_a_judge_that_thinks_long_keeps_its_run_while_its_server_lives(
    db, clock, ada, interview_id, monkeypatch
):
    monkeypatch.setattr(leased, "_RENEW_EVERY_SECONDS", 0.01)
    thinking = SlowJudge()
    alive = FeedbackRuns(db, clock, thinking, "slow")
    await alive.request(ada, interview_id)
    work = asyncio.create_task(alive.run_once())
    await thinking.asked.wait()
    taken = []
    for _ in range(3):
        clock.seconds += repository.LEASE.total_seconds() - 1
        await asyncio.sleep(0.3)
        taken.append(await FeedbackRuns(db, clock, LocalJudge(), "other").run_once())

    thinking.go.set()
    await work

    assert taken == [False] * 3
    assert (await alive.latest(ada, interview_id)).status is FeedbackStatus.READY


async def test_a_worker_that_lost_its_lease_changes_nothing(db, clock, ada, interview_id):
    stuck = SlowJudge()
    late = FeedbackRuns(db, clock, stuck, "slow")
    await late.request(ada, interview_id)
    work = asyncio.create_task(late.run_once())
    await stuck.asked.wait()
    clock.seconds += repository.LEASE.total_seconds() + 1
    away = BrokenJudge(ServiceUnavailable("x", "Away.", retryable=True))
    await FeedbackRuns(db, clock, away, "away").run_once()

    stuck.go.set()
    await work

    assert (await late.latest(ada, interview_id)).status is FeedbackStatus.FAILED


async def test_a_run_whose_workers_keep_dying_fails_in_the_end(runs, db, clock, ada, interview_id):
    await runs.request(ada, interview_id)
    for _ in range(repository.MOST_ATTEMPTS):
        assert db.run_here(lambda session: repository.claim(session, clock.now()))
        clock.seconds += repository.LEASE.total_seconds() + 1

    worked = await runs.run_once()

    failed = await runs.latest(ada, interview_id)
    assert not worked
    assert failed.status is FeedbackStatus.FAILED
    assert "retry" in failed.reason


async def test_many_workers_do_each_run_once(db, clock, ada, job_info):
    interviews = [an_interview(db, job_info) for _ in range(6)]
    workers = [FeedbackRuns(db, clock, LocalJudge(), "local") for _ in range(3)]
    for interview in interviews:
        await workers[0].request(ada, interview)

    worked = await asyncio.gather(*(w.run_once() for w in workers for _ in range(4)))

    assert sum(worked) == 6
    for interview in interviews:
        assert (await workers[0].latest(ada, interview)).status is FeedbackStatus.READY


async def test_the_loop_wakes_when_asked_and_outlives_a_bug(db, clock, ada, job_info, monkeypatch):
    monkeypatch.setattr(worker, "POLL_SECONDS", 600.0)
    first, second = an_interview(db, job_info), an_interview(db, job_info)
    judge = BrokenJudge(RuntimeError())
    runs = FeedbackRuns(db, clock, judge, "b")
    loop = asyncio.create_task(runs.worker.run())
    await asyncio.sleep(0.05)

    async def settled(interview):
        await runs.request(ada, interview)
        async with asyncio.timeout(30):
            while (view := await runs.latest(ada, interview)).report is None:
                if view.status is FeedbackStatus.FAILED:
                    break
                await asyncio.sleep(0.01)
        return view.status

    broken = await settled(first)
    judge.error = None
    fine = await settled(second)

    loop.cancel()
    assert (broken, fine) == (FeedbackStatus.FAILED, FeedbackStatus.READY)


async def test_an_interview_without_turns_gets_a_plain_refusal(runs, db, ada, job_info):
    def work(session):
        interview = Interview(job_info_id=job_info.id)
        session.add(interview)
        return interview

    empty = db.run_here(work).id
    await runs.request(ada, empty)

    await runs.run_once()

    report = (await runs.latest(ada, empty)).report
    assert {result.rating for result in report.categories} == {None}
    assert json.dumps(report.as_json())


async def test_whoever_runs_the_server_learns_how_long_runs_take_and_how_many_wait(
    db, clock, ada, interview_id
):
    def seconds(state):
        name = "darasa_feedback_run_seconds_sum"
        return REGISTRY.get_sample_value(name, {"state": state}) or 0.0

    class Judge(BrokenJudge):
        async def judge(self, material, run):
            clock.seconds += 7
            return await super().judge(material, run)

    judge = Judge(ServiceUnavailable("judge", "It does not answer.", retryable=True))
    runs = FeedbackRuns(db, clock, judge, "local")
    before = [seconds(state) for state in ("failed", "ready")]

    for error in (judge.error, None):
        judge.error = error
        await runs.request(ada, interview_id)
        waiting = await runs.open_runs()
        await runs.run_once()

    assert waiting == {"queued": 1, "running": 0}
    assert await runs.open_runs() == {"queued": 0, "running": 0}
    assert [seconds("failed") - before[0], seconds("ready") - before[1]] == [7, 7]
