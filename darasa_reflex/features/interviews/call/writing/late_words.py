"""Words that are read after their turn was kept: added to it, even when the call is over."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from darasa_reflex.core.errors import DarasaError
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.writing.record import Record

logger = logging.getLogger(__name__)


class LateWords:
    """What is still to come of the turns of all calls of this process."""

    def __init__(self) -> None:
        self._coming: dict[asyncio.Task[None], UUID] = {}

    def follow(
        self,
        record: Record,
        turn_id: UUID,
        whole: Awaitable[evi.UserMessage],
        told: Callable[[], Awaitable[None]],
    ) -> None:
        """Add the words to a turn as soon as they are read, and tell who shows it."""
        task = asyncio.create_task(_add(record, turn_id, whole, told))
        self._coming[task] = record.interview_id
        task.add_done_callback(self._coming.pop)

    async def settle(self, interview_id: UUID, seconds: float) -> None:
        """Return when an interview has all its words, or after so many seconds."""
        if coming := [task for task, of in self._coming.items() if of == interview_id]:
            await asyncio.wait(coming, timeout=seconds)

    async def stop(self, seconds: float) -> None:
        """Wait for all words, at most so long; what is not read then stays marked."""
        if coming := set(self._coming):
            _, late = await asyncio.wait(coming, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def _add(
    record: Record,
    turn_id: UUID,
    whole: Awaitable[evi.UserMessage],
    told: Callable[[], Awaitable[None]],
) -> None:
    try:
        await record.add_words(turn_id, await whole)
        await told()
    except DarasaError:
        return
    except Exception as error:
        # Nobody waits for this task, so a bug is told here, without its texts.
        logger.error("late words: unexpected %s", place_of(error))  # noqa: TRY400
