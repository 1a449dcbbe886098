"""Interviews over a Hume that drops the line again and again, on a real database."""

import pytest
from pydantic import SecretStr

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.providers.interviewer.hume.provider import HumeInterviewer
from tests.vendors.hume.hume import KEY, HumeStandIn
from tests.vendors.hume.hume_candidate import Candidate
from tests.vendors.hume.hume_whole import rest_route

# Twenty whole interviews each.
pytestmark = [pytest.mark.slow, pytest.mark.one_database]


@pytest.fixture
async def hume():
    stand_in = await HumeStandIn(tone_ms=10).start()
    stand_in.routes.append(rest_route(stand_in.record))
    yield stand_in
    await stand_in.stop()


@pytest.fixture
def calls(db, clock, hume) -> Calls:
    own = HumeInterviewer(hume.address, SecretStr(KEY), "cfg", clock)
    return Calls(db, clock, Cast((Member("hume", "Hume EVI", lambda: own),)), CallLimits())


@pytest.fixture
def interviews(db, clock, calls) -> Interviews:
    return Interviews(db, clock, calls, limit=None)


@pytest.mark.parametrize("every", [1, 3, 8, 20])
async def test_what_was_shown_is_kept_once_however_often_the_line_drops(
    db, hume, calls, interviews, ada, job_info, every
):
    hume.drop_after = every
    candidate = Candidate()

    interview_id = await candidate.hold(calls, interviews, ada, job_info.id)

    turns = await interviews.transcript(ada, interview_id)
    kept = [turn.text for turn in turns]
    assert [text for text in kept if text in candidate.shown] == candidate.shown
    assert len(set(kept)) == len(kept)
    assert set(kept) - set(candidate.shown) <= set(candidate.typed)
    assert {error.code for error in candidate.errors} <= {"E0700"}
    assert all(error.darasa and error.darasa.retryable for error in candidate.errors)
    assert len(candidate.errors) == len(hume.record.chats) - 1 > 0
    assert len(hume.groups) == 1
    # What Hume believes to have said holds all that came from it.
    assert set(candidate.shown) <= {text for _, text in hume.record.said}
    group = db.run_here(lambda session: repository.newest_group(session, interview_id, "hume"))
    assert group in hume.groups


@pytest.mark.parametrize("every", [1, 3, 8, 20])
async def test_afterwards_the_transcript_is_what_was_said(
    db, clock, hume, calls, interviews, ada, job_info, every
):
    hume.drop_after = every
    candidate = Candidate()
    interview_id = await candidate.hold(calls, interviews, ada, job_info.id)

    assert await Recollection(db, clock, calls.interviewers).catch_up(interview_id, 30)

    turns = await interviews.transcript(ada, interview_id)
    said = [(turn.speaker, turn.text) for turn in turns]
    # What was typed into a broken line, Hume never heard; it was said all the same.
    unheard = {("actor", text) for text in candidate.typed} - set(hume.record.said)
    assert [turn for turn in said if turn not in unheard] == hume.record.said
    assert len(set(said)) == len(said)
