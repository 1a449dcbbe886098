"""Answers on their way from PCM to what is kept: one after the other, and beside all else."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

import anyio.to_thread
from anyio import CapacityLimiter

from darasa_reflex.core.errors import DarasaError
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.processes.child import Child, ChildDied
from darasa_reflex.features.interviews.recordings.recorder import Take

logger = logging.getLogger(__name__)

_ENCODER = "darasa_reflex.features.interviews.recordings.encoder"
# What is cut and not encoded yet, of all calls: half an hour of speech.
MOST_WAITING_BYTES = 64 * 1024 * 1024
# At a low priority, beside calls: a minute of sound takes half a second of a free processor.
_LONGEST_ENCODING_SECONDS = 120.0
_LONGEST_STOP_SECONDS = 4.0

Encode = Callable[[bytes], Awaitable[bytes]]
Store = Callable[[Take, bytes], Awaitable[object]]


async def by_child(pcm: bytes) -> bytes:
    """Return PCM as Opus in WebM, made in a process of its own.

    Raises:
        ChildDied: It makes none, or takes too long.
    """
    child = await anyio.to_thread.run_sync(Child, _ENCODER)

    def asked() -> bytes:
        child.send(b"E", pcm)
        return child.receive()

    try:
        async with asyncio.timeout(_LONGEST_ENCODING_SECONDS):
            # A limit of its own: nothing else ever waits for it.
            return await anyio.to_thread.run_sync(
                asked, limiter=CapacityLimiter(1), abandon_on_cancel=True
            )
    except TimeoutError:
        raise ChildDied from None
    finally:
        child.end()


@dataclass(frozen=True, slots=True)
class _Job:
    take: Take
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Encoding:
    """The answers of all calls of this process that wait to be encoded.

    Args:
        encode: Makes Opus of PCM.
        store: Keeps it.
    """

    def __init__(self, encode: Encode, store: Store) -> None:
        self._encode, self._store = encode, store
        self._waiting: deque[_Job] = deque()
        self._working: asyncio.Task[None] | None = None

    def take(self, take: Take) -> None:
        """Encode and keep an answer as soon as the machine has time; never wait for it."""
        waiting = sum(len(job.take.pcm) for job in self._waiting)
        if waiting + len(take.pcm) > MOST_WAITING_BYTES:
            logger.warning("an answer was not recorded: too many wait")
            return
        self._waiting.append(_Job(take))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    def waits(self, interview_id: UUID) -> bool:
        """Whether something of an interview is still to be kept."""
        return any(job.take.interview_id == interview_id for job in self._waiting)

    async def settle(self, interview_id: UUID, seconds: float) -> None:
        """Return when nothing of an interview waits any more, or after so many seconds."""
        coming = [job.done for job in self._waiting if job.take.interview_id == interview_id]
        try:
            async with asyncio.timeout(seconds):
                for done in coming:
                    await done.wait()
        except TimeoutError:
            return

    async def stop(self) -> None:
        """Keep what waits, as far as some seconds allow."""
        if self._working is not None:
            await asyncio.wait({self._working}, timeout=_LONGEST_STOP_SECONDS)
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)

    async def _work(self) -> None:
        while self._waiting:
            job = self._waiting[0]
            try:
                await self._keep(job.take)
            finally:
                self._waiting.popleft()
                job.done.set()

    async def _keep(self, take: Take) -> None:
        """Keep one answer. Whatever fails, fails for this one alone."""
        try:
            await self._store(take, await self._encode(take.pcm))
        except (ChildDied, DarasaError) as error:
            logger.warning("an answer was not recorded: %s", type(error).__name__)
        except Exception as error:
            # Nobody waits for this task, so a bug is told here, without its texts.
            logger.error("recordings: unexpected %s", place_of(error))  # noqa: TRY400
