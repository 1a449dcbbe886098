"""Feedback on a transcript that was completed later says so, and only then."""

import pytest

from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.models import Turn
from darasa_reflex.providers.judge.local import LocalJudge
from tests.features.feedback.runs.test_runs import an_interview


@pytest.fixture
async def rated(db, clock, ada, job_info):
    """An interview with feedback, the runs, and its turns."""
    interview_id = an_interview(db, job_info)
    runs = FeedbackRuns(db, clock, LocalJudge(), "local")
    await runs.request(ada, interview_id)
    assert await runs.run_once()
    return interview_id, runs


def shift(db, interview_id, first, by):
    """Number the turns from `first` on anew, as if others had come before them."""

    def work(session):
        for turn in reversed(repository.turns(session, interview_id)):
            if turn.position >= first:
                turn.position += by
                session.add(turn)
                session.flush()

    db.run_here(work)


def add(db, interview_id, position):
    db.run_here(
        lambda session: session.add(
            Turn(
                interview_id=interview_id,
                chat_id="c",
                position=position,
                speaker="actor",
                text="Yes, that is so.",
                began_ms=0,
            )
        )
    )


async def test_feedback_that_fits_the_transcript_is_not_stale(db, ada, rated):
    interview_id, runs = rated
    last = len(db.run_here(lambda s: repository.turns(s, interview_id)))

    first = await runs.latest(ada, interview_id)
    add(db, interview_id, last)
    later = await runs.latest(ada, interview_id)

    assert any(part.quote for row in first.report.questions for part in row.parts)
    assert not first.stale
    assert not later.stale  # every quote is still where it was


async def test_a_turn_that_came_late_makes_it_stale_until_it_is_made_again(db, ada, rated):
    interview_id, runs = rated

    shift(db, interview_id, 0, 1)
    add(db, interview_id, 0)
    late = await runs.latest(ada, interview_id)
    await runs.request(ada, interview_id)
    assert await runs.run_once()

    assert late.stale
    assert not (await runs.latest(ada, interview_id)).stale
    assert (await runs.read_run(ada, interview_id, 1)).stale


async def test_a_transcript_that_lost_its_end_does_not_break_the_page(db, ada, rated):
    interview_id, runs = rated

    def work(session):
        for turn in repository.turns(session, interview_id)[1:]:
            session.delete(turn)

    db.run_here(work)

    assert (await runs.latest(ada, interview_id)).stale
