"""A person who types, over the real sockets of a real server, as the page does it for them.

Answers have names, and those that were not told back are sent again on the next line. A line from
which nothing came for a while is dead, and signs of life are answered.
"""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

# As components/voice_room/line/line.js has it.
_SILENT_SECONDS = 12.0
LOST = "Connection lost. Everything in the transcript is kept. Trying to come back… (the page)"
_LOOK_SECONDS = 0.05
_GOODBYE_SECONDS = 1.0
_CONNECT_SECONDS = 20.0


@dataclass
class Talk:
    """All calls of one interview, one after the other.

    Attributes:
        shown: Words of both sides, final ones only; without those of the interviewer that were
            talked over, of which only what was heard is kept.
        sent: Answers by their names.
        open_answers: Those that were not told back yet.
        sentences: What the person read, each once, in order.
        given_back: Answers that an error gave back.
        lived_s: From the first to the last frame, over all calls.
        is_on: A line is open, and gives signs of life.
        opened: Calls that began.
    """

    shown: list[str] = field(default_factory=list)
    sent: dict[str, str] = field(default_factory=dict)
    open_answers: dict[str, str] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    given_back: list[str] = field(default_factory=list)
    lived_s: float = 0.0
    is_on: bool = False
    opened: int = 0
    _socket: ClientConnection | None = None
    _reading: asyncio.Task[None] | None = None
    _heard_at: float = 0.0
    _newest: int = 0  # how many turns were shown when the person spoke last
    _hung_up: bool = False

    async def begin(self, address: str, *, proxy: str | None = None) -> bool:
        """Open a call and send again what was not told back; return whether it opened."""
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                self._socket = await connect(address, proxy=proxy, ping_interval=None)
                first = json.loads(await self._socket.recv())
        except (InvalidHandshake, ConnectionClosed, OSError, TimeoutError):
            return False
        self._take(first)
        if first["type"] != "chat_metadata":
            return False
        self.is_on, self.opened, self._heard_at = True, self.opened + 1, time.monotonic()
        self._hung_up, self._newest = False, len(self.shown)
        self._reading = asyncio.create_task(self._read())
        for key, text in list(self.open_answers.items()):
            await self._send(key, text)
        return True

    async def answer(self, text: str) -> None:
        """Type an answer; it need not be shown."""
        key = uuid4().hex
        self.sent[key] = self.open_answers[key] = text
        await self._send(key, text)

    async def settle(self, seconds: float) -> None:
        """Wait until all answers were told back, the line is gone, or time is up."""
        until = time.monotonic() + seconds
        while self.open_answers and self.is_on and time.monotonic() < until:
            await asyncio.sleep(_LOOK_SECONDS)

    async def end(self) -> None:
        """Hang up, or note that the line is gone."""
        if self._socket is None or self._reading is None:
            return
        if self.is_on:
            await asyncio.sleep(_GOODBYE_SECONDS)
            self._hung_up = self.is_on
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE_SECONDS):
                await self._socket.close()
        self._socket.transport.abort()
        await self._reading

    async def _read(self) -> None:
        began = self._heard_at
        with suppress(ConnectionClosed, TimeoutError):
            while True:
                async with asyncio.timeout(_SILENT_SECONDS):
                    frame = await self._socket.recv()
                self._heard_at = time.monotonic()
                self._take(json.loads(frame))
                await self._answer_sign(json.loads(frame))
        self.lived_s += self._heard_at - began
        self.is_on = False
        if not self._hung_up:
            self._read_aloud(LOST)

    async def _answer_sign(self, message: dict) -> None:
        if message["type"] == "session_settings" and (message.get("darasa") or {}).get("alive"):
            await self._socket.send(json.dumps({"type": "darasa_alive"}))

    def _take(self, message: dict) -> None:
        kind, extra = message["type"], message.get("darasa") or {}
        if kind == "assistant_message" or (kind == "user_message" and not message.get("interim")):
            self.shown.append(message["message"]["content"])
        if kind == "user_interruption":
            del self.shown[self._newest :]
        if kind == "user_message" and not message.get("interim"):
            self._newest = len(self.shown)
        if kind == "user_message" and extra.get("key") in self.open_answers:
            del self.open_answers[extra["key"]]
        if kind == "error":
            self._read_aloud(message["message"])
            if words := extra.get("not_kept"):
                self.given_back.append(words)

    def _read_aloud(self, sentence: str) -> None:
        if sentence not in self.sentences:
            self.sentences.append(sentence)

    async def _send(self, key: str, text: str) -> None:
        message = {"type": "user_input", "text": text, "darasa": {"key": key}}
        with suppress(ConnectionClosed):
            await self._socket.send(json.dumps(message))
