"""Every event that Reflex can dispatch, sent through the real socket by those who may not."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from reflex.event import EventHandler
from reflex_base.registry import RegistrationContext
from reflex_base.utils.format import format_event_handler

from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.states.events.door import public
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.states.jobs.dashboard import DashboardState
from tests.fixtures.tabs import HYDRATE, Tab, sentences, tab
from tests.machine.inside import serving
from tests.states.conftest import a_person, cookie_of, everything_kept
from tests.states.events.walking import (
    HYDRATING,
    OPEN,
    ROUTE,
    Walk,
    all_events,
    closed_to_nobody,
    is_ours,
    right_arguments,
    short,
    wrong_arguments,
)


@pytest.fixture
def served(accounts_house, no_floods):
    with serving() as address:
        yield address


def show_their_page(one: Tab, house) -> Tab:
    one.route = ROUTE
    one.path = f"/app/job-infos/{house.job_id}/interviews/{house.interview_id}"
    return one


@contextmanager
def planted(handler) -> Iterator[str]:
    """Register a further handler, as a state of ours that is new would."""
    event = EventHandler(fn=handler, state=DashboardState)
    RegistrationContext.register_event_handler(event, states=(DashboardState,))
    name = format_event_handler(event)
    try:
        yield name
    finally:
        del RegistrationContext.get().event_handlers[name]


def unexplained() -> set[str]:
    """Return the handlers that are open to all without a reason in our list."""
    marked = {
        short(name)
        for name, found in all_events().items()
        if getattr(found.handler.fn, "is_public", False)
    }
    return marked ^ OPEN.keys()


def test_handlers_that_are_open_to_all_have_reasons():
    assert unexplained() == set()
    assert {short(name) for name in all_events()} >= HYDRATING


async def test_nobody_gets_one_sentence_and_changes_nothing(accounts_house, served):
    sent = {name: [right_arguments(name, accounts_house)] for name in closed_to_nobody()}

    async with tab(served) as one:
        walk = Walk(show_their_page(one, accounts_house), accounts_house)
        wrong = await walk.faults(sent)

    assert wrong == {}
    assert len(sent) > 50


@pytest.mark.slow
async def test_somebody_else_gets_nothing_and_changes_nothing_of_theirs(accounts_house, served):
    theirs, wrong = everything_kept(accounts_house.db, but=()), {}

    for name in all_events():
        headers = cookie_of(accounts_house, a_person(accounts_house, f"Eve {name}"))
        async with tab(served, headers=headers) as one:
            show_their_page(one, accounts_house)
            walk = Walk(one, accounts_house, refused=False, kept=theirs)
            wrong |= await walk.faults({name: [right_arguments(name, accounts_house)]})

    assert wrong == {}


@pytest.mark.slow
async def test_arguments_that_no_handler_takes_are_refused(accounts_house, served):
    ours = [name for name in all_events() if is_ours(name)]
    sent = {name: wrong_arguments(name, accounts_house) for name in ours}
    headers = cookie_of(accounts_house, a_person(accounts_house, "Eve"))

    async with tab(served, headers=headers) as one:
        wrong = await Walk(one, accounts_house).faults(sent)
    async with tab(served) as nobody:
        one_each = {name: payloads[:1] for name, payloads in sent.items()}
        wrong |= await Walk(nobody, accounts_house).faults(one_each)

    assert wrong == {}


async def test_what_hydrates_a_page_passes_and_tells_nothing(accounts_house, served):
    sent = {name: [{}] for name in all_events() if short(name) in HYDRATING}

    async with tab(served) as one:
        walk = Walk(show_their_page(one, accounts_house), accounts_house, refused=False)
        wrong = await walk.faults(sent)

    assert wrong == {}


async def test_a_page_of_somebody_is_closed_to_nobody_in_one_sentence(accounts_house, served):
    async with tab(served) as one:
        show_their_page(one, accounts_house)
        told = str(await one.ask(HYDRATE))

    assert "'view_rx_state_': 'closed'" in told
    assert "Secret" not in told


async def test_a_handler_that_the_guard_does_not_know_is_refused(accounts_house, served):
    async def planted_elsewhere(self):
        raise AssertionError

    headers = cookie_of(accounts_house, a_person(accounts_house, "Eve"))
    with planted(planted_elsewhere) as name:
        async with tab(served, headers=headers) as one:
            wrong = await Walk(one, accounts_house).faults({name: [{}]})

    assert wrong == {}


@pytest.mark.parametrize("in_background", [False, True])
async def test_a_handler_that_forgets_to_ask_who_is_there_is_refused(
    accounts_house, served, in_background
):
    async def planted_forgetful(self):
        async with self if in_background else nullcontext():
            self.view = "Secret"

    planted_forgetful.__module__ = DashboardState.__module__
    planted_forgetful._reflex_background_task = in_background
    with planted(planted_forgetful) as name:
        async with tab(served) as one:
            wrong = await Walk(one, accounts_house).faults({name: [{}]})

    assert wrong == {}


async def test_what_follows_from_an_event_is_asked_too(accounts_house, served):
    @public
    async def planted_first(self):
        return DashboardState.load

    planted_first.__module__ = DashboardState.__module__
    with planted(planted_first) as name:
        async with tab(served) as one:
            wrong = await Walk(one, accounts_house).faults({name: [{}]})

    assert wrong == {}


async def test_the_walk_finds_an_unguarded_handler(accounts_house, served):
    @public
    async def planted_open(self):
        self.view = "Secret"

    planted_open.__module__ = DashboardState.__module__
    with planted(planted_open) as name:
        async with tab(served) as one:
            wrong = await Walk(one, accounts_house).faults({name: [{}]})
        found = unexplained()

    assert wrong == {"DashboardState.planted_open": ["told ['Secret']"]}
    assert found == {"DashboardState.planted_open"}


@pytest.mark.parametrize(("in_background", "looks"), [(False, 2), (True, 3)])
async def test_a_handler_that_asks_at_once_is_told_what_the_guard_found(
    accounts_house, served, monkeypatch, in_background, looks
):
    asked, look = [], Accounts.actor

    async def counted(self, visit):
        asked.append(visit)
        return await look(self, visit)

    async def planted_asking_twice(self):
        async with self if in_background else nullcontext():
            await actor_of(self)
            await actor_of(self)

    monkeypatch.setattr(Accounts, "actor", counted)
    planted_asking_twice.__module__ = DashboardState.__module__
    planted_asking_twice._reflex_background_task = in_background
    somebody = cookie_of(accounts_house, a_person(accounts_house, "Eve"))
    with planted(planted_asking_twice) as name:
        async with tab(served, headers=somebody) as one:
            asked.clear()
            told = await one.ask(name)

    assert sentences(told) == []
    assert len(asked) == looks
