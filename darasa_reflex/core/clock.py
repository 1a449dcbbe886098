"""Time as a part that tests can hold."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time of day and the time passed."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards, from an arbitrary start."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """See `Clock.now`."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return time.monotonic()


class Stopwatch:
    """Seconds since it was made, until it is stopped."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._began = clock.monotonic()
        self._stopped: float | None = None

    @property
    def seconds(self) -> float:
        """How long it has run, or ran."""
        return self._stopped if self._stopped is not None else self.clock.monotonic() - self._began

    def stop(self) -> float:
        """Stop it, if it still runs; return how long it ran."""
        self._stopped = self.seconds
        return self._stopped
