"""What a request or a socket is told, in the language of who reads it."""

from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from darasa_reflex.core.visitors import headers_of
from darasa_reflex.core.words.choice import language_of
from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.endpoints.middleware.addresses import HTTP, SOCKET


@dataclass(frozen=True, slots=True)
class Languages:
    """Chooses it; what is begun on behalf of a request or a socket inherits it.

    Attributes:
        offered: See `Settings.languages`.
    """

    app: ASGIApp
    offered: tuple[str, ...]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or a socket."""
        if scope["type"] not in {HTTP, SOCKET}:
            await self.app(scope, receive, send)
            return
        told = headers_of(scope["headers"])
        language = language_of(
            told.get("cookie", ""), told.get("accept-language", ""), self.offered
        )
        with spoken_in(language):
            await self.app(scope, receive, send)
