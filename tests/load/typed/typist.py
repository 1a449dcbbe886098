"""Somebody who types, on a page that comes back by itself.

It does on the wire what components/voice_room/*.js does: a ticket for each call, every answer sent
again under its key until it is told back, and longer and longer pauses between tries to come back.
"""

import asyncio
import json
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

# Source: return.js and room.js.
_PAUSES_SECONDS = (1, 2, 4, 8, 8, 15, 15, 15, 15)
_STEADY_SECONDS = 20
_ASKED = "verbose_transcription=true&signs=true&writing=true"
_ANSWER = "I rewrote two queries and added an index, and the page was fast again for everybody."


@dataclass
class Typist:
    """One person and their page.

    Attributes:
        client: Asks the API with their token, at the address that people know.
        origin: That address.
        interview_id: What they are in.
        ticket: For the first call.
        every_seconds: How long they take for an answer, at least.
        sent: Keys of their answers, in the order in which they were typed.
        kept_ms: From each answer to its echo, which comes once it is kept.
        told: Codes of the errors, for each call that was opened.
        groups: Chat groups that the calls belonged to.
        answers: How many they are to give, all in all, until they are asked for more.
    """

    client: httpx.AsyncClient
    origin: str
    interview_id: str
    ticket: str
    every_seconds: float
    sent: list[str] = field(default_factory=list)
    kept_ms: list[float] = field(default_factory=list)
    told: list[list[str]] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)
    answers: int = 1
    _unsent: dict[str, str] = field(default_factory=dict)
    _typed_at: dict[str, float] = field(default_factory=dict)
    _leaving: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether all answers that they are to give are given and kept."""
        return len(self.kept_ms) == self.answers

    def leave(self) -> None:
        """Type nothing more, and hang up once all that was typed is kept."""
        self._leaving = True

    async def talk(self) -> None:
        """Type until they are to leave.

        Raises:
            TimeoutError: The page gave up coming back.
        """
        tries = 0
        while True:
            steady = await self._call()
            if self._leaving and not self._unsent:
                return
            tries = 0 if steady else tries
            while not await self._has_come_back(tries):
                tries += 1
            tries += 1

    async def _has_come_back(self, tries: int) -> bool:
        if tries >= len(_PAUSES_SECONDS):
            raise TimeoutError
        await asyncio.sleep(_PAUSES_SECONDS[tries])
        with suppress(httpx.HTTPError):
            (await self.client.get("/ping")).raise_for_status()
            asked = await self.client.post(f"/api/v1/interviews/{self.interview_id}/ticket")
            self.ticket = asked.raise_for_status().json()["access_token"]
            return True
        return False

    async def _call(self) -> bool:
        """Carry one call to its end; return whether it had lasted."""
        address = f"ws{self.origin.removeprefix('http')}/v0/evi/chat"
        began, told = time.monotonic(), list[str]()
        with suppress(OSError, ConnectionClosed, InvalidHandshake):
            place = f"{address}?{_ASKED}&access_token={self.ticket}"
            async with connect(place, proxy=None, origin=self.origin) as socket:  # type: ignore[arg-type]
                await self._over(socket, told)
        return time.monotonic() - began > _STEADY_SECONDS

    async def _over(self, socket: ClientConnection, told: list[str]) -> None:
        connected = asyncio.Event()
        hearing = asyncio.create_task(self._hear(socket, told, connected))
        waiting = asyncio.create_task(connected.wait())
        try:  # the room shows no field before
            await asyncio.wait({hearing, waiting}, return_when=asyncio.FIRST_COMPLETED)
            for key in list(self._unsent) if connected.is_set() else ():
                await self._send(socket, key)
            while not hearing.done() and not (self._leaving and not self._unsent):
                if not self._unsent and len(self.sent) < self.answers:
                    self.sent.append(key := uuid4().hex)
                    self._unsent[key] = f"{_ANSWER} That was in week {len(self.sent)}."
                    self._typed_at[key] = time.monotonic()
                    await self._send(socket, key)
                pause = self.every_seconds * random.uniform(1.0, 1.2)
                await asyncio.wait({hearing}, timeout=pause)
        finally:
            hearing.cancel()
            waiting.cancel()

    async def _send(self, socket: ClientConnection, key: str) -> None:
        sent = {"type": "user_input", "text": self._unsent[key], "darasa": {"key": key}}
        await socket.send(json.dumps(sent))

    async def _hear(
        self, socket: ClientConnection, told: list[str], connected: asyncio.Event
    ) -> None:
        async for frame in socket:
            message: dict[str, Any] = json.loads(frame)
            ours = message.get("darasa") or {}
            match message["type"]:
                case "chat_metadata":
                    self.told.append(told)
                    self.groups.add(message["chat_group_id"])
                    connected.set()
                case "error":
                    told.append(message["code"])
                case "user_message" if self._unsent.pop(ours.get("key"), None):
                    typed_at = self._typed_at.pop(ours["key"])
                    self.kept_ms.append((time.monotonic() - typed_at) * 1000)
                case "session_settings" if ours.get("alive"):
                    await socket.send('{"type": "darasa_alive"}')
                case _:
                    pass
