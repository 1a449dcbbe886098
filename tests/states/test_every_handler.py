import inspect
from contextlib import suppress

import pytest

from darasa_reflex.core.errors import DarasaError, NotFound, NotSignedIn
from tests.states.conftest import (
    all_handlers,
    arguments,
    call,
    everything_kept,
    seen_from,
)

# Handlers that anybody may call, each with its reason. None so far.
OPEN: dict[str, str] = {}
_HANDLERS = [pytest.param(*found, id=found[0]) for found in all_handlers()]
_TAKES_AN_ID = ("id_in_address(", "id_of(", "interview_of(")
_ROUTE = "/app/job-infos/[job_info_id]/interviews/[interview_id]"
_JUNK = [None, 7, True, [], ["x"], {}, {"interview_id": []}, {"name": {"a": 1}}, "x" * 200_000]


def their_page(house):
    return f"/app/job-infos/{house.job_id}/interviews/{house.interview_id}"


def test_there_are_handlers_to_walk():
    names = {param.values[0] for param in _HANDLERS}

    assert {"DashboardState.load", "InterviewSetupState.start", "JobInfoState.delete"} <= names
    assert set(OPEN) <= names


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
def test_it_asks_who_is_there(name, state_class, function):
    source = inspect.getsource(function)

    assert inspect.iscoroutinefunction(function)
    assert name in OPEN or "await actor_of(self)" in source


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
async def test_a_stranger_is_refused_and_changes_nothing(house, name, state_class, function):
    path = their_page(house)
    state = seen_from(state_class, host="evil.example", route=_ROUTE, path=path)
    before = everything_kept(house.db)

    refused = False
    try:
        await call(function, state, arguments(function, house.interview_id))
    except NotSignedIn:
        refused = True

    assert refused or state.view == "closed" or name in OPEN
    assert everything_kept(house.db) == before


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
async def test_things_of_others_are_not_found_and_not_changed(house, name, state_class, function):
    state = seen_from(state_class, route=_ROUTE, path=their_page(house))
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
    assert refused or silent or state.view == "missing" or not takes_an_id
    assert all(set(rows[table]) <= set(after[table]) for table in rows)
    assert after == rows or not takes_an_id
    assert "Secret" not in str(state.dict())


@pytest.mark.parametrize(("name", "state_class", "function"), _HANDLERS)
async def test_forged_arguments_are_refused_in_words(house, name, state_class, function):
    shape = arguments(function, house.interview_id)

    for junk in _JUNK if shape else ():
        state = seen_from(state_class, route="/app", path="/app")
        with suppress(DarasaError):  # any other error fails the test
            await call(function, state, dict.fromkeys(shape, junk))
