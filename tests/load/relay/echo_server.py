"""The socket of Darasa with an interviewer that echoes voice: the bench sends frames through it."""

import asyncio
import base64
import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.endpoints import evi_socket
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.wiring import services


class Echo:
    """Returns every piece of voice as a piece of audio."""

    chat = None
    lineup = None

    def __init__(self) -> None:
        self._heard: asyncio.Queue[bytes] = asyncio.Queue()

    async def hear(self, pcm: bytes) -> None:
        self._heard.put_nowait(pcm)

    async def take(self, message: evi.ClientMessage) -> None:
        """Nothing to say to that."""

    async def messages(self) -> AsyncIterator[evi.ServerMessage]:
        index = 0
        while True:
            pcm = await self._heard.get()
            yield evi.AudioOutput(id="echo", index=index, data=base64.b64encode(pcm).decode())
            index += 1

    async def finish(self) -> list[evi.UserMessage]:
        return []


class EchoInterviewer:
    """Opens echoes."""

    multilingual = True
    expressive = False
    history = None

    def hears(self, language: str) -> bool:
        """See `Interviewer.hears`."""
        return bool(language)

    def seats(self, language: str) -> int | None:
        """See `Interviewer.seats`."""
        del language
        return None

    def describe(self, language: str, asks: str = "en") -> tuple[str, ...]:
        """See `Interviewer.describe`."""
        return ("Echo", language)

    def warm(self) -> None:
        """Nothing to load."""

    @asynccontextmanager
    async def open(self, brief: Brief):
        yield Echo()


real = services()
engines = Cast((Member("echo", "Echo", EchoInterviewer),))
calls = Calls(real.accounts.db, SystemClock(), engines, CallLimits())
evi_socket.services = lambda: dataclasses.replace(real, calls=calls)  # type: ignore[assignment]


@asynccontextmanager
async def life(app: Starlette):
    await asyncio.to_thread(calls.warm)
    yield


app = Starlette(routes=[WebSocketRoute(evi_socket.PATH, evi_socket.chat)], lifespan=life)
