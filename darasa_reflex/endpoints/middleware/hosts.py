"""Which names and addresses this server answers to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from darasa_reflex.core.visitors import foreign, headers_of, is_loopback_name, name_in
from darasa_reflex.endpoints.middleware import explanations
from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET, client_ip
from darasa_reflex.endpoints.middleware.headers import is_secure
from darasa_reflex.features.accounts.identity import DoorKind

# Signed by who sends them.
_WEBHOOK = re.compile(r"/webhooks/\w+")
# Whoever looks after many servers asks each of them by its address. They tell nothing of people.
_HEALTH = frozenset({"/ping", "/_health", "/_ready", "/metrics"})


@dataclass(frozen=True, slots=True)
class Hosts:
    """Explains itself to those it does not answer, with 403 or 421.

    Without sign-in only this machine is answered, by a name of its own, and with nobody between.
    With sign-in the Host must be one of the origins', or a name of this machine.

    Attributes:
        names: Hosts of the allowed origins, in lower case and without port.
        port: Where the server listens.
        proxy_hops: See `Settings.proxy_hops`.
    """

    app: ASGIApp
    door: DoorKind
    names: frozenset[str]
    port: int
    proxy_hops: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket, or explain why not."""
        refusal = self._refusal(scope) if scope["type"] in {HTTP, SOCKET} else None
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            await refusal(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        if scope.get("method") == "POST" and _WEBHOOK.fullmatch(scope["path"]):
            return None
        headers = headers_of(scope["headers"])
        asked = headers.get("host", "")
        if self.door == "open":
            why = foreign(headers, client_ip(scope, self.proxy_hops))
            return explanations.only_here(why, asked, self.port) if why else None
        if scope["path"] in _HEALTH or is_loopback_name(asked) or name_in(asked) in self.names:
            return None
        scheme = "https" if is_secure(scope, self.proxy_hops) else "http"
        return explanations.not_here(asked, scheme)


def names_of(origins: Iterable[str]) -> frozenset[str]:
    """Return the host names in origins."""
    return frozenset(urlsplit(origin).hostname or "" for origin in origins) - {""}
