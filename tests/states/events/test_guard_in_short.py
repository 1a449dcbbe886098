"""What the guard lets pass, in milliseconds: without a socket, one event at a time."""

import time
from dataclasses import replace

import pytest
from reflex.event import Event

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.darasa_reflex import app
from darasa_reflex.features.accounts.floods import RATES, Rate
from darasa_reflex.features.accounts.identity import Claim, Proof
from darasa_reflex.states.events.door import DoorState
from darasa_reflex.states.events.guard import Guard
from darasa_reflex.states.events.incoming.payloads import check, is_small
from darasa_reflex.states.jobs.dashboard import DashboardState
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState
from tests.fixtures.tabs import HYDRATE
from tests.load.fuzz.events import name_of
from tests.states.conftest import a_person, cookie_of, seen_from

REMOVE = name_of(JobInfoFormState.remove_chip)
SEARCH = name_of(DashboardState.search)


async def ask(state, name, payload):
    """Send an event to the root of a state's tree; return what the guard answers instead."""
    return await Guard().preprocess(app, state._get_root_state(), Event(name=name, payload=payload))


def told(update):
    return str(update.events) if update else ""


@pytest.mark.parametrize("payload", [{}, {"key": 5}, {"key": "x", "more": 1}])
async def test_arguments_that_a_handler_does_not_take_never_reach_it(house, payload):
    form = seen_from(JobInfoFormState)

    assert "did not reach us whole" in told(await ask(form, REMOVE, payload))
    assert await ask(form, REMOVE, {"key": "x", "text": "y"}) is None


def test_a_number_in_quotes_is_no_number():
    async def handler(self, minutes: int): ...

    check(handler, {"minutes": 5})
    with pytest.raises(InvalidInput):
        check(handler, {"minutes": "5"})


def test_a_message_of_many_characters_is_not_small():
    assert is_small({"words": "x" * 199_000})
    assert not is_small({"words": "x" * 200_001})


async def test_what_a_tab_holds_of_somebody_else_is_gone_before_the_handler_runs(accounts_house):
    ada, eve = a_person(accounts_house, "Ada"), a_person(accounts_house, "Eve")
    jobs = seen_from(DashboardState, **cookie_of(accounts_house, eve))
    door = await jobs.get_state(DoorState)
    jobs.open_job, door._owner = "Adas job", str(ada.id)

    assert await ask(jobs, SEARCH, {"words": ""}) is None

    assert (jobs.open_job, door._owner) == ("", str(eve.id))


async def test_the_own_tab_keeps_what_it_holds(accounts_house):
    ada = a_person(accounts_house, "Ada")
    jobs = seen_from(DashboardState, **cookie_of(accounts_house, ada))
    jobs.open_job, (await jobs.get_state(DoorState))._owner = "Adas job", str(ada.id)

    assert await ask(jobs, SEARCH, {"words": ""}) is None

    assert jobs.open_job == "Adas job"


@pytest.mark.parametrize("loaded_anew", [False, True])
async def test_whoever_has_not_shown_who_they_are_gets_nothing_of_a_tab(clerk_house, loaded_anew):
    jobs = seen_from(DashboardState)
    door, jobs.open_job = await jobs.get_state(DoorState), "Adas job"
    door._proof, door.standing = Proof(Claim("user_ada", "Ada"), time.time() - 60), "in"

    update = await ask(jobs, HYDRATE, {"hashes": ["x"]} if loaded_anew else {})

    if loaded_anew:  # Reflex sends the whole state, which is empty
        assert (update, jobs.open_job) == (None, "")
    else:
        assert update is not None
        assert "Adas job" not in str(update.delta)
        assert jobs.open_job == "Adas job"  # for its own person, whose line only broke


async def test_somebody_who_sends_too_many_events_waits(accounts_house, monkeypatch):
    monkeypatch.setitem(RATES, "event", replace(RATES["event"], times=1))
    ada = a_person(accounts_house, "Ada")
    form = seen_from(JobInfoFormState, **cookie_of(accounts_house, ada))

    answers = [await ask(form, REMOVE, {"key": "x", "text": "y"}) for _ in range(2)]

    assert [told(answer) == "" for answer in answers] == [True, False]
    assert "very fast" in told(answers[1])


async def test_the_local_person_may_be_as_quick_as_they_like(house, monkeypatch):
    monkeypatch.setitem(RATES, "event", Rate(1, 3_600))
    form = seen_from(JobInfoFormState)

    assert [await ask(form, REMOVE, {"key": "x", "text": "y"}) for _ in range(3)] == [None] * 3
