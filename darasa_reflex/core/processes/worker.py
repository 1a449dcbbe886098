"""A loop that does work as it comes, and outlives whatever goes wrong with one piece of it."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from darasa_reflex.core.monitoring.logs import place_of

logger = logging.getLogger(__name__)

POLL_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Worker:
    """Work that waits in the database, for this process or another.

    Attributes:
        name: For logs.
        run_once: Does one piece; False when none waits.
    """

    name: str
    run_once: Callable[[], Awaitable[bool]]
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """Look now whether there is work."""
        self._woken.set()

    async def run(self) -> None:
        """Work until cancelled; a piece that is under way then is given up."""
        while True:
            self._woken.clear()
            working = asyncio.ensure_future(self.run_once())
            try:
                await asyncio.wait({working})
            finally:
                working.cancel()
            if error := working.exception():
                logger.error("%s: %s", self.name, place_of(error))
            elif working.result():
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), POLL_SECONDS)
