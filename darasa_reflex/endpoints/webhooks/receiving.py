"""What every webhook does before its message is read: who may send, how often, and how much."""

import json
from collections.abc import Callable
from typing import Any, Protocol, cast

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from darasa_reflex.core.visitors import client_ip, headers_of
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

OK, BAD, UNSIGNED, UNKNOWN, TOO_LONG, TOO_MANY = 200, 400, 401, 404, 413, 429


class News(Protocol):
    """Takes what one sender tells."""

    @property
    def most_bytes(self) -> int:
        """How long a message may be."""
        ...

    async def take(self, headers: Headers, body: bytes) -> int:
        """Check who speaks and hand over what they say; return the status of the answer."""
        ...


async def answered(request: Request, opened: Callable[[], News | None]) -> Response:
    """Answer a message; the answer never says what was wrong with it.

    `opened` returns who takes it, and may read files; without a key there is nobody, and no such
    address.
    """
    news = await anyio.to_thread.run_sync(opened)
    if news is None:
        return Response(status_code=UNKNOWN)
    if not await _allowed(request):
        return Response(status_code=TOO_MANY)
    return await received(request, news)


async def received(request: Request, news: News) -> Response:
    """Read a message, however long it claims to be, and answer it."""
    body = await _body_of(request, news.most_bytes)
    status = TOO_LONG if body is None else await news.take(request.headers, body)
    return Response(status_code=status)


def content_of(body: bytes) -> dict[str, Any]:
    """Return the JSON object of a message; empty when it is none."""
    try:
        return table(json.loads(body))
    except (ValueError, RecursionError):
        return {}


def table(value: object) -> dict[str, Any]:
    """Return a JSON object as it is, and an empty one for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


async def _allowed(request: Request) -> bool:
    """Count a message; False when its sender has sent too many."""
    peer = request.client.host if request.client else ""
    sender = client_ip(headers_of(request.headers.raw), peer, settings().proxy_hops)
    return await services().floods.allows("webhook", sender)


async def _body_of(request: Request, most_bytes: int) -> bytes | None:
    """Return the raw body; None when it is too long or breaks off. No more than that is read."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > most_bytes:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)
