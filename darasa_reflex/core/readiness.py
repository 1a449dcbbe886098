"""Whether this server may be sent visitors: what an operator's proxy asks every few seconds."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.database.upgrade import known_revisions, revisions
from darasa_reflex.core.errors import NotKept, ServiceUnavailable

_LONGEST_LOOK_SECONDS = 3.0
# However often it is asked, it writes no more often than that.
_FRESH_SECONDS = 1.0

# "newer": a server of the next version has upgraded the tables. This one goes on while it can, so
# that servers can be renewed one after the other.
Migrations = Literal["current", "behind", "newer", "unknown"]


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands between this server and its next visitor.

    Attributes:
        database: It takes a write.
        migrations: How its tables stand to this code.
        draining: The server was told to stop.
        redis: It answers; None: there is none. Told, not required: each server counts floods alone
            for as long as it is away.
    """

    database: bool
    migrations: Migrations
    draining: bool
    redis: bool | None

    @property
    def ready(self) -> bool:
        """Whether visitors may be sent here."""
        return self.database and self.migrations in {"current", "newer"} and not self.draining


@dataclass(slots=True)
class Looking:
    """Looks at all of it, once for all who ask in the same second.

    Attributes:
        database: To write to.
        is_draining: Tells whether the server was told to stop.
        redis_answers: See `Readiness.redis`.
    """

    database: Database
    is_draining: Callable[[], bool]
    redis_answers: Callable[[], Awaitable[bool | None]]
    _until: float = 0.0
    _seen: tuple[bool, Migrations, bool | None] = (False, "unknown", None)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def look(self) -> Readiness:
        """Return how it stands; that the server stops counts at once."""
        async with self._turn:
            if time.monotonic() > self._until:
                self._seen = await self._looked()
                self._until = time.monotonic() + _FRESH_SECONDS
        database, migrations, redis = self._seen
        return Readiness(database, migrations, self.is_draining(), redis)

    async def _looked(self) -> tuple[bool, Migrations, bool | None]:
        return await asyncio.gather(self._writes(), self._stands_at(), self.redis_answers())

    async def _writes(self) -> bool:
        try:
            async with asyncio.timeout(_LONGEST_LOOK_SECONDS):
                await self.database.check()
        except (NotKept, TimeoutError):
            return False
        return True

    async def _stands_at(self) -> Migrations:
        try:
            async with asyncio.timeout(_LONGEST_LOOK_SECONDS):
                there = await self.database.read(lambda s: revisions(s.connection()))
        except (ServiceUnavailable, TimeoutError):
            return "unknown"
        known, newest = known_revisions()
        if there == newest:
            return "current"
        return "newer" if there - known else "behind"
