"""A server that is told to stop: what is to be done first is done, then it stops."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import Any

_LOOK_SECONDS = 0.2
# A server drops what its sockets still have to send.
_LAST_FRAMES_SECONDS = 1.0


def before_stopping(prepare: Callable[[bool], Awaitable[None]]) -> None:
    """Call `prepare` at the first signal to stop, and let the server see the signal afterwards.

    A server closes its sockets as soon as it sees the signal. Where the loop hides who waits for
    signals (uvloop), nothing is prepared, and the server stops as it would.

    Args:
        prepare: Told whether somebody waits at a keyboard (SIGINT), so that it must be quick.
    """
    loop = asyncio.get_running_loop()
    # Private, for lack of another door: a server does not hand on who else waits for its signals.
    waiting: Any = getattr(loop, "_signal_handlers", None)
    told = False
    tasks: set[asyncio.Task[None]] = set()

    async def stop(sign: signal.Signals, seen: asyncio.Handle) -> None:
        try:
            await prepare(sign is signal.SIGINT)
            await asyncio.sleep(_LAST_FRAMES_SECONDS)
        finally:
            seen._run()

    def begin(sign: signal.Signals, seen: asyncio.Handle) -> None:
        nonlocal told
        # The parent passes on what the whole group of processes was sent already.
        if not told:
            told = True
            tasks.add(loop.create_task(stop(sign, seen)))

    async def settle_in() -> None:
        # The server begins to wait for signals only after its application has started.
        while not waiting:  # noqa: ASYNC110 (nobody tells when)
            await asyncio.sleep(_LOOK_SECONDS)
        for sign in (signal.SIGTERM, signal.SIGINT):
            if (seen := waiting.get(sign)) is not None:
                loop.add_signal_handler(sign, begin, sign, seen)

    if isinstance(waiting, dict):
        tasks.add(loop.create_task(settle_in()))
