"""How a call with Hume ends well: before Hume cuts it, or when the interviewer hangs up."""

from dataclasses import dataclass

from darasa_reflex.core.clock import Stopwatch
from darasa_reflex.features.interviews import evi

# Hume ends a chat after 1,800 s. Source: its limits, read 2026-08.
LONGEST_SECONDS = 1_800.0
# Time for a farewell of two sentences, and to spare.
FAREWELL_SECONDS = 25.0
# After the interviewer has hung up, what is left of its last words comes at once.
_HANG_UP_SECONDS = 2.0


@dataclass(slots=True)
class Ending:
    """Knows when to say goodbye and when all is said. Seconds of the call's watch.

    Attributes:
        words: What is said as a goodbye, in the language of the interview.
        longest_seconds: After this Hume cuts the chat.
    """

    watch: Stopwatch
    words: str
    longest_seconds: float = LONGEST_SECONDS
    closing: bool = False
    _over_at: float = 0.0
    _last_words: bool = False

    @property
    def wait_seconds(self) -> float:
        """How long nothing needs to be done."""
        due = self._over_at if self.closing else self.longest_seconds - FAREWELL_SECONDS
        return max(0.0, due - self.watch.seconds)

    def farewell(self) -> evi.AssistantInput:
        """Begin to end because of the time; return what must be said."""
        self.closing, self._over_at = True, self.watch.seconds + FAREWELL_SECONDS * 4 / 5
        return evi.AssistantInput(text=self.words)

    def hang_up(self) -> None:
        """Begin to end because the interviewer has hung up."""
        self.closing, self._last_words = True, True
        self._over_at = self.watch.seconds + _HANG_UP_SECONDS

    def is_last(self, message: evi.ServerMessage) -> bool:
        """Take every message; tell whether nothing follows it."""
        if isinstance(message, evi.AssistantMessage) and message.from_text:
            self._last_words = True
        return self.closing and self._last_words and isinstance(message, evi.AssistantEnd)
