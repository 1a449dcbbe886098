"""Who asks: the headers and the address behind an ASGI scope."""

from starlette.types import Scope

from darasa_reflex.core import visitors
from darasa_reflex.settings import settings

HTTP, SOCKET = "http", "websocket"


def client_ip(scope: Scope, proxy_hops: int | None = None) -> str:
    """Return the address of a visitor; empty when unknown.

    Args:
        scope: Of a request or a socket.
        proxy_hops: How many proxies are believed. None: as many as settings say.
    """
    hops = settings().proxy_hops if proxy_hops is None else proxy_hops
    peer = scope.get("client")
    headers = visitors.headers_of(scope["headers"])
    return visitors.client_ip(headers, peer[0] if peer else "", hops)
