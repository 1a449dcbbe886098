"""Handlers called without the guard: each asks by itself who is there and whose things it is."""

import inspect

from darasa_reflex.core.errors import NotFound, NotSignedIn
from tests.states.conftest import (
    all_handlers,
    arguments,
    call,
    everything_kept,
    seen_from,
)
from tests.states.events.walking import OPEN, ROUTE

_HANDLERS = [found for found in all_handlers() if found[0] not in OPEN]
_TAKES_AN_ID = ("id_in_address(", "id_of(", "interview_of(")


def their_page(house):
    return f"/app/job-infos/{house.job_id}/interviews/{house.interview_id}"


def test_there_are_handlers_to_walk():
    names = {name for name, *_ in _HANDLERS}

    assert {"DashboardState.load", "InterviewSetupState.start", "JobInfoState.delete"} <= names


def test_each_asks_who_is_there():
    for name, _, function in _HANDLERS:
        assert inspect.iscoroutinefunction(function), name
        assert "await actor_of(self)" in inspect.getsource(function), name


async def test_a_stranger_is_refused_and_changes_nothing(house):
    path, before, answered = their_page(house), everything_kept(house.db), []

    for name, state_class, function in _HANDLERS:
        state = seen_from(state_class, host="evil.example", route=ROUTE, path=path)
        try:
            await call(function, state, arguments(function, house.interview_id))
            answered += [] if state.view == "closed" else [name]
        except NotSignedIn:
            pass

        assert everything_kept(house.db) == before, name
    assert answered == []


async def test_things_of_others_are_not_found_and_not_changed(house):
    theirs = rows = everything_kept(house.db)

    for name, state_class, function in _HANDLERS:
        state = seen_from(state_class, route=ROUTE, path=their_page(house))
        shown = str(state.dict())
        takes_an_id = any(mark in inspect.getsource(function) for mark in _TAKES_AN_ID)

        refused, given = False, None
        try:
            given = await call(function, state, arguments(function, house.interview_id))
        except NotFound:
            refused = True

        after = everything_kept(house.db)
        # Doing nothing at all, and showing nothing, is as good as refusing.
        silent = given is None and str(state.dict()) == shown
        assert refused or silent or not takes_an_id or state.view == "missing", name
        assert all(set(theirs[table]) <= set(after[table]) for table in theirs), name
        assert after == rows or not takes_an_id, name
        assert "Secret" not in str(state.dict()), name
        rows = after
