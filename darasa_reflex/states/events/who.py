"""Who sent an event, and which thing it is about. Every handler asks first."""

from collections.abc import Mapping
from contextvars import ContextVar
from uuid import UUID

import reflex as rx
from reflex.istate.data import SessionData

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
    door, line = await state.get_state(DoorState), line_of(state)
    proof = door._proof if door._proven_on == line.session_id else None
    return await services().accounts.actor(Visit(headers_of(state), line.client_ip, proof))


# Every event asks for both: without the proxies that watch for changes, and the page's address that
# `state.router` reads too, it takes a tenth of the time.


def line_of(state: rx.State) -> SessionData:
    """Return what is known of a tab and the line it is on."""
    line: SessionData = state.get_value("rx_router_session")
    return line


def headers_of(state: rx.State) -> Mapping[str, str]:
    """Return the headers of a tab's line by their names, which are lower-case as ASGI has them."""
    raw: Mapping[str, str] = state.get_value("rx_router_headers").raw_headers
    return raw


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
