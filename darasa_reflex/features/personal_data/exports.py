"""Who is getting their copy just now: one at a time for each person."""

from collections.abc import AsyncGenerator, MutableMapping
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.errors import AllowanceUsedUp

# Who takes no piece for so long has left without a word, or their next download may begin.
STALLED_SECONDS = 60.0
RUNNING = "A copy of everything is being downloaded already. Wait until it is done."


@dataclass(slots=True)
class _Running:
    """One download.

    Attributes:
        at: When its last piece was taken, on the monotonic clock, in seconds.
    """

    at: float


@dataclass(frozen=True, slots=True)
class Exports:
    """Downloads that this process is sending. Other servers count their own."""

    clock: Clock
    _running: MutableMapping[UUID, _Running] = field(
        default_factory=dict[UUID, _Running], repr=False
    )

    def begin(self, person: UUID, pieces: AsyncGenerator[str]) -> AsyncGenerator[bytes]:
        """Return the pieces as UTF-8. The person's next download may begin when they are at an end.

        Raises:
            AllowanceUsedUp: One is running.
        """
        now, known = self.clock.monotonic(), self._running.get(person)
        if known and now - known.at < STALLED_SECONDS:
            raise AllowanceUsedUp(RUNNING)
        own = self._running[person] = _Running(now)
        return self._sent(person, own, pieces)

    async def _sent(
        self, person: UUID, own: _Running, pieces: AsyncGenerator[str]
    ) -> AsyncGenerator[bytes]:
        try:
            async for piece in pieces:
                if self._running.get(person) is not own:
                    raise AllowanceUsedUp(RUNNING)  # it stalled, and another has begun
                own.at = self.clock.monotonic()
                yield piece.encode()
        finally:
            await pieces.aclose()
            if self._running.get(person) is own:
                del self._running[person]
