"""The one guard: every event that Reflex can dispatch passes here before its handler runs.

Nobody passes unless a handler is marked `public`, or is one of Reflex's own that hydrate a page.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import reflex as rx
from reflex.app import App
from reflex.event import Event
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, FrontendEventExceptionState, OnLoadInternalState, StateUpdate
from reflex_base.registry import RegistrationContext
from reflex_base.utils.format import format_event_handler

from darasa_reflex.core.errors import AllowanceUsedUp, DarasaError, NotFound, NotSignedIn
from darasa_reflex.core.monitoring.metrics import REFUSED_EVENTS
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import language
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.states.events.door import STATES, DoorState, forget_content
from darasa_reflex.states.events.incoming.payloads import check
from darasa_reflex.states.events.languages import speak_to_tab
from darasa_reflex.states.events.refusals import ask_again, changes, turned_away
from darasa_reflex.states.events.screen import begin_anew
from darasa_reflex.states.events.tabs.open_tabs import SPARE, OpenTabs
from darasa_reflex.states.events.who import actor_of, id_in_address, line_of, note_found
from darasa_reflex.wiring import services

logger = logging.getLogger(__name__)

_TOO_MANY = marked("That was very fast. Wait a minute, then go on.")
# Reflex searches it with patterns that take the third power of its length.
_LONGEST_PAGE_ERROR = 500
_open_tabs = OpenTabs()


class Guard(Middleware):
    """See the module."""

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        """Return None to let an event pass, or what the browser gets instead."""
        note_found(None)
        speak_to_tab(state)
        try:
            if event.name in _reflexes_own():
                return await _welcome(state, event)
            await _admit(app, state, event)
        except DarasaError as refusal:
            REFUSED_EVENTS.labels(type(refusal).__name__).inc()
            return await turned_away(state, event, refusal)
        return None


async def _admit(app: App, state: Any, event: Event) -> None:  # noqa: ANN401 (a state, to Reflex)
    """Let an event pass to its handler.

    Raises:
        NotSignedIn: Nobody is there.
        NotFound: There is no such handler of ours.
        AllowanceUsedUp: There were too many events, or too many tabs are open.
        InvalidInput: The arguments are none the handler takes.
    """
    handler = _handler(event.name)
    if not handler.__module__.startswith(STATES):
        raise NotFound
    if getattr(handler, "is_public", False):
        await _count(state.router.session.client_ip)
        check(handler, event.payload)
        return
    actor = await _whoever(state)
    await _own(state, actor)
    await _let_in(app, state, actor)
    check(handler, event.payload)
    if not RegistrationContext.get().event_handlers[event.name].handler.is_background:
        note_found(actor)


async def _welcome(state: Any, event: Event) -> StateUpdate | None:  # noqa: ANN401
    """Let Reflex hydrate a page, once what was read for somebody else is emptied.

    Returns:
        None, or what the browser gets instead of the whole state.
    """
    check(_handler(event.name), event.payload)
    _trim(event)
    if event.payload.get("hashes"):
        await _read_anew(state)
        await begin_anew(state)
    try:
        await _own(state, await _whoever(state))
    except NotSignedIn:
        return await _hold_back(state, event) if event.name in _sending_all() else None
    return None


def _trim(event: Event) -> None:
    """Take off what Reflex itself would stumble over."""
    if "info" in event.payload:
        event.payload["info"] = event.payload["info"][:_LONGEST_PAGE_ERROR]
    if kept := event.payload.get("vars"):
        states = RegistrationContext.get().base_states
        known = {key: kept[key] for key in kept if key.rpartition(".")[0] in states}
        event.payload["vars"] = known


async def _hold_back(state: Any, event: Event) -> StateUpdate | None:  # noqa: ANN401
    """Answer somebody who asks for the whole state of a tab and has not shown who they are.

    A line that only broke keeps its page, which may hold a call, and gets nothing until the page
    has pushed its token on the new line. A page that is loaded anew gets an empty state.
    """
    door = await state.get_state(DoorState)
    ask_again(door)
    if door._proof is not None and not event.payload.get("hashes"):
        return StateUpdate(delta=await changes(door))
    await forget_content(state)
    return None


async def _whoever(state: Any) -> Actor:  # noqa: ANN401
    try:
        actor = await actor_of(state)
    except NotSignedIn:
        await _count(state.router.session.client_ip)
        raise
    if actor.limited:
        await _count(str(actor.user_id))
    return actor


async def _read_anew(state: Any) -> None:  # noqa: ANN401
    """Forget what a tab holds in another language than its page is in now."""
    door = await state.get_state(DoorState)
    if door._language != language():
        await forget_content(state)
        door._language = language()


async def _own(state: Any, actor: Actor) -> None:  # noqa: ANN401
    """Take over the states of a tab; what they hold of another person is forgotten first."""
    door, owner = await state.get_state(DoorState), str(actor.user_id)
    before = door._owner
    if before == owner:  # Reflex looks through a state that was written to, even if the same
        return
    if before:
        await forget_content(state)
    door._owner = owner


async def _let_in(app: App, state: Any, actor: Actor) -> None:  # noqa: ANN401
    """Count a tab among the person's open ones.

    Raises:
        AllowanceUsedUp: There are too many, and it is not the room of an interview that has begun.
    """
    space = app.event_namespace
    lines = space.token_to_sid if space else ()
    tab, owner = line_of(state).client_token, str(actor.user_id)
    if _open_tabs.refusal(tab, owner, lines) is None:
        return
    spare = SPARE if await _is_room_of_call(state, actor) else 0
    if refusal := _open_tabs.refusal(tab, owner, lines, spare=spare):
        raise AllowanceUsedUp(refusal)


async def _is_room_of_call(state: Any, actor: Actor) -> bool:  # noqa: ANN401
    if not str(state.router.route_id).endswith("/room"):
        return False
    with suppress(NotFound):
        interview_id = id_in_address(state, "interview_id")
        return (await services().interviews.get(actor, interview_id)).has_begun
    return False


async def _count(who: str) -> None:
    if not await services().floods.allows("event", who):
        logger.warning("too many events of one tab's owner: refused")
        raise AllowanceUsedUp(_TOO_MANY)


def _handler(name: str) -> Callable[..., Any]:
    return RegistrationContext.get().event_handlers[name].handler.fn


@cache
def _reflexes_own() -> frozenset[str]:
    """Return the names of the events that Reflex itself sends to hydrate a page."""
    load, errors = OnLoadInternalState, FrontendEventExceptionState
    return _sending_all() | {
        format_event_handler(state.event_handlers[name])
        for state, name in (
            (rx.State, "set_is_hydrated"),
            (load, "on_load_internal"),
            (load, "set_is_hydrated"),
            (errors, "handle_frontend_exception"),
        )
    }


@cache
def _sending_all() -> frozenset[str]:
    """Return the names of the events that are answered with everything a tab's states hold."""
    both = ("hydrate", "hydrate_and_load")
    return frozenset(format_event_handler(rx.State.event_handlers[name]) for name in both)
