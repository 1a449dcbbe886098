"""Open tabs are bounded: of a person, and in all; the room of a call that has begun is let in."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import update

from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.states.events.tabs import open_tabs
from darasa_reflex.states.events.tabs.open_tabs import FULL, MOST, MOST_OF_A_PERSON, YOURS, OpenTabs
from darasa_reflex.states.jobs.dashboard import DashboardState
from darasa_reflex.states.room.interview_room import InterviewRoomState
from tests.fixtures.tabs import HYDRATE, sentences, tab
from tests.load.fuzz.events import name_of
from tests.machine.inside import serving
from tests.states.conftest import a_job_of, a_person, cookie_of

LIST, ROOM = name_of(DashboardState.load), name_of(InterviewRoomState.load)


@pytest.fixture
def opened():
    """A server with as many tabs of Ada's as she may have, and their names."""
    tabs, names = OpenTabs(), [f"adas {number}" for number in range(MOST_OF_A_PERSON)]
    assert {tabs.refusal(name, "ada", names) for name in names} == {None}
    return tabs, names


def test_one_tab_too_many_is_told_so_and_the_others_stay(opened):
    tabs, names = opened

    assert tabs.refusal("one more", "ada", names) == YOURS
    assert {tabs.refusal(name, "ada", names) for name in names} == {None}
    assert tabs.refusal("eves", "eve", names) is None


def test_a_tab_that_was_closed_makes_room_for_another(opened):
    tabs, names = opened

    assert tabs.refusal("one more", "ada", names[1:]) is None
    assert tabs.refusal("yet another", "ada", [*names[1:], "one more"]) == YOURS


def test_a_tab_in_which_somebody_else_signs_in_is_theirs(opened):
    tabs, names = opened

    assert tabs.refusal(names[0], "eve", names) is None
    assert tabs.refusal("one more", "ada", names) is None


def test_a_full_server_says_so_to_whoever_comes_next():
    tabs, names = OpenTabs(), [f"tab {number}" for number in range(MOST)]
    for name in names:
        tabs.refusal(name, f"person {name}", names)

    lines = [*names, "one more", "yet another"]
    assert tabs.refusal("one more", "ada", lines) == FULL
    assert tabs.refusal("one more", "ada", lines, spare=1) is None
    assert tabs.refusal("yet another", "ada", lines, spare=1) == FULL


@pytest.mark.slow
async def test_a_person_reads_why_and_still_comes_into_their_live_room(
    accounts_house, no_floods, monkeypatch
):
    monkeypatch.setattr(open_tabs, "MOST_OF_A_PERSON", 1)
    ada = a_person(accounts_house, "Ada")
    cookie, live, new = cookie_of(accounts_house, ada), *rooms_of(accounts_house, ada)

    with serving() as address:
        async with tab(address, headers=cookie) as first:
            shown = await load(first, LIST, "/app")
            async with tab(address, headers=cookie) as second:
                refused = await load(second, LIST, "/app")
                not_begun = await load(second, ROOM, *new)
                let_in = await load(second, ROOM, *live)
        async with tab(address, headers=cookie) as after:
            again = await load(after, LIST, "/app")

    assert (sentences(shown), sentences(again), sentences(let_in)) == ([], [], [])
    assert sentences(refused) == sentences(not_begun) == [YOURS]
    assert "refused" in str(refused)


async def load(one, event, route, path=""):
    """Show a page in a tab; return what its load is answered with."""
    one.route, one.path = route, path or route
    await one.ask(HYDRATE)
    return await one.ask(event)


def rooms_of(house, person):
    """Return route and address of the room of a live interview, and of one that has not begun."""
    job, now = a_job_of(house, person, "Adas job"), datetime.now(UTC)
    interviews = [Interview(job_info_id=job.id) for _ in range(2)]
    chat = str(uuid4())
    later = now + timedelta(minutes=5)
    call = Call(id=chat, interview_id=interviews[0].id, connected_at=now, seen_at=later)
    for rows in (interviews, [call]):
        house.db.run_here(lambda session, rows=rows: session.add_all(rows))
    begun = update(Interview).where(Interview.id == interviews[0].id).values(chat_id=chat)
    house.db.run_here(lambda session: session.exec(begun))
    route = "/app/job-infos/[job_info_id]/interviews/[interview_id]/room"
    base = f"/app/job-infos/{job.id}/interviews"
    return [(route, f"{base}/{one.id}/room") for one in interviews]
