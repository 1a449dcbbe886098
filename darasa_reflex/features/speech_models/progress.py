"""How fast something comes, from what came in the last seconds."""

from collections import deque

from darasa_reflex.core.clock import Clock

# Long enough to calm a jumping line, short enough to notice a dead one.
_WINDOW_SECONDS = 8.0
# A speed of less than this is a guess.
_KNOWN_AFTER_SECONDS = 1.5
_SAMPLE_SECONDS = 0.25
# Below a byte in a second nothing is coming, and no end can be told.
_STANDSTILL = 1.0


class Progress:
    """Counts bytes of one model.

    Attributes:
        total: Bytes of the whole.
        received: Bytes that are here.
    """

    def __init__(self, clock: Clock, total: int, received: int) -> None:
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque()
        self.total = total
        self.received = received
        self.begin(received)

    def begin(self, received: int) -> None:
        """Begin a stretch with so many bytes; the speed of the one before does not count."""
        self.received = received
        self._samples.clear()
        self._samples.append((self._clock.monotonic(), received))

    def came(self, received: int) -> None:
        """Note how many bytes are here now; fewer than before when a file began again."""
        if received < self.received:
            self.begin(received)
        self.received = received
        # The newest sample always tells when the last byte came; the others keep their distance.
        if len(self._samples) > 1 and self._samples[-1][0] - self._samples[-2][0] < _SAMPLE_SECONDS:
            self._samples.pop()
        self._samples.append((self._clock.monotonic(), received))

    @property
    def speed(self) -> float | None:
        """Bytes in a second, over the last seconds; None while there is too little to tell."""
        now = self._clock.monotonic()
        # One from before the window stays: at a standstill the speed falls to 0 from there.
        while len(self._samples) > 1 and self._samples[1][0] <= now - _WINDOW_SECONDS:
            self._samples.popleft()
        began, before = self._samples[0]
        if now - began < _KNOWN_AFTER_SECONDS:
            return None
        return (self.received - before) / (now - began)

    @property
    def remaining_seconds(self) -> float | None:
        """Seconds until the end at that speed; None while unknown, and while nothing comes."""
        speed = self.speed
        if speed is None or speed < _STANDSTILL:
            return None
        return (self.total - self.received) / speed
