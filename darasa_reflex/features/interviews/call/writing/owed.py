"""What a call still owes the database, because that could not take it: stored once it can."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from sqlmodel import Session

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import DarasaError, NotKept
from darasa_reflex.core.monitoring.logs import place_of

logger = logging.getLogger(__name__)

_TRY_EVERY_SECONDS = 1.0

Work = Callable[[Session], object]


class Owed:
    """Writes nobody waits for, in order: ends of calls, lengths, last words of a closed line."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._waiting: deque[Work] = deque()
        self._settling: asyncio.Task[None] | None = None
        self._begun: set[asyncio.Task[None]] = set()

    @property
    def behind(self) -> bool:
        """Whether the database has refused something that is not written yet."""
        return bool(self._waiting)

    async def paid(self, seconds: float) -> bool:
        """Wait until all that is owed now is written, at most so long; tell whether it is."""
        begun = set(self._begun)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                if begun:
                    await asyncio.wait(begun)
                if self._settling is not None:
                    await asyncio.wait({self._settling})
        return not (self.behind or begun & self._begun)

    async def settle(self, work: Work) -> None:
        """Write now if the database can, else as soon as it can. Done even if this is cancelled."""
        # A task of its own: who gives up while the database makes them wait must not take along
        # what it then refuses.
        writing = asyncio.create_task(self._write(work))
        self._begun.add(writing)
        writing.add_done_callback(self._ended)
        await asyncio.shield(writing)

    def _ended(self, writing: asyncio.Task[None]) -> None:
        self._begun.discard(writing)
        if not writing.cancelled():
            writing.exception()  # told to whoever waited, if anybody does

    async def _write(self, work: Work) -> None:
        if not self._waiting:
            try:
                await self._db.run(work, live=True)
            except NotKept as outage:
                logger.warning("a write waits: the database %s", outage.why)
            except DarasaError:
                raise
            except Exception as error:  # a bug; it is tried once more, and ends no call
                logger.error("an owed write: unexpected %s", place_of(error))  # noqa: TRY400
            else:
                return
        self._waiting.append(work)
        if self._settling is None or self._settling.done():
            self._settling = asyncio.create_task(self._settle())

    async def _settle(self) -> None:
        while self._waiting:
            try:
                await self._db.run(self._waiting[0])
            except NotKept:
                await asyncio.sleep(_TRY_EVERY_SECONDS)
                continue
            except DarasaError:  # what it is about was deleted meanwhile
                pass
            except Exception as error:  # what nobody foresaw must not keep all that comes after it
                logger.error("an owed write: unexpected %s", place_of(error))  # noqa: TRY400
            self._waiting.popleft()
