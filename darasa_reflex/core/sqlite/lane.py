"""One thread that writes to a SQLite file, one transaction after the other, in order of asking.

SQLite has one writer at a time anyway. Threads that contend for it sleep and try again, the
longest waiter no sooner than the newest, and on a busy machine some never get it.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError

T = TypeVar("T")

# How long a write waits for another process that writes; far above any write of ours.
PATIENCE_SECONDS = 5.0
_IMPATIENCE_SECONDS = 0.1
# Source: SQLite's result codes: the low byte of an extended code is the primary one.
_PRIMARY = 0xFF


class WriterLane:
    """Writers queue here instead of in SQLite."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "sqlite-writer")
        self._inside = threading.local()
        self._locked = False

    async def run(self, work: Callable[[], T]) -> T:
        """Do a write when its turn comes. It is done even if the caller is cancelled meanwhile."""
        writing = asyncio.wrap_future(self._submit(work))
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            writing.add_done_callback(_seen)
            raise

    def run_here(self, work: Callable[[], T]) -> T:
        """Do a write when its turn comes, while this thread waits."""
        if getattr(self._inside, "now", False):
            return work()
        return self._submit(work).result()

    @property
    def patience_ms(self) -> int:
        """How long the write at hand waits for another process.

        Behind a database that stays locked only the first write waits: else a queue would form that
        takes minutes to be told.
        """
        return round((_IMPATIENCE_SECONDS if self._locked else PATIENCE_SECONDS) * 1000)

    def _submit(self, work: Callable[[], T]) -> Future[T]:
        return self._thread.submit(self._do, work)

    def _do(self, work: Callable[[], T]) -> T:
        self._inside.now = True
        try:
            done = work()
        except DBAPIError as error:
            self._locked = is_locked(error)
            raise
        else:
            self._locked = False
            return done
        finally:
            self._inside.now = False


def is_locked(error: DBAPIError) -> bool:
    """Whether a write failed because another process writes and does not end."""
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & _PRIMARY == sqlite3.SQLITE_BUSY


def _seen(done: asyncio.Future[Any]) -> None:
    """Take the result of a write nobody waits for any more."""
    if not done.cancelled():
        done.exception()
