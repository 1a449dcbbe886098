"""A server that is told to stop: what is to be done first is done, then it stops."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from typing import Any

logger = logging.getLogger(__name__)


def before_stopping(prepare: Callable[[bool], Awaitable[None]]) -> None:
    """Call `prepare` at the first signal to stop, and let the server see the signal afterwards.

    A server closes its sockets as soon as it sees the signal. Where the loop hides who waits for
    signals (uvloop), nothing is prepared, and the server stops as it would.

    Args:
        prepare: Told whether somebody waits at a keyboard (SIGINT), so that it must be quick.
    """
    loop = asyncio.get_running_loop()
    waiting: dict[int, Any] = getattr(loop, "_signal_handlers", {})
    told = False
    tasks: set[asyncio.Task[None]] = set()

    async def stop(sign: signal.Signals, seen: asyncio.Handle) -> None:
        try:
            await prepare(sign is signal.SIGINT)
        finally:
            seen._run()

    def begin(sign: signal.Signals, seen: asyncio.Handle) -> None:
        nonlocal told
        # The parent passes on what the whole group of processes was sent already.
        if not told:
            told = True
            tasks.add(loop.create_task(stop(sign, seen)))

    for sign in (signal.SIGTERM, signal.SIGINT):
        if (seen := waiting.get(sign)) is not None:
            loop.add_signal_handler(sign, begin, sign, seen)
