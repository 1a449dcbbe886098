"""How feedback stands, for many interviews at once."""

import pytest

from darasa_reflex.features.feedback.judging.rubric import OVERALL
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.providers.judge.local import LocalJudge


@pytest.fixture
def runs(db, clock):
    return FeedbackRuns(db, clock, LocalJudge(), "local")


def with_runs(db, job_info, *given):
    """Insert an interview with runs of these statuses and overall ratings, oldest first."""

    def work(session):
        interview = Interview(job_info_id=job_info.id)
        session.add(interview)
        session.flush()
        for number, (status, rating) in enumerate(given, start=1):
            categories = [{"key": "clarity", "rating": 1}, {"key": OVERALL, "rating": rating}]
            session.add(
                Feedback(
                    interview_id=interview.id,
                    run=number,
                    status=status.value,
                    rubric_version="1",
                    app_version="0",
                    judge="local",
                    report={"categories": categories} if status is FeedbackStatus.READY else {},
                )
            )
        return interview.id

    return db.run_here(work)


async def test_the_newest_run_counts_and_a_missing_rating_stays_missing(runs, db, ada, job_info):
    ready, failed = FeedbackStatus.READY, FeedbackStatus.FAILED
    better = with_runs(db, job_info, (ready, 4), (ready, 6.8))
    broken = with_runs(db, job_info, (ready, 4), (failed, None))
    unrated = with_runs(db, job_info, (ready, None))
    silent = with_runs(db, job_info)

    found = await runs.overview(ada, [better, broken, unrated, silent])

    told = {key: (glance.status, glance.overall) for key, glance in found.items()}
    assert told == {better: (ready, 6.8), broken: (failed, None), unrated: (ready, None)}


async def test_a_stranger_learns_nothing_and_no_ids_are_no_query_error(
    runs, db, eve, ada, job_info
):
    theirs = with_runs(db, job_info, (FeedbackStatus.READY, 8))

    assert await runs.overview(eve, [theirs]) == {}
    assert await runs.overview(ada, []) == {}
