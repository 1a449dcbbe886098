"""The room when Reflex has handed the tab an empty state."""

from uuid import UUID

import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.states.room.interview_room import InterviewRoomState
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.wiring import services
from tests.states.conftest import seen_from

_ROUTE = "/app/job-infos/[job_info_id]/interviews/[interview_id]/room"


def an_own_room(house):
    me = User(subject="local", name="there")
    job = JobInfo(user_id=me.id, name="Mine", experience_level="junior", description="x")
    interview = Interview(job_info_id=job.id)
    for row in (me, job, interview):
        house.db.run_here(lambda session, row=row: session.add(row))
    page = f"/app/job-infos/{job.id}"
    path = f"{page}/interviews/{interview.id}"
    return seen_from(InterviewRoomState, route=_ROUTE, path=f"{path}/room"), page, path


async def test_a_call_that_is_opened_again_gets_a_ticket_of_its_own(house):
    room, _, _ = an_own_room(house)
    tickets = []
    for _ in range(2):
        await InterviewRoomState.event_handlers["open_call"].fn(room)
        tickets.append(room.ticket)

    assert len(set(tickets)) == 2
    assert [await services().calls.admits(one) for one in tickets] == [True, True]


async def test_only_the_room_of_the_interview_just_started_opens_its_call_by_itself(house):
    room, _, path = an_own_room(house)
    opened = {}
    for started in (str(house.interview_id), path.split("/")[-1]):
        (await room.get_state(InterviewSetupState))._just_started = started
        await InterviewRoomState.event_handlers["go_on"].fn(
            room, {"interview_id": path.split("/")[-1]}
        )
        opened[started] = bool(room.ticket)

    assert list(opened.values()) == [False, True]


async def test_finishing_leads_to_the_report(house):
    room, _, report = an_own_room(house)

    led = await InterviewRoomState.event_handlers["finish"].fn(room)

    assert f'"{report}"' in str(led.args)


async def test_discarding_leads_to_the_job(house):
    room, job, _ = an_own_room(house)

    led = await InterviewRoomState.event_handlers["discard"].fn(room)

    assert f'"{job}"' in str(led.args)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("show_status", {"status": "lost"}),
        ("keep_duration", {"elapsed_seconds": 3}),
        ("show_turns", {}),
        ("show_end", {"reason": "lost"}),
        ("show_problem", {"kind": "server", "message": "It broke."}),
        ("open_call", None),
    ],
)
async def test_a_room_whose_interview_was_deleted_in_another_tab_says_so_once(house, event, told):
    room, _, _ = an_own_room(house)
    handlers = InterviewRoomState.event_handlers
    await handlers["load"].fn(room)
    interview_id = room.interview_id
    await handlers["discard"].fn(room)
    with_it = [] if told is None else [{"interview_id": interview_id, **told}]

    await handlers[event].fn(room, *with_it)
    await handlers["show_turns"].fn(room, {"interview_id": interview_id})

    assert (room.view, room.interview_id, room.turns) == ("missing", "", [])


@pytest.mark.parametrize(("reason", "elsewhere"), [("replaced", True), ("hang_up", False)])
async def test_a_tab_whose_call_goes_on_in_another_one_says_so(house, reason, elsewhere):
    room, _, _ = an_own_room(house)
    handlers = InterviewRoomState.event_handlers
    await handlers["load"].fn(room)

    await handlers["show_end"].fn(room, {"interview_id": room.interview_id, "reason": reason})
    told = room.elsewhere
    await handlers["open_call"].fn(room)

    assert (told, room.elsewhere) == (elsewhere, False)


@pytest.mark.parametrize(("ours", "elsewhere"), [("first", True), ("second", False), ("", False)])
async def test_a_lost_line_is_not_taken_up_by_itself_while_another_call_lives(
    house, ours, elsewhere
):
    room, _, _ = an_own_room(house)
    handlers = InterviewRoomState.event_handlers
    await handlers["load"].fn(room)
    now = SystemClock().now()

    def work(session):
        interview = session.get(Interview, UUID(room.interview_id))
        calls = [
            Call(
                id="first", interview_id=interview.id, connected_at=now, seen_at=now, ended_at=now
            ),
            Call(id="second", interview_id=interview.id, connected_at=now, seen_at=now),
        ]
        interview.chat_id = "second"
        session.add_all([*calls, interview])

    house.db.run_here(work)
    room.chat_id = ours

    await handlers["show_end"].fn(room, {"interview_id": room.interview_id, "reason": "lost"})

    assert room.elsewhere is elsewhere


async def test_notes_are_kept_and_shown_again_after_a_reload(house):
    room, _, _ = an_own_room(house)
    await InterviewRoomState.event_handlers["keep_notes"].fn(room, "Ask about the team.")
    told = room.notes_told
    again = seen_from(InterviewRoomState, route=_ROUTE, path=room.router.url.path)

    await InterviewRoomState.event_handlers["load"].fn(again)

    assert told == "Saved"
    assert again.notes == "Ask about the team."


async def test_notes_that_are_too_long_are_said_to_be(house):
    room, _, _ = an_own_room(house)

    await InterviewRoomState.event_handlers["keep_notes"].fn(room, "x" * 20_001)

    assert "20,000 characters" in room.notes_told
