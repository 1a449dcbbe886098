"""`/_health` says no when the database takes nothing; everything else is Reflex's answer."""

import asyncio
import time
from dataclasses import dataclass

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from darasa_reflex.core.db import Database
from darasa_reflex.core.errors import NotKept

_PATH = "/_health"
_LONGEST_WRITE_SECONDS = 3.0
# However often it is asked, it writes no more often than that.
_FRESH_SECONDS = 1.0


@dataclass(slots=True)
class Health:
    """Asks the database to write something before Reflex looks at the rest."""

    app: ASGIApp
    database: Database
    _until: float = 0.0
    _writes: bool = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all but the questions for health that have a bad answer."""
        if scope["type"] == "http" and scope["path"] == _PATH and not await self._can_write():
            answer = JSONResponse({"status": False, "db": False}, status_code=503)
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _can_write(self) -> bool:
        if time.monotonic() > self._until:
            self._writes = await self._write()
            self._until = time.monotonic() + _FRESH_SECONDS
        return self._writes

    async def _write(self) -> bool:
        try:
            async with asyncio.timeout(_LONGEST_WRITE_SECONDS):
                await self.database.check()
        except (NotKept, TimeoutError):
            return False
        return True
