"""An EVI server without a mind: a test says over HTTP what it sends, and asks what it has heard."""

import asyncio
import base64
import time
from typing import Any
from uuid import uuid4

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

# Nothing but our own origin; inline scripts and styles are Reflex's.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self'"
)


class StrictWhenAsked(BaseHTTPMiddleware):
    """Adds the policy to pages asked for with `?strict`."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        if "strict" in request.query_params:
            response.headers["content-security-policy"] = POLICY
        return response


class Line:
    """One connection: its socket and everything that came in, with its time in seconds."""

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket
        self.messages: list[str] = []
        self.frames: list[tuple[float, bytes]] = []
        self.code: int | None = None
        self.closed_at: float | None = None
        self.connections = 1

    async def listen(self) -> None:
        while True:
            event = await self.socket.receive()
            if event["type"] == "websocket.disconnect":
                self.code, self.closed_at = event["code"], time.monotonic()
                return
            if (pcm := event.get("bytes")) is not None:
                self.frames.append((time.monotonic(), pcm))
            else:
                self.messages.append(event["text"])

    def told(self) -> dict[str, Any]:
        """Return all but the sound itself: who waits for it asks twenty times a second."""
        return {
            "messages": self.messages,
            "frames": len(self.frames),
            "samples": sum(len(pcm) for _, pcm in self.frames) // 2,
            "code": self.code,
            "connections": self.connections,
        }

    def heard(self) -> dict[str, Any]:
        return {
            **self.told(),
            "pcm": base64.b64encode(b"".join(pcm for _, pcm in self.frames)).decode(),
            "sizes": [len(pcm) for _, pcm in self.frames],
            "times": [at for at, _ in self.frames],
        }


_lines: dict[str, Line] = {}


async def chat(socket: WebSocket) -> None:
    ticket = socket.query_params["access_token"]
    if ticket.startswith(("refused", "blocked")):
        await socket.close()
        return
    await socket.accept()
    if ticket in _lines:
        _lines[ticket].connections += 1
    line = _lines.setdefault(ticket, Line(socket))
    if ticket.startswith("good"):
        group = {"chat_id": f"chat-of-{ticket}", "chat_group_id": uuid4().hex}
        # "good62-…": 62 s of the planned time are left.
        left = ticket.partition("-")[0].removeprefix("good")
        time_left = {"darasa": {"left_seconds": int(left)}} if left else {}
        await socket.send_json({"type": "chat_metadata", **group, **time_left})
    await line.listen()


async def send(request: Request) -> Response:
    line = _lines[request.path_params["ticket"]]
    for message in await request.json():
        await line.socket.send_json(message)
    return Response()


async def close(request: Request) -> Response:
    line = _lines[request.path_params["ticket"]]
    await line.socket.close(int(request.query_params["code"]))
    return Response()


async def heard(request: Request) -> Response:
    line = _lines.get(request.path_params["ticket"])
    if line is None:
        return JSONResponse({"connections": 0})
    return JSONResponse(line.heard() if "sound" in request.query_params else line.told())


async def wait(request: Request) -> Response:
    """Answer late: a page that asks for it and waits stands still, at no cost to the machine."""
    await asyncio.sleep(float(request.path_params["seconds"]))
    return Response()


async def look(request: Request) -> Response:
    """As the app's own endpoint does; "blocked-…" is a good ticket whose socket gets nowhere."""
    refused = (await request.body()).startswith(b"refused")
    return JSONResponse({"current": not refused})


lines = Starlette(
    middleware=[Middleware(StrictWhenAsked)],
    routes=[
        WebSocketRoute("/v0/evi/chat", chat),
        Route("/v0/evi/ticket", look, methods=["POST"]),
        Route("/lines/{ticket}/send", send, methods=["POST"]),
        Route("/lines/{ticket}/close", close, methods=["POST"]),
        Route("/lines/{ticket}", heard),
        Route("/wait/{seconds}", wait),
    ],
)
