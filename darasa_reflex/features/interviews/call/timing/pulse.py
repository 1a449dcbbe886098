"""Signs of life between the two ends of a line that may be dead without either having closed it."""

from dataclasses import dataclass, field

# Source: three missed signs. A peer that is gone is noticed within 15 s; a page that stood still
# for 12 s behind a dialog is not gone.
SIGN_SECONDS, SILENT_SECONDS = 4.0, 14.0


@dataclass(slots=True)
class Pulse:
    """When the client was last heard of; times in seconds from the start of the call.

    Silence counts only while the server waits for a frame, look by look: an event loop that stood
    still has not listened, and neither has one that was busy with the frame before.

    Attributes:
        signs: The client answers signs; of others nothing can be told from their silence.
        heard_at: When its last frame came.
    """

    signs: bool
    heard_at: float = 0.0
    _waiting: bool = field(default=False, init=False)
    _silent: float = field(default=0.0, init=False)
    _signed_at: float = field(default=-SIGN_SECONDS, init=False)

    def wait(self) -> None:
        """Note that a frame is waited for."""
        self._waiting = True

    def hear(self, now: float) -> None:
        """Note that a frame, or the end of the line, has come."""
        self.heard_at, self._waiting, self._silent = now, False, 0.0

    def look(self, seconds: float) -> bool:
        """Note that so much time has passed since the last look; tell whether the peer is dead."""
        if self._waiting and self.signs:
            self._silent += seconds
        return self._silent > SILENT_SECONDS

    def lasted(self, now: float) -> float:
        """Return how long the call has lasted for certain."""
        return min(self.heard_at, now) if self.signs else now

    def is_due(self, now: float) -> bool:
        """Whether it is time for a sign of our own; asking counts as giving it."""
        if not self.signs or now - self._signed_at < SIGN_SECONDS:
            return False
        self._signed_at = now
        return True
