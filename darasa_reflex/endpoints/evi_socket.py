"""/v0/evi/chat: origin, ticket, EVI frames ↔ a call."""

import asyncio
from dataclasses import dataclass, field

from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.call.incoming.handshake import handshake_of
from darasa_reflex.features.interviews.call.line import NORMAL_CLOSE, LineClosed, part
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

PATH = "/v0/evi/chat"
# A peer that takes nothing for so long is gone, or lets the server's memory grow.
_LONGEST_SEND_SECONDS = 10.0
# No closing frame came: the connection broke. Whoever hangs up closes with a code, and so does a
# page that goes away (1001). Source: RFC 6455, 7.4.1; Granian tells 1005 where others tell 1006.
_BROKEN = frozenset({1005, 1006})


@dataclass(frozen=True, slots=True)
class SocketLine:
    """See `Line`. A WebSocket that has been accepted.

    Attributes:
        before: Frames that count as received before the first one.
    """

    socket: WebSocket
    before: list[str] = field(default_factory=list[str])

    async def receive(self) -> str | bytes | None:
        """See `Line.receive`."""
        if self.before:
            return self.before.pop(0)
        if self.socket.client_state is WebSocketState.DISCONNECTED:
            return None
        message = await self.socket.receive()
        if message["type"] == "websocket.disconnect":
            if message.get("code") in _BROKEN:
                raise LineClosed
            return None
        text: str | None = message.get("text")
        return text if text is not None else message.get("bytes", b"")

    async def send(self, frame: str) -> None:
        """See `Line.send`."""
        try:
            async with asyncio.timeout(_LONGEST_SEND_SECONDS):
                await self.socket.send_text(frame)
        except (WebSocketDisconnect, RuntimeError, OSError):  # a timeout is an OSError
            raise LineClosed from None

    async def close(self, code: int = NORMAL_CLOSE) -> None:
        """See `Line.close`."""
        if self.socket.client_state is not WebSocketState.CONNECTED:
            return
        try:
            async with asyncio.timeout(_LONGEST_SEND_SECONDS):
                await self.socket.close(code)
        except (WebSocketDisconnect, RuntimeError, OSError):
            return


async def chat(socket: WebSocket) -> None:
    """Carry one call.

    A foreign Origin gets 403 and a bad ticket 401, both before the upgrade. Clients that are no
    browsers send no Origin and pass.
    """
    if is_foreign(socket):
        await deny(socket, 403, _("This page may not open calls here."))
        return
    secret = _credential(socket)
    if not secret or not await services().calls.admits(secret):
        await deny(socket, 401, _("This start link has expired. Start again."))
        return
    await socket.accept()
    asked = handshake_of(socket.query_params.multi_items())
    line = SocketLine(socket, [asked.settings] if asked.settings else [])
    try:
        await services().calls.conduct(secret, line, asked)
    except NotSignedIn:  # spent by another between the two looks
        await part(line, closes=False)


def _credential(socket: WebSocket) -> str:
    """Return the ticket, from any of the places where EVI clients put their credential."""
    bearer = socket.headers.get("authorization", "").removeprefix("Bearer ").strip()
    places = (
        socket.query_params.get("access_token"),
        socket.query_params.get("api_key"),
        socket.headers.get("x-hume-api-key"),
        bearer,
    )
    return next((place for place in places if place), "")


def is_foreign(socket: WebSocket) -> bool:
    """Tell whether a page that is not ours opens a socket."""
    return socket.headers.get("origin", "") not in {"", *settings().allowed_origins}


async def deny(socket: WebSocket, status: int, sentence: str) -> None:
    """Refuse a socket that was not accepted, with one sentence."""
    if "websocket.http.response" in socket.scope.get("extensions", {}):
        await socket.send_denial_response(Response(sentence, status_code=status))
    else:
        await socket.close()
