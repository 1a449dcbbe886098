"""One child process for all calls: asked one thing after the other, off the event loop."""

import asyncio
import logging
import threading
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from darasa_reflex.core.monitoring.metrics import WAITING
from darasa_reflex.core.monitoring.traces.spans import span
from darasa_reflex.core.processes.child import Child, ChildDied

logger = logging.getLogger(__name__)

_TRIES = 2


class Desk:
    """Starts its child when it is first asked, and another one when that died.

    Args:
        worker: Name of the module that is the child's program.
        longest_seconds: After this long without an answer the child is taken to hang. The time
            that others were asked things first does not count.
        longest_start_seconds: The same for its greeting, as when a model loads on a busy machine.
        greeting: Sent to every new child as a frame `G` and answered by it. Empty: nothing is.
    """

    def __init__(
        self,
        worker: str,
        longest_seconds: float,
        greeting: bytes = b"",
        longest_start_seconds: float | None = None,
    ) -> None:
        self._worker = worker
        self._longest = longest_seconds
        self._longest_start = longest_start_seconds or longest_seconds
        self._greeting = greeting
        # One thread is the queue and the lock: an exchange that was begun is always completed, so
        # that a cancelled request cannot leave half an answer in the pipe.
        self._name = worker.rsplit(".", 2)[-2]
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=self._name)
        self._child: Child | None = None
        self._welcome = b""

    @property
    def child(self) -> int | None:
        """Process id of the child; None when none was needed yet."""
        return self._child.pid if self._child else None

    async def ask(self, kind: bytes, payload: bytes) -> bytes:
        """Return the child's answer to a frame.

        Raises:
            ChildDied: It died twice over it, or hangs.
        """
        WAITING.labels(self._name).inc()
        asked = self._thread.submit(self._exchange, kind, payload)
        asked.add_done_callback(lambda _: WAITING.labels(self._name).dec())
        with span("child process", {"engine": self._name}):
            return await asyncio.wrap_future(asked)

    async def welcome(self) -> bytes:
        """Return the child's answer to the greeting, starting it if need be.

        Raises:
            ChildDied: It died while it started, or hangs.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._welcomed)

    @property
    def told(self) -> bytes:
        """What a child last answered to the greeting; empty when none has yet."""
        return self._welcome

    def begin(self) -> Future[bytes]:
        """Start the child, unless it runs; the future fails like `welcome`. From any thread."""
        return self._thread.submit(self._welcomed)

    def close(self) -> None:
        """End the child, once what was asked is answered; the next question starts another."""
        self._thread.submit(self._end)

    # --- in the thread ---

    def _exchange(self, kind: bytes, payload: bytes) -> bytes:
        broke = False
        for _ in range(_TRIES):
            hung = threading.Event()
            try:
                child = self._ready()
                with self._limit(child, hung, self._longest):
                    child.send(kind, payload)
                    return child.receive()
            except ChildDied as died:
                logger.warning("a child of %s ended unexpectedly", self._worker)
                broke = died.broke
                self._end()
            if hung.is_set():
                # Another one would hang over it as well, and others wait.
                break
        raise ChildDied(broke=broke)

    def _welcomed(self) -> bytes:
        try:
            self._ready()
        except ChildDied:
            self._end()
            raise
        return self._welcome

    def _ready(self) -> Child:
        if self._child is None:
            child = self._child = Child(self._worker)
            if self._greeting:
                with self._limit(child, threading.Event(), self._longest_start):
                    child.send(b"G", self._greeting)
                    self._welcome = child.receive()
        return self._child

    @contextmanager
    def _limit(self, child: Child, hung: threading.Event, seconds: float) -> Generator[None]:
        """End a child that does not answer in time: that breaks the wait for it."""

        def end() -> None:
            hung.set()
            child.end()

        watch = threading.Timer(seconds, end)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
        self._child = None
