"""How a page shows that an interview may not be started."""

from datetime import UTC, datetime

import pytest

from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.states.room.interview_room import InterviewRoomState
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.states.set_up.used_up import forget_refusal, refuse
from darasa_reflex.wiring import services
from tests.states.conftest import FORM, seen_from

ROOM = "/app/job-infos/[job_info_id]/interviews/[interview_id]/room"


@pytest.fixture
def own(house, monkeypatch):
    """A job and a not yet connected interview of one's own, on a server that allows none."""
    me = User(subject="local", name="there")
    job = JobInfo(user_id=me.id, name="Mine", experience_level="junior", description="x")
    interview = Interview(job_info_id=job.id)
    for row in (me, job, interview):
        house.db.run_here(lambda session, row=row: session.add(row))
    monkeypatch.setattr(services().interviews, "_limit", 0)
    return f"/app/job-infos/{job.id}/interviews", str(interview.id)


def fields(page):
    return page.not_started, page.frees_at, page.used_up, page.upgradable


async def handled(page, name, *given):
    return await type(page).event_handlers[name].fn(page, *given)


async def test_a_start_beyond_the_limit_is_refused_beside_the_button(own):
    page = seen_from(
        InterviewSetupState,
        route="/app/job-infos/[job_info_id]/interviews/new",
        path=f"{own[0]}/new",
    )

    led = await handled(page, "start", dict(FORM))

    assert led is None
    assert fields(page) == ("This server allows no interviews.", "", True, False)


@pytest.mark.parametrize("handler", ["open_call", "go_on"])
async def test_a_room_whose_place_is_gone_says_so_and_opens_no_call(own, handler):
    room = seen_from(InterviewRoomState, route=ROOM, path=f"{own[0]}/{own[1]}/room")
    room.problem = "The voice service is not answering."
    setup = await room.get_state(InterviewSetupState)
    setup._just_started = own[1]

    await handled(room, handler, *([{"interview_id": own[1]}] if handler == "go_on" else []))

    assert fields(room) == ("This server allows no interviews.", "", True, False)
    assert (room.ticket, room.problem) == ("", "")


async def test_a_connection_that_came_too_late_is_shown_like_a_refusal(own):
    room = seen_from(InterviewRoomState, route=ROOM, path=f"{own[0]}/{own[1]}/room")
    told = "All interviews that you may hold are used."

    await handled(
        room, "show_problem", {"interview_id": own[1], "kind": "used_up", "message": told}
    )

    assert fields(room) == (told, "", True, False)
    assert room.problem == ""


def test_where_plans_are_sold_a_toast_offers_the_upgrade(own):
    page = seen_from(InterviewSetupState)

    toast = refuse(page, AllowanceUsedUp("Both are used.", upgradable=True))

    assert fields(page) == ("Both are used.", "", True, True)
    for word in ("Both are used.", "Upgrade", "/app/upgrade"):
        assert word in str(toast.args)


@pytest.mark.parametrize(
    ("frees_at", "shown"),
    [((9, 0, 0), "09:00:00"), ((9, 0, 1), "09:01:00"), ((9, 59, 59), "10:00")],
)
def test_a_time_is_rounded_up_so_that_nobody_comes_too_early(own, frees_at, shown):
    page = seen_from(InterviewSetupState)

    toast = refuse(page, AllowanceUsedUp("Later.", datetime(2026, 11, 22, *frees_at, tzinfo=UTC)))

    assert toast is None
    assert page.frees_at.startswith(f"2026-11-22T{shown}")


def test_another_refusal_offers_nothing_and_a_new_start_forgets_all(own):
    page = seen_from(InterviewSetupState)
    refuse(page, AllowanceUsedUp("Both are used.", datetime.now(UTC), upgradable=True))

    refuse(page, InvalidInput("minutes", "Please choose 5, 10, 20 or 30 minutes."))
    other = fields(page)
    forget_refusal(page)

    assert other == ("Please choose 5, 10, 20 or 30 minutes.", "", False, False)
    assert fields(page) == ("", "", False, False)
