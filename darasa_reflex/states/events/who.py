"""Who sent an event, and which thing it is about. Every handler asks first."""

from contextvars import ContextVar
from typing import Any
from uuid import UUID

import reflex as rx

from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.features.accounts.identity import Actor, Visit
from darasa_reflex.settings import settings
from darasa_reflex.states.events.door import DoorState
from darasa_reflex.wiring import services

_just_found: ContextVar[Actor | None] = ContextVar("just_found", default=None)


async def actor_of(state: rx.State) -> Actor:
    """Return the person behind the event a state is handling.

    Raises:
        NotSignedIn: Nobody is, or not any more.
    """
    if (just_found := _just_found.get()) is not None:
        _just_found.set(None)
        return just_found
    door, line = await state.get_state(DoorState), state.rx_router_session
    proof = door._proof if door._proven_on == line.session_id else None
    return await services().accounts.actor(Visit(_headers(state), line.client_ip, proof))


def _headers(state: rx.State) -> dict[str, str]:
    """Return the headers of a tab's line by their lower-case names.

    Every event asks: without the proxies that watch for changes, and the page's address that
    `state.router` reads too, it takes a quarter of the time.
    """
    told: Any = state.rx_router_headers
    raw = getattr(told, "__wrapped__", told).raw_headers
    return {str(name).lower(): str(value) for name, value in raw.items()}


def note_found(actor: Actor | None) -> None:
    """Spare the handler of the event that is being let in to look again; None: let it look.

    Whoever asks first takes it. Who asks later, after work in the background, looks anew.
    """
    _just_found.set(actor)


async def is_still_there(state: rx.State, actor: Actor) -> bool:
    """Tell whether a tab is still that of a person for whom work in the background was begun."""
    try:
        return (await actor_of(state)).user_id == actor.user_id
    except NotSignedIn:
        return False


def id_of(text: object) -> UUID:
    """Return an id that travelled with an event or an address.

    Raises:
        NotFound: It is no id.
    """
    try:
        return UUID(str(text))
    except ValueError:
        raise NotFound from None


def id_in_address(state: rx.State, name: str) -> UUID:
    """Return the id in the page's address, from its `[name]` part.

    Raises:
        NotFound: There is none, or it is no id.
    """
    parts = str(state.router.route_id).strip("/").split("/")
    path = str(state.router.url.path).removeprefix(settings().path)
    values = path.strip("/").split("/")
    if f"[{name}]" not in parts or len(parts) != len(values):
        raise NotFound
    return id_of(values[parts.index(f"[{name}]")])
