"""A browser tab on Reflex's event socket, by hand: it can also say what no page of ours would."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from reflex_base.registry import RegistrationContext
from websockets.asyncio.client import ClientConnection, connect

HYDRATE = "reflex___state____state.hydrate_and_load"
_SPACE = "/_event"
_PATIENCE_SECONDS = 20
_TOASTS = "ref_toasts"
_REFUSAL = "refusal_rx_state_"


@dataclass
class Tab:
    """One tab that is connected.

    Attributes:
        route: The page that it shows, as the app names it, and its address.
        told: What was answered since the last `ask`: updates with "delta" and "events".
    """

    socket: ClientConnection
    route: str = "/app"
    path: str = "/app"
    told: list[dict[str, Any]] = field(default_factory=list)

    async def ask(self, name: str, payload: object = None, **more: object) -> list[dict[str, Any]]:
        """Send an event, and return all answers to it and to what follows from it."""
        await self.send_event(name, {} if payload is None else payload, **more)
        return await self.answers()

    async def send_event(self, name: str, payload: object, **more: object) -> None:
        where = {"pathname": self.route, "asPath": self.path, "query": {}}
        await self.say("event", {"name": name, "payload": payload, "router_data": where} | more)

    async def say(self, *message: object) -> None:
        """Send a message of Socket.IO."""
        await self.socket.send(f"42{_SPACE},{json.dumps(message)}")

    async def answers(self) -> list[dict[str, Any]]:
        """Return what was answered, once the server in this process has nothing left to do."""
        self.told = []
        while True:
            await self._flush()
            if await settled():
                break
        await self._flush()
        return self.told

    async def hear(self, word: str) -> None:
        """Wait for an answer with a word in it."""
        while word not in str(await self.socket.recv()):
            pass

    async def _flush(self) -> None:
        """Read until the answer to a ping, which comes after all answers before it."""
        await self.say("ping")
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while (message := await self._next()) != ["ping", "pong"]:
                if message[0] == "event":
                    self.told.append(message[1])

    async def _next(self) -> list[Any]:
        while True:
            frame = await self.socket.recv()
            if frame == "2":
                await self.socket.send("3")
            elif isinstance(frame, str) and frame.startswith(f"42{_SPACE},"):
                return json.loads(frame.removeprefix(f"42{_SPACE},"))


@asynccontextmanager
async def tab(
    address: str,
    token: str = "",
    headers: Mapping[str, str] | None = None,
    auth: Mapping[str, object] | None = None,
) -> AsyncIterator[Tab]:
    """Open a tab.

    Args:
        address: Of the server, beginning with "http".
        token: The name of the tab; empty: a new one.
        headers: Of the handshake.
        auth: What the page says when it connects, such as its first event.
    """
    where = urlsplit(address)
    query = f"token={token or uuid4()}&EIO=4&transport=websocket"
    socket_address = f"ws://{where.netloc}{_SPACE}/?{query}"
    async with connect(socket_address, additional_headers=headers, max_size=None) as socket:
        await socket.recv()
        await socket.send(f"40{_SPACE},{json.dumps(auth or {})}")
        one = Tab(socket)
        await _connected(socket)
        yield one


async def _connected(socket: ClientConnection) -> None:
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not (frame := str(await socket.recv())).startswith(f"40{_SPACE},"):
            assert "new_token" not in frame, "the name of the tab is still in use"


async def settled() -> bool:
    """Wait until the app of this process has handled all events; tell whether there were any."""
    processor = RegistrationContext.get().app.event_processor
    waited = False
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while processor._tasks or processor._token_queues or not processor._queue.empty():
            waited = True
            await asyncio.sleep(0.001)
    return not waited


def sentences(told: list[dict[str, Any]]) -> list[str]:
    """Return what answers say to the person: toasts, and why the page is closed."""
    events = [event for update in told for event in update.get("events") or ()]
    shown = [event["payload"] for event in events if event["name"] == "_set_value"]
    toasts = [json.loads(one["value"])["text"] for one in shown if one["ref"] == _TOASTS]
    changed = [state for update in told for state in (update.get("delta") or {}).values()]
    # A page of several states is closed once.
    return [*toasts, *{state[_REFUSAL] for state in changed if state.get(_REFUSAL)}]
