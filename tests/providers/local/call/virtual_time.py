"""An event loop whose clock jumps to the next thing that is due: hours pass in seconds."""

import asyncio
import selectors
from datetime import UTC, datetime, timedelta


class Stuck(Exception):
    """Every task waits for another, and nothing will ever happen."""


class _Selector(selectors.DefaultSelector):
    """Never waits: moves the clock instead."""

    def __init__(self, loop):
        super().__init__()
        self.loop = loop

    def select(self, timeout=None):
        if timeout is None:
            raise Stuck
        self.loop.seconds += max(0.0, timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop for work that uses no threads and no sockets; also the `Clock` of such work."""

    def __init__(self):
        self.seconds = 0.0
        super().__init__(_Selector(self))

    def time(self):
        return self.seconds

    def monotonic(self):
        return self.seconds

    def now(self):
        return datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(seconds=self.seconds)


def run(work):
    """Run a coroutine function with the loop as its argument."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work(runner.get_loop()))
