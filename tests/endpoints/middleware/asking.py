"""Requests and sockets at an ASGI app, from any peer, with any headers."""

from collections.abc import AsyncIterator, Iterable, Mapping

import httpx
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Given = Mapping[str, str] | Iterable[tuple[str, str]]


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that says hello and takes sockets."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("hello")(scope, receive, send)


async def ask(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    peer: str = "127.0.0.1",
    headers: Given = (),
    scheme: str = "http",
    body: bytes | Iterable[bytes] = b"",
) -> httpx.Response:
    """Return the answer to one request. Its headers are those given, and no more."""
    start, told = {}, bytearray()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            told.extend(message.get("body", b""))

    pieces = [body] if isinstance(body, bytes) else list(body)
    scope = {"scheme": scheme, **_scope("http", path, peer, headers), "method": method}
    await app(scope, _sender(pieces), send)
    return httpx.Response(start["status"], headers=start["headers"], content=bytes(told))


async def open_socket(
    app: ASGIApp, path: str, *, peer: str = "127.0.0.1", headers: Given = ()
) -> int | str:
    """Return "open", or the status of the refusal."""
    seen: list[Message] = []

    async def send(message: Message) -> None:
        seen.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    await app(_scope("websocket", path, peer, headers), receive, send)
    first = seen[0]
    return "open" if first["type"] == "websocket.accept" else first["status"]


def _scope(kind: str, path: str, peer: str, headers: Given) -> dict[str, object]:
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    return {
        "type": kind,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "client": (peer, 50_000) if peer else None,
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in pairs],
        "extensions": {"websocket.http.response": {}},
    }


def _sender(pieces: list[bytes]) -> Receive:
    async def messages() -> AsyncIterator[Message]:
        for number, piece in enumerate(pieces, 1):
            more = number < len(pieces)
            yield {"type": "http.request", "body": piece, "more_body": more}
        yield {"type": "http.disconnect"}

    coming = messages()
    return lambda: anext(coming)
