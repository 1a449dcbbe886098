"""How much anybody may send, in bytes as counted, and how long they may take."""

import asyncio
from dataclasses import dataclass
from math import inf

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from darasa_reflex.core.visitors import headers_of
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET

# A job description is a few thousand characters; a page's events and webhooks are smaller.
MOST_BYTES = 256 * 1024
LONGEST_SECONDS = 30.0
# The socket of calls counts its frames itself, and refuses in words of its protocol.
_EVENTS = "/_event"
_TOO_BIG_CODE, _BROKEN_CODE, _DONE_CODE = 1009, 1002, 1000
# By which Engine.IO ends a line. It leaves the socket to the client to close.
_GOODBYE = "1"
# What a message of Engine.IO begins with; it would answer another one with a line in the log.
_KINDS = frozenset("0123456")
_LONGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Bodies:
    """Reads a request's body whole before the app sees it; refuses large and slow ones."""

    app: ASGIApp
    most_bytes: int = MOST_BYTES
    longest_seconds: float = LONGEST_SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket, or refuse it with one sentence."""
        if scope["type"] == SOCKET and scope["path"].startswith(_EVENTS):
            socket = _Frames(receive, send, self.most_bytes)
            await self.app(scope, socket.receive, socket.send)
        elif scope["type"] == HTTP:
            await self._answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        fits = _declared_bytes(scope) <= self.most_bytes
        try:
            async with asyncio.timeout(self.longest_seconds):
                body = await self._read(receive) if fits else None
        except TimeoutError:
            await _refusal(408, _("That took too long. Try again."))(scope, receive, send)
            return
        except _Gone:
            return
        if body is None:
            await _refusal(413, _("That is more than we take at once."))(scope, receive, send)
        else:
            await self.app(scope, _replayed(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """Return the body; None when it is too large.

        Raises:
            _Gone: The sender has left.
        """
        body, more = bytearray(), True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                raise _Gone
            body += message.get("body", b"")
            if len(body) > self.most_bytes:
                return None
            more = message.get("more_body", False)
        return bytes(body)


class _Gone(Exception):
    """The sender has left before the end."""


def _declared_bytes(scope: Scope) -> float:
    """Return how long a request says its body is; 0 when it says nothing."""
    declared = headers_of(scope["headers"]).get("content-length", "0")
    # Longer texts are no lengths, and Python does not read them as numbers.
    return int(declared) if declared.isdecimal() and len(declared) < _LONGEST_LENGTH else inf


def _refusal(status: int, sentence: str) -> Response:
    # What is still coming would be taken for the next request.
    return PlainTextResponse(sentence, status, {"connection": "close"})


def _replayed(body: bytes, receive: Receive) -> Receive:
    whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def next_message() -> Message:
        return whole.pop() if whole else await receive()

    return next_message


class _Frames:
    """A socket that ends at a frame that is too large, or none; the app hears only of the end."""

    def __init__(self, receive: Receive, send: Send, most_bytes: int) -> None:
        self._receive, self._send, self._most_bytes = receive, send, most_bytes
        self._ended = False

    async def receive(self) -> Message:
        message = await self._receive()
        text, data = message.get("text") or "", message.get("bytes") or b""
        if len(text.encode()) + len(data) > self._most_bytes:
            return await self._end(_TOO_BIG_CODE)
        return await self._end(_BROKEN_CODE) if text and text[0] not in _KINDS else message

    async def _end(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        self._ended = True
        return {"type": "websocket.disconnect", "code": code}

    async def send(self, message: Message) -> None:
        if self._ended:
            return
        await self._send(message)
        if message.get("text") == _GOODBYE:
            self._ended = True
            await self._send({"type": "websocket.close", "code": _DONE_CODE})
