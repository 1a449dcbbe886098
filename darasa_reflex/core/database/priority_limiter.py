"""A limit on how many work at once: of those who wait, who is in more of a hurry goes first."""

import asyncio
import heapq
import itertools
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager


class PriorityLimiter:
    """So many at once; the others queue, in the order in which they asked.

    Args:
        places: How many at once, at least 1.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        # Somebody waits here only while no place is free.
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    @asynccontextmanager
    async def place(self, ahead_seconds: float = 0.0) -> AsyncGenerator[None]:
        """Hold a place for the length of a block.

        Args:
            ahead_seconds: So much earlier it counts as asked for; so nobody waits for ever behind
                those in a hurry.
        """
        if self._free:
            self._free -= 1
        else:
            await self._wait(time.monotonic() - ahead_seconds)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, asked: float) -> None:
        place = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (asked, next(self._numbers), place))
        try:
            await place
        except asyncio.CancelledError:
            if not place.cancelled():  # it was given one in this very moment
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            _, _, place = heapq.heappop(self._waiting)
            if not place.done():
                place.set_result(None)
                return
        self._free += 1
