"""What is kept of closed tabs is bounded: in time, for a person, and in all."""

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from reflex_base.registry import RegistrationContext

from darasa_reflex.features.personal_data.receipt import Receipt
from darasa_reflex.states.events.door import forget_content
from darasa_reflex.states.events.tabs import closed_tabs
from darasa_reflex.states.events.tabs.closed_tabs import (
    KEPT_SECONDS,
    MOST,
    MOST_OF_A_PERSON,
    ClosedTabs,
)
from darasa_reflex.states.settings.receipt import ReceiptState, show_receipt
from tests.fixtures.tabs import HYDRATE, tab
from tests.machine.inside import serving
from tests.states.conftest import a_person, cookie_of


def test_a_closed_tab_is_kept_for_minutes_and_one_that_came_back_for_good(clock):
    closed = ClosedTabs(clock)
    closed.close("gone", "ada")
    closed.close("back", "ada")
    at_once = closed.take_due()

    closed.open("back")
    clock.seconds += KEPT_SECONDS

    assert at_once == []
    assert closed.take_due() == ["gone"]
    assert closed.take_due() == []


def test_of_a_persons_closed_tabs_the_newest_stay_and_others_keep_theirs(clock):
    closed = ClosedTabs(clock)
    closed.close("eves", "eve")
    for number in range(MOST_OF_A_PERSON + 2):
        closed.close(f"adas {number}", "ada")

    assert closed.take_due() == ["adas 1", "adas 0"]


def test_of_all_closed_tabs_the_newest_stay(clock):
    closed = ClosedTabs(clock)
    for number in range(MOST + 3):
        closed.close(f"tab {number}", f"person {number}")

    assert closed.take_due() == ["tab 2", "tab 1", "tab 0"]


def test_of_a_tab_of_nobody_nothing_is_kept(clock):
    closed = ClosedTabs(clock)
    closed.close("strangers", "")

    assert closed.take_due() == ["strangers"]


@pytest.mark.slow
async def test_closed_tabs_of_the_real_app_are_forgotten(accounts_house, no_floods):
    cookie = cookie_of(accounts_house, a_person(accounts_house, "Ada"))
    names = [str(uuid4()) for _ in range(MOST_OF_A_PERSON + 3)]
    states = RegistrationContext.get().app.state_manager.states

    with serving() as address:
        for name in names:
            await visit(address, name, cookie)
        stranger = str(uuid4())
        await visit(address, stranger, None)
        await until(lambda: not {*names[:3], stranger} & set(states))
        kept = [name for name in names if name in states]
        async with tab(address, names[-1], cookie) as again:
            assert await again.ask(HYDRATE)

    assert kept == names[3:]


@pytest.mark.slow
async def test_a_receipt_is_there_again_when_its_page_is_loaded_anew(accounts_house, no_floods):
    manager = RegistrationContext.get().app.state_manager
    name, stranger = str(uuid4()), str(uuid4())

    with serving() as address:
        async with tab(address, name) as one:
            await one.ask(HYDRATE)
            root = manager.states[name]
            page = root.get_substate(ReceiptState.get_full_name().split("."))
            show_receipt(page, Receipt(datetime.now(UTC), {"profile": 1}))
            await forget_content(page)
        await visit(address, stranger, None)
        await until(lambda: stranger not in manager.states)

    assert name in manager.states


async def visit(address, name, headers):
    async with tab(address, name, headers) as one:
        await one.ask(HYDRATE)


async def until(true):
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.01)


def test_what_is_forgotten_needs_reflexes_own_ways():
    """Reflex has no public name for it: an upgrade that renames them must fail here."""
    manager = closed_tabs.StateManagerMemory()

    assert callable(manager._purge_token)
    assert manager._states_locks == {}
