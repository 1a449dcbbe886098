"""Who sent an event, and which thing it is about. Every handler asks first."""

from uuid import UUID

import reflex as rx

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.identity import Actor, Visit
from darasa_reflex.wiring import services


async def actor_of(state: rx.State) -> Actor:
    """Return the person behind the event a state is handling.

    Raises:
        NotSignedIn: Nobody is, or not any more.
    """
    return await services().accounts.actor(visit_of(state))


def visit_of(state: rx.State) -> Visit:
    """Return what the event tells about its sender: headers of the handshake and the peer."""
    raw = state.router.headers.raw_headers
    headers = {str(name).lower(): str(value) for name, value in raw.items()}
    return Visit(headers=headers, client_ip=state.router.session.client_ip)


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
    values = str(state.router.url.path).strip("/").split("/")
    if f"[{name}]" not in parts or len(parts) != len(values):
        raise NotFound
    return id_of(values[parts.index(f"[{name}]")])
