"""What the program asks of the model in a call, one thing at a time."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from darasa_reflex.providers.interviewer.gemini_live.line.script import Direction
from darasa_reflex.providers.interviewer.gemini_live.line.uplink import Uplink

# A text that nothing came of is forgotten after this.
_UNANSWERED_MS = 15_000


@dataclass(slots=True)
class Directions:
    """Texts that are sent, and those that wait for a calm moment.

    Attributes:
        expecting: A text was sent and the model has not begun to answer.
        asked: The direction in it; None for a typed turn.
        waiting: To be sent when neither side speaks.
    """

    uplink: Uplink
    now_ms: Callable[[], int]
    expecting: bool = False
    asked: Direction | None = None
    waiting: deque[Direction] = field(default_factory=deque[Direction])
    _sent_ms: int = 0

    def send(self, direction: Direction) -> None:
        """Send a direction now; the next turn of the model is its answer."""
        self.uplink.put(direction.text)
        self.expect(direction)

    def expect(self, direction: Direction | None) -> None:
        """Take the next turn of the model for the answer to something."""
        self.asked, self.expecting, self._sent_ms = direction, True, self.now_ms()

    def begin_turn(self) -> Direction | None:
        """Note that a turn of the model has begun; return the direction it answers, if any."""
        asked, self.asked, self.expecting = self.asked, None, False
        return asked

    def look(self) -> None:
        """Give up on what was not answered."""
        if self.expecting and self.now_ms() - self._sent_ms > _UNANSWERED_MS:
            self.begin_turn()

    def send_waiting(self) -> None:
        """Send the next that waits, if any does."""
        if self.waiting:
            self.send(self.waiting.popleft())
