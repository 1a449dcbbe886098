"""One thread that writes to a SQLite file, one transaction after the other, in order of asking.

SQLite has one writer at a time anyway. Threads that contend for it sleep and try again, the
longest waiter no sooner than the newest, and on a busy machine some never get it. What somebody
says in a live call goes before what can wait a moment, such as the start of another interview.
"""

import asyncio
import heapq
import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import Any, TypeVar

from darasa_reflex.core.errors import NotKept

T = TypeVar("T")

# How long a write waits for another process that writes; far above any write of ours.
PATIENCE_SECONDS = 5.0
_IMPATIENCE_SECONDS = 0.1


class WriterLane:
    """Writers queue here instead of in SQLite."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "sqlite-writer")
        self._waiting: list[tuple[float, int, Callable[[], object], Future[Any]]] = []
        self._numbers = itertools.count()
        self._guard = threading.Lock()
        self._inside = threading.local()
        self._failing = False

    async def run(self, work: Callable[[], T], *, ahead_seconds: float = 0.0) -> T:
        """Do a write when its turn comes. It is done even if the caller is cancelled meanwhile.

        Args:
            work: The write.
            ahead_seconds: So much earlier it counts as asked for; so nothing waits for ever.
        """
        writing = asyncio.wrap_future(self._submit(work, ahead_seconds))
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

        Behind a database that takes nothing only the first write waits: else a queue would form
        that takes minutes to be told.
        """
        return round((_IMPATIENCE_SECONDS if self._failing else PATIENCE_SECONDS) * 1000)

    def _submit(self, work: Callable[[], T], ahead: float = 0.0) -> Future[T]:
        done: Future[T] = Future()
        # Among it in whose language a refusal is said.
        inherited = partial(copy_context().run, work)
        done.set_running_or_notify_cancel()  # nobody takes a write back
        with self._guard:
            asked = time.monotonic() - ahead
            heapq.heappush(self._waiting, (asked, next(self._numbers), inherited, done))
        self._thread.submit(self._do_next)
        return done

    def _do_next(self) -> None:
        with self._guard:
            _, _, work, done = heapq.heappop(self._waiting)
        try:
            done.set_result(self._do(work))
        except BaseException as error:
            done.set_exception(error)

    def _do(self, work: Callable[[], T]) -> T:
        self._inside.now = True
        try:
            done = work()
        except NotKept:
            self._failing = True
            raise
        else:
            self._failing = False
            return done
        finally:
            self._inside.now = False


def _seen(done: asyncio.Future[Any]) -> None:
    """Take the result of a write nobody waits for any more."""
    if not done.cancelled():
        done.exception()
