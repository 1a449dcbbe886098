"""Messages of the event socket, looked at before Reflex 0.10.1 reads them.

Reflex takes a message that a client names "connect" for a new line, with headers and an address of
the client's choice. What is no event it answers with silence, and writes into the log. What an
event leads to it sends to whoever has the name of the tab by then.

What Socket.IO cannot read it writes into the log, each time. Here it is counted instead: a line
that says nothing else is cut off, and the log tells so once.
"""

import logging
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from reflex.app import App
from reflex.event import Event
from reflex.state import StateUpdate
from reflex_base.event.context import EventContext
from reflex_base.registry import RegistrationContext

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.monitoring.metrics import REFUSED_EVENTS
from darasa_reflex.states.events.errors import show_error
from darasa_reflex.states.events.incoming.payloads import BROKEN, TOO_LONG, is_small

logger = logging.getLogger(__name__)

# After so many messages that cannot be read a line is cut off: pages send none. Such that can, and
# are no events, come from pages of an earlier version, too; they are answered and not logged.
MOST_BROKEN, MOST_REFUSED = 20, 1_000
_WEIGHT = MOST_REFUSED // MOST_BROKEN
# How Reflex writes the version of a page's states.
_SCHEMA = re.compile(r"[0-9a-f]{1,64}")
# Reflex remembers the last 4 096 addresses that it was told. Browsers send up to 2 000 characters,
# three times here: the page's name, its address and its query.
_LONGEST_PLACE = 8_000


def sift(app: App) -> None:
    """Answer messages that are no events in words, and let the others pass to Reflex."""
    namespace: Any = app.event_namespace
    connect, event, emit = namespace.on_connect, namespace.on_event, namespace.emit_update
    broken = _count_broken(app)

    async def refuse(sid: str, sentence: str = BROKEN) -> None:
        REFUSED_EVENTS.labels("TooLong" if sentence is TOO_LONG else "NoEvent").inc()
        await broken(namespace.server.manager.eio_sid_from_sid(sid, namespace.namespace), 1)
        toast = Event.from_event_type(show_error(InvalidInput("event", sentence)))
        await namespace.emit("event", StateUpdate(events=toast), to=sid)

    async def on_connect(sid: str, environ: Any = None, auth: Any = None, *more: Any) -> None:  # noqa: ANN401
        if more or environ is not namespace.server.get_environ(sid, namespace.namespace):
            await refuse(sid)
            return
        await connect(sid, environ, _readable(auth))

    async def on_event(sid: str, data: Any = None, *more: Any) -> None:  # noqa: ANN401
        if more or not is_event(data):
            await refuse(sid)
        elif not is_small(data):
            await refuse(sid, TOO_LONG)
        else:
            await event(sid, data)

    async def emit_update(update: StateUpdate, token: str) -> None:
        line = EventContext.get().router_data.get("sid")
        if line is None or namespace.sid_to_token.get(line) == token:
            await emit(update, token)

    namespace.on_connect, namespace.on_event = on_connect, on_event
    namespace.emit_update = emit_update


def _count_broken(app: App) -> Callable[[str, int], Awaitable[None]]:
    """Cut off a line that goes on sending what is no message; return what counts one more."""
    engine: Any = app.sio.eio if app.sio else None
    read, forget = engine.handlers["message"], engine.handlers["disconnect"]
    seen: Counter[str] = Counter()

    async def count(line: str, weight: int) -> None:
        before, seen[line] = seen[line], seen[line] + weight
        if before < MOST_REFUSED <= seen[line]:
            logger.warning("a line sent too many messages that are none, and was cut off")
            await engine.disconnect(line)

    async def on_message(line: str, data: object) -> None:
        try:
            await read(line, data)
        except (ValueError, TypeError, LookupError) as error:  # of Socket.IO's own reading
            if not seen[line]:
                logger.info("a message could not be read: %s", place_of(error))
            await count(line, _WEIGHT)

    async def on_disconnect(line: str, *more: object) -> None:
        seen.pop(line, None)
        await forget(line, *more)

    engine.on("message", on_message)
    engine.on("disconnect", on_disconnect)
    return count


def is_event(data: object) -> bool:
    """Tell whether a message is an event that Reflex can read: a name, arguments, an address."""
    if not isinstance(data, dict):
        return False
    name, where = data.get("name"), data.get("router_data", {})
    known = isinstance(name, str) and name in RegistrationContext.get().event_handlers
    return known and isinstance(data.get("payload", {}), dict) and _is_place(where)


def _is_place(where: object) -> bool:
    if not isinstance(where, dict) or not isinstance(where.get("query", {}), dict):
        return False
    # Reflex writes what is no text into the log.
    told = where.get("query", {}).values()
    if not all(isinstance(value, str) for value in told) or not is_small(where, _LONGEST_PLACE):
        return False
    path, address = where.get("pathname", ""), where.get("asPath", "")
    if not isinstance(path, str) or not isinstance(address, str):
        return False
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _readable(auth: object) -> object:
    """Return what a page says when it connects, without a version that is none."""
    if not isinstance(auth, dict) or _SCHEMA.fullmatch(str(auth.get("state_schema", "0"))):
        return auth
    return {**auth, "state_schema": "?"}
