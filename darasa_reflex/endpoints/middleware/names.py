"""A name for each request and each socket, by which its lines in logs are found."""

import re
from dataclasses import dataclass
from secrets import token_hex

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from darasa_reflex.core.monitoring.log_lines import REQUEST
from darasa_reflex.core.visitors import headers_of
from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET

_HEADER = "x-request-id"
# What proxies give: UUIDs and the like.
_NAME = re.compile(r"[\w.-]{8,64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Names:
    """Takes the name that a proxy of ours gave, or gives one, and tells it in the answer.

    Attributes:
        proxy_hops: See `Settings.proxy_hops`.
    """

    app: ASGIApp
    proxy_hops: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket."""
        if scope["type"] not in {HTTP, SOCKET}:
            await self.app(scope, receive, send)
            return
        name = self._name(scope)
        before = REQUEST.set(name)

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), (_HEADER.encode(), name.encode())]
                message = {**message, "headers": headers}
            await send(message)

        try:
            # Of a socket nothing is told, and each of its frames would pass here.
            await self.app(scope, receive, telling if scope["type"] == HTTP else send)
        finally:
            REQUEST.reset(before)

    def _name(self, scope: Scope) -> str:
        given = headers_of(scope["headers"]).get(_HEADER, "") if self.proxy_hops else ""
        return given if _NAME.fullmatch(given) else token_hex(8)
