"""A server below a path of its host: `https://example.org/interviews` instead of a host of its own.

What is ours is written for the root. The path is taken off before anything looks at a request, and
put back for Reflex, which knows it from `rxconfig.py`. Requests without it pass as they are: what
looks after servers asks at the root, and some proxies take the path off themselves.
"""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET

_TEMPORARY = 307


def moved(scope: Scope, to: Callable[[str], str]) -> Scope:
    """Return a scope at another path, read and as sent."""
    raw = scope.get("raw_path")
    sent = {"raw_path": to(raw.decode("latin-1")).encode("latin-1")} if raw else {}
    return {**scope, "path": to(scope["path"]), **sent}


@dataclass(frozen=True, slots=True)
class Below:
    """Takes the path off requests and sockets, and puts it before where redirects lead.

    Attributes:
        path: Such as `/interviews`.
        direct: Whether no proxy stands in front: who asks for the root is led below the path.
    """

    app: ASGIApp
    path: str
    direct: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket."""
        if scope["type"] not in {HTTP, SOCKET}:
            await self.app(scope, receive, send)
            return
        # The router in the page knows no address above it, and none without the slash.
        above = {self.path, "/"} if self.direct else {self.path}
        if scope["path"] in above and scope["type"] == HTTP:
            query = scope["query_string"].decode("latin-1")
            way = f"{self.path}/?{query}" if query else f"{self.path}/"
            await RedirectResponse(way, _TEMPORARY)(scope, receive, send)
            return

        async def leading(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._lead(message)
            await send(message)

        await self.app(self._within(scope), receive, leading)

    def _within(self, scope: Scope) -> Scope:
        if not scope["path"].startswith(f"{self.path}/"):
            return scope
        return moved(scope, lambda path: path.removeprefix(self.path))

    def _lead(self, start: MutableMapping[str, Any]) -> None:
        headers = MutableHeaders(raw=list(start.get("headers", ())))
        place = headers.get("location", "")
        if place.startswith("/") and not place.startswith("//"):
            headers["location"] = self.path + place
            start["headers"] = headers.raw


@dataclass(frozen=True, slots=True)
class Lifted:
    """Puts the path back, for an app that knows it. See `Below`."""

    app: ASGIApp
    path: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket."""
        if scope["type"] in {HTTP, SOCKET}:
            scope = moved(scope, lambda path: self.path + path)
        await self.app(scope, receive, send)
