"""Round trips of UI events over Reflex's own socket, as the browser makes them."""

import asyncio
import time
from uuid import uuid4

import socketio
from reflex.event import EventHandler
from reflex_base.utils.format import format_event_handler

_WARM = 30
_ASKED = 300


def name_of(handler: EventHandler) -> str:
    """Return what a browser calls an event handler of a state."""
    return format_event_handler(handler)


async def round_trips(address: str, event: str, payload: dict, route: str = "/") -> list[float]:
    """Return milliseconds from sending an event to its last state update, one client at a time.

    Raises:
        RuntimeError: The server answered with events of its own, as it does when it refuses.
    """
    client = socketio.AsyncClient()
    answered: asyncio.Queue[list] = asyncio.Queue()

    async def take(update: dict) -> None:
        if update.get("final", True):
            answered.put_nowait(update.get("events", []))

    client.on("event", take, namespace="/_event")
    token = str(uuid4())
    await client.connect(
        f"{address}?token={token}",
        namespaces=["/_event"],
        socketio_path="_event",
        transports=["websocket"],
    )
    took: list[float] = []
    try:
        for number in range(_WARM + _ASKED):
            began = time.perf_counter()
            message = {
                "name": event,
                "payload": payload,
                "token": token,
                "router_data": {"pathname": route, "asPath": route, "query": {}},
            }
            await client.emit("event", message, namespace="/_event")
            async with asyncio.timeout(10):
                if await answered.get():
                    raise RuntimeError(f"{event} was not answered as usual")
            if number >= _WARM:
                took.append((time.perf_counter() - began) * 1000)
    finally:
        await client.disconnect()
    return took
