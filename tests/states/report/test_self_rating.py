"""How it went, in a person's own view: asked once, right after an interview, before its report."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.self_rating.models import SelfRating
from darasa_reflex.states.report.self_rating import SelfRatingState, ask_after
from darasa_reflex.states.settings.shared_links import SharedLinksState
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held
from tests.states.conftest import call, seen_from

REPORT = "/app/job-infos/[job_info_id]/interviews/[interview_id]"
AT = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
async def page(house):
    """The page of a report of the local person, who has just ended its interview in this tab."""
    await do(seen_from(SharedLinksState, route="/app/settings", path="/app/settings"), "load")
    me = house.db.run_here(lambda s: s.exec(select(User).where(User.subject != "other")).one())
    job = backend_job(house.db, type("Owner", (), {"user_id": me.id}))
    interview = held(house.db, job.id, said.BACKEND_WEAK[:1], AT, reported=False)
    path = f"/app/job-infos/{job.id}/interviews/{interview}"
    shown = seen_from(SelfRatingState, route=REPORT, path=path)
    await ask_after(shown, interview)
    await do(shown, "load")
    return shown


async def do(state, name, **given):
    return await call(type(state).event_handlers[name].fn, state, given)


def kept(house):
    return [one.level for one in house.db.run_here(lambda s: s.exec(select(SelfRating)).all())]


async def test_it_is_asked_once_and_the_first_word_stays(house, page):
    asked = page.asks
    await do(page, "give", level=3)
    given = (page.asks, page.said)

    await do(page, "give", level=5)
    await do(page, "load")

    assert (asked, given) == (True, (False, "all right"))
    assert (page.asks, page.said, kept(house)) == (False, "all right", [3])


async def test_whoever_skips_it_is_not_asked_again(house, page):
    await do(page, "skip")
    await do(page, "load")

    assert (page.asks, page.said, kept(house)) == (False, "", [])


async def test_a_report_that_is_read_later_or_of_silence_is_shown_at_once(house, page):
    later = seen_from(SelfRatingState, route=REPORT, path=str(page.router.url.path))
    await do(later, "load")
    silent = held(house.db, UUID(page.router.url.path.split("/")[3]), [], AT, reported=False)
    path = f"/app/job-infos/{silent}/interviews/{silent}"
    nothing = seen_from(SelfRatingState, route=REPORT, path=path)
    await ask_after(nothing, silent)
    await do(nothing, "load")

    assert not later.asks
    assert (nothing.view, nothing.asks) == ("ready", False)


async def test_what_is_no_level_is_refused(house, page):
    for level in (0, 6, True, 10**9):
        with pytest.raises(InvalidInput):
            await do(page, "give", level=level)

    assert kept(house) == []


async def test_nobody_rates_the_interview_of_another(house, page):
    theirs = f"/app/job-infos/{house.job_id}/interviews/{house.interview_id}"
    forged = seen_from(SelfRatingState, route=REPORT, path=theirs)

    with pytest.raises(NotFound):
        await do(forged, "give", level=3)
    await do(forged, "load")

    assert (forged.view, kept(house)) == ("missing", [])
