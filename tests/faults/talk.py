"""A typed call over the real socket of a real server, and what its database keeps of it."""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import select
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from darasa_reflex.core.db import Database
from darasa_reflex.features.interviews.models import Interview, Turn
from tests.faults.fault import Outcome
from tests.server import Server

_LONGEST_SECONDS = 60.0


@dataclass
class Talk:
    """One call.

    Attributes:
        shown: Words of both sides, final ones only, in order.
        sentences: Of error messages.
        not_kept: Answers that an error gave back.
        lived_s: From the first frame to the last.
    """

    shown: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    not_kept: list[str] = field(default_factory=list)
    began: float = 0.0
    lived_s: float = 0.0
    closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def hold(self, socket: ClientConnection) -> None:
        """Read until the line closes."""
        self.began = time.monotonic()
        with suppress(ConnectionClosed):
            async for frame in socket:
                self._take(json.loads(frame))
                self.lived_s = time.monotonic() - self.began
        self.closed.set()

    def _take(self, message: dict) -> None:
        kind = message["type"]
        if kind == "assistant_message" or (kind == "user_message" and not message.get("interim")):
            self.shown.append(message["message"]["content"])
        if kind == "error":
            self.sentences.append(message["message"])
            if words := (message.get("darasa") or {}).get("not_kept"):
                self.not_kept.append(words)

    async def answer(self, socket: ClientConnection, text: str) -> None:
        """Type an answer and wait until it is shown, or the line is closed."""
        with suppress(ConnectionClosed):
            await socket.send(json.dumps({"type": "user_input", "text": text}))
        until = time.monotonic() + _LONGEST_SECONDS
        while text not in self.shown and not self.closed.is_set() and time.monotonic() < until:
            await asyncio.sleep(0.05)


def address(server: Server, ticket: str) -> str:
    """Return where a call opens."""
    return f"ws://localhost:{server.port}/v0/evi/chat?access_token={ticket}"


def outcome(talk: Talk, url: str, interview_id: str, *, resumable: bool) -> Outcome:
    """Compare what was shown with what is stored."""
    db = Database(url)
    wanted = UUID(interview_id)
    turns = select(Turn.text).where(Turn.interview_id == wanted).order_by(Turn.position)
    texts = db.run_here(lambda session: list(session.exec(turns)))
    length = db.run_here(lambda session: session.get_one(Interview, wanted).duration_seconds)
    db.engine.dispose()
    kept = sum(texts.count(text) == talk.shown.count(text) for text in talk.shown)
    return Outcome(
        shown=len(talk.shown),
        kept=kept,
        told=len(talk.not_kept),
        length_error_s=length - talk.lived_s,
        sentence=" ".join(talk.sentences),
        resumable=resumable,
    )


async def opens(server: Server, ticket: str) -> bool:
    """Tell whether a call opens with a ticket."""
    try:
        async with connect(address(server, ticket)) as socket, asyncio.timeout(20):
            return json.loads(await socket.recv())["type"] == "chat_metadata"
    except (InvalidStatus, OSError, TimeoutError):
        return False
