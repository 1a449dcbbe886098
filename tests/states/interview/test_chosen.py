"""What is chosen before an interview: what was chosen the last time, in one line."""

import pytest

from darasa_reflex.states.events.tabs.returned_tabs import RETURNED
from darasa_reflex.states.room.interview_room import InterviewRoomState
from darasa_reflex.wiring import services
from tests.states.conftest import seen_from
from tests.states.interview.test_languages import do, local_person, page_of

STRICT = {"minutes": "20", "kind": "technical", "difficulty": "hard", "tone": "strict"}


async def test_what_was_chosen_the_last_time_is_chosen_again(house):
    user = await local_person()
    page = await page_of(house, user)
    at_first = page.summary
    await do(page, "start", STRICT)

    again = await page_of(house, user)

    assert at_first == "10 minutes · mixed · normal patience"
    assert again.summary == "20 minutes · the job itself · hard · strict · normal patience"
    assert again.asks_on.endswith("asks for details.")
    assert again.first == STRICT | {"patience": "normal"}


async def test_a_page_that_comes_back_says_in_its_line_what_its_form_holds(house):
    page = await page_of(house)
    await do(page, "choose", "kind", "technical")

    await do(page, "start", {"kind": "technical"})

    assert page.summary == "10 minutes · the job itself · normal patience"
    assert page.first["kind"] == "technical"


async def test_the_line_follows_what_is_chosen_and_forms_are_not_made_anew(house):
    page = await page_of(house)
    before = dict(page.first)

    await do(page, "choose", "patience", "patient")

    assert page.summary == "10 minutes · mixed · patient"
    assert page.waits.startswith("Waits about 4 s")
    assert page.first == before


async def test_a_form_is_made_anew_where_another_server_knew_what_is_chosen_and_never_else(house):
    page = await page_of(house)
    was_read = page.opened
    await do(page, "load")
    again = page.opened
    tab = page.router.session.session_id, str(page.router.url.path)

    RETURNED.note(*tab)
    page._line = ""  # as in a server that began anew
    await do(page, "load")
    RETURNED.forget(tab[0])

    assert (was_read, again) == (0, 0)
    assert page.opened > 0


async def test_who_ticks_nothing_has_not_agreed_that_their_voice_is_measured(house, monkeypatch):
    page = await page_of(house)
    monkeypatch.setattr(type(services().engines), "expressive", True)
    agreed = []
    for form in ({}, {"expressions": ""}, {"expressions": "on"}):
        await do(page, "start", form)
        agreed.append(page.agreed)

    again = await page_of(house)

    assert agreed == [False, False, True]
    assert again.agreed


@pytest.mark.parametrize("forged", [("_now", "x"), (3, "5"), ("minutes", {}), ("kind", "<b>")])
async def test_a_forged_choice_says_nothing(house, forged):
    page = await page_of(house)

    await do(page, "choose", *forged)

    assert page.summary.startswith("10 minutes")
    assert "<b>" not in page.summary


async def test_a_candidate_reads_of_no_engine_and_no_setting(house):
    page = await page_of(house)
    leads_on = await do(page, "start", STRICT)
    path = str(leads_on.args).split('"')[1]
    room = seen_from(
        InterviewRoomState,
        route="/app/job-infos/[job_info_id]/interviews/[interview_id]/room",
        path=path,
    )

    await InterviewRoomState.event_handlers["load"].fn(room)

    assert [row.term for row in room.about] == ["Hears you", "Speaks", "Asks", "Feedback", "Kept"]
    told = " ".join([*(row.told for row in room.about), *page.engines])
    assert "_KEY" not in told
    assert "ask for details" in told
