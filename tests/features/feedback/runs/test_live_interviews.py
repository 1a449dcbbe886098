"""When feedback is made, and who is asked: not over interviews that live, or are gone."""

import asyncio

import pytest

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import language, spoken_in
from darasa_reflex.features.feedback.judging.judge import Verdict
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.job_infos.service import JobInfos
from darasa_reflex.providers.judge.local import LocalJudge
from tests.features.feedback.runs.test_runs import an_interview


def a_live_interview(db, clock, job_info, **more):
    def work(session):
        interview = Interview(job_info_id=job_info.id, chat_id="c", **more)
        session.add(interview)
        session.flush()
        now = clock.now()
        session.add(Call(id="c", interview_id=interview.id, connected_at=now, seen_at=now))
        return interview.id

    return db.run_here(work)


@pytest.fixture
def runs(db, clock):
    return FeedbackRuns(db, clock, LocalJudge(), "local")


async def test_feedback_waits_for_the_end_of_a_live_call(db, clock, runs, ada, job_info):
    running = a_live_interview(db, clock, job_info)

    with pytest.raises(InvalidInput):
        await runs.request(ada, running)
    nothing = await runs.latest(ada, running)
    clock.seconds += 16  # its server has died
    asked = await runs.request(ada, running)

    assert nothing is None
    assert asked.status is FeedbackStatus.QUEUED


async def test_an_ended_interview_gets_feedback_while_its_call_still_closes(
    db, clock, runs, ada, job_info
):
    ended = a_live_interview(db, clock, job_info, finished_at=clock.now())

    assert (await runs.request(ada, ended)).status is FeedbackStatus.QUEUED


async def test_a_job_deleted_while_it_is_judged_leaves_nothing_and_breaks_nothing(
    db, clock, ada, job_info
):
    class Deleting:
        async def judge(self, material, run):
            await JobInfos(db).delete(ada, job_info.id)
            return await LocalJudge().judge(material, run)

    runs = FeedbackRuns(db, clock, Deleting(), "deleting")
    ended = a_live_interview(db, clock, job_info, finished_at=clock.now())
    await runs.request(ada, ended)

    async with asyncio.timeout(30):
        worked = await runs.run_once()

    assert worked
    assert not await runs.run_once()


async def test_who_wants_a_report_without_a_model_has_none_asked(db, clock, ada, job_info):
    asked = []

    class Noting:
        def __init__(self, name):
            self.name = name

        async def judge(self, material, run):
            asked.append((self.name, language()))
            return Verdict(label="by nobody", rulings=())

    model = Noting("model")
    runs = FeedbackRuns(db, clock, Noting("rules"), "local", by_model=lambda: ("m", model))
    interview_id = an_interview(db, job_info)
    for reads_in, without in (("de", False), ("en", True)):
        with spoken_in(reads_in):
            await runs.request(ada, interview_id, without_model=without)
        assert await runs.run_once()

    assert asked == [("model", "de"), ("rules", "en")]
