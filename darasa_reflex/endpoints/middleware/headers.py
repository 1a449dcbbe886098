"""What every response tells browsers: what pages may load, and who may look into them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from darasa_reflex.core.visitors import headers_of
from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET

_STARTS = ("http.response.start", "websocket.http.response.start")
_SCHEMES = {HTTP: "https", SOCKET: "wss"}
_NOT_MODIFIED = 304
# For what is no page: an SVG opened by itself can run scripts, too.
_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_SECURE = "max-age=31536000"
FIXED: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Form posts of our own keep their Origin; nobody else learns which interview was open.
    "referrer-policy": "same-origin",
    "permissions-policy": "microphone=(self), camera=(), display-capture=(), geolocation=(), "
    "midi=(), usb=()",
    # Sign-in with another provider may open a window.
    "cross-origin-opener-policy": "same-origin-allow-popups",
}

# Of a page that is shown to whoever has a link: nobody is told of it, and nothing of it is kept.
BY_LINK: Mapping[str, str] = {
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "no-store",
}
_BY_LINK_PATHS = frozenset({"/shared", "/shared/", "/shared.html", "/shared/index.html"})

Raw = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Headers:
    """Adds the headers; where the app has set one of them itself, ours counts.

    The app is told when a visitor came by TLS, so that its redirects lead there.

    Attributes:
        policy: Content security policy of pages.
        proxy_hops: See `Settings.proxy_hops`.
    """

    app: ASGIApp
    policy: str
    proxy_hops: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket."""
        if scope["type"] not in _SCHEMES:
            await self.app(scope, receive, send)
            return
        secure = is_secure(scope, self.proxy_hops)
        if secure:
            scope = {**scope, "scheme": _SCHEMES[scope["type"]]}

        async def telling(message: Message) -> None:
            if message["type"] in _STARTS:
                ours = self._ours(message, scope["path"], secure=secure)
                message = {**message, "headers": _with(message.get("headers", ()), ours)}
            await send(message)

        await self.app(scope, receive, telling)

    def _ours(self, start: Mapping[str, Any], path: str, *, secure: bool) -> dict[str, str]:
        kind = headers_of(start.get("headers", ())).get("content-type", "")
        # What is not modified stands in the browser with the policy of then; there may be another.
        page = kind.startswith("text/html") or start["status"] == _NOT_MODIFIED
        policy = {"content-security-policy": self.policy if page else _NOTHING}
        lasting = {"strict-transport-security": _SECURE} if secure else {}
        fixed = {**FIXED, **BY_LINK} if path in _BY_LINK_PATHS else FIXED
        return {**fixed, **policy, **lasting}


def is_secure(scope: Scope, proxy_hops: int) -> bool:
    """Tell whether a visitor came by TLS. What a proxy says counts only where one is ours."""
    if not proxy_hops:
        return scope.get("scheme") in _SCHEMES.values()
    told = headers_of(scope["headers"]).get("x-forwarded-proto", "").split(",")
    return told[-min(proxy_hops, len(told))].strip().lower() in _SCHEMES.values()


def _with(theirs: Iterable[Raw], ours: Mapping[str, str]) -> list[Raw]:
    kept = [(name, value) for name, value in theirs if name.decode("latin-1").lower() not in ours]
    return [*kept, *((name.encode(), value.encode()) for name, value in ours.items())]
