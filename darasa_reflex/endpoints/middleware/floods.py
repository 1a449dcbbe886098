"""How often one address may ask, and open sockets."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from darasa_reflex.core.monitoring.metrics import REFUSED_FLOODS
from darasa_reflex.core.visitors import headers_of, is_loopback_ip
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET, client_ip
from darasa_reflex.features.accounts.floods import RATES, FloodKind, Floods
from darasa_reflex.features.accounts.identity import DoorKind

logger = logging.getLogger(__name__)

# The files of one page, which cost no more than sending them.
_FILES = frozenset({".js", ".css", ".svg", ".ico", ".png", ".woff2", ".wav", ".map", ".txt"})
_SENTENCE = marked("That was very often in a short time. Wait a minute, then try again.")


@dataclass(frozen=True, slots=True)
class FloodGate:
    """Answers 429 to an address that asks too often. The one local person is not counted.

    Attributes:
        proxy_hops: See `Settings.proxy_hops`.
    """

    app: ASGIApp
    floods: Floods
    door: DoorKind
    proxy_hops: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket, or refuse it with one sentence."""
        kind = _kind(scope)
        if kind is None or await self._allows(kind, client_ip(scope, self.proxy_hops)):
            await self.app(scope, receive, send)
            return
        if not self.proxy_hops and "x-forwarded-for" in headers_of(scope["headers"]):
            _warn_of_unknown_proxy()
        REFUSED_FLOODS.labels(kind).inc()
        logger.warning("too many of one address: %s refused", kind)
        wait = {"retry-after": str(RATES[kind].seconds)}
        await PlainTextResponse(_(_SENTENCE), 429, wait)(scope, receive, send)

    async def _allows(self, kind: FloodKind, address: str) -> bool:
        if self.door == "open" and is_loopback_ip(address):
            return True
        return await self.floods.allows(kind, address)


@cache
def _warn_of_unknown_proxy() -> None:
    """Say once why visitors are refused who did nothing wrong."""
    logger.warning(
        "too many requests: behind a proxy all count as one until DARASA_PROXY_HOPS is set"
    )


def _kind(scope: Scope) -> FloodKind | None:
    if scope["type"] == SOCKET:
        return "socket"
    is_file = scope["type"] != HTTP or PurePosixPath(scope["path"]).suffix in _FILES
    return None if is_file else "request"
