"""Who is getting their copy just now: one at a time for each person, on whatever server."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, text
from sqlmodel import Session, col, delete, update

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.accounts.models import RateBucket

# Who takes no piece for so long has left without a word, or their next download may begin.
STALLED_SECONDS = 60.0
# How often a download says that it goes on.
_BEAT_SECONDS = 10.0
RUNNING = marked("A copy of everything is being downloaded already. Wait until it is done.")

# A bucket of one token, which is there again when a download is done, or has stalled.
_BEGIN = text(
    "insert into rate_bucket (key, tokens, at) values (:key, 0, :now) "
    "on conflict (key) do update set at = :now where rate_bucket.at <= :stalled returning at"
)


@dataclass(slots=True)
class _Running:
    """One download.

    Attributes:
        at: When it last said that it goes on: Unix time in seconds. No two have the same.
    """

    key: str
    at: float


@dataclass(frozen=True, slots=True)
class Exports:
    """Downloads that are being sent, by this server or another."""

    db: Database
    clock: Clock

    async def begin(self, person: UUID, pieces: AsyncGenerator[str]) -> AsyncGenerator[bytes]:
        """Return the pieces as UTF-8. The person's next download may begin when they are at an end.

        Raises:
            AllowanceUsedUp: One is running.
        """
        own = _Running(f"export:{person}", self._now)
        given = {"key": own.key, "now": own.at, "stalled": own.at - STALLED_SECONDS}

        def work(session: Session) -> None:
            if session.connection().execute(_BEGIN, given).first() is None:
                raise AllowanceUsedUp(RUNNING)

        await self.db.run(work)
        return self._sent(own, pieces)

    async def _sent(self, own: _Running, pieces: AsyncGenerator[str]) -> AsyncGenerator[bytes]:
        try:
            async for piece in pieces:
                if self._now - own.at >= _BEAT_SECONDS:
                    await self._go_on(own)
                yield piece.encode()
        finally:
            await pieces.aclose()
            done = delete(RateBucket).where(*_row_of(own))
            await self.db.run(lambda session: session.exec(done))

    async def _go_on(self, own: _Running) -> None:
        """Raise `AllowanceUsedUp` when this download has stalled, and another has begun."""
        now = self._now

        def work(session: Session) -> None:
            told = session.exec(update(RateBucket).where(*_row_of(own)).values(at=now))
            # Nothing is left of somebody who was deleted: their file ends as a whole one.
            if not told.rowcount and session.get(RateBucket, own.key):
                raise AllowanceUsedUp(RUNNING)

        await self.db.run(work)
        own.at = now

    @property
    def _now(self) -> float:
        return self.clock.now().timestamp()


def _row_of(own: _Running) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(RateBucket.key) == own.key, col(RateBucket.at) == own.at
