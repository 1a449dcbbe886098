"""Handlers called without the guard: each asks by itself who is there and whose things it is."""

import inspect

import pytest

from darasa_reflex.core.errors import NotFound, NotSignedIn
from tests.states.conftest import (
    all_handlers,
    arguments,
    call,
    everything_kept,
    seen_from,
)
from tests.states.events.walking import OPEN, ROUTE

_HANDLERS = [pytest.param(*found, id=found[0]) for found in all_handlers() if found[0] not in OPEN]
_TAKES_AN_ID = ("id_in_address(", "id_of(", "interview_of(")


def their_page(house):
    return f"/app/job-infos/{house.job_id}/interviews/{house.interview_id}"


def test_there_are_handlers_to_walk():
    names = {param.values[0] for param in _HANDLERS}

    assert {"DashboardState.load", "InterviewSetupState.start", "JobInfoState.delete"} <= names


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
def test_it_asks_who_is_there(name, state_class, function):
    source = inspect.getsource(function)

    assert inspect.iscoroutinefunction(function)
    assert "await actor_of(self)" in source


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
async def test_a_stranger_is_refused_and_changes_nothing(house, name, state_class, function):
    path = their_page(house)
    state = seen_from(state_class, host="evil.example", route=ROUTE, path=path)
    before = everything_kept(house.db)

    refused = False
    try:
        await call(function, state, arguments(function, house.interview_id))
    except NotSignedIn:
        refused = True

    assert refused or state.view == "closed"
    assert everything_kept(house.db) == before


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
async def test_things_of_others_are_not_found_and_not_changed(house, name, state_class, function):
    state = seen_from(state_class, route=ROUTE, path=their_page(house))
    rows, shown = everything_kept(house.db), str(state.dict())
    takes_an_id = any(mark in inspect.getsource(function) for mark in _TAKES_AN_ID)

    refused, given = False, None
    try:
        given = await call(function, state, arguments(function, house.interview_id))
    except NotFound:
        refused = True

    after = everything_kept(house.db)
    # Doing nothing at all, and showing nothing, is as good as refusing.
    silent = given is None and str(state.dict()) == shown
    assert refused or silent or not takes_an_id or state.view == "missing"
    assert all(set(rows[table]) <= set(after[table]) for table in rows)
    assert after == rows or not takes_an_id
    assert "Secret" not in str(state.dict())
