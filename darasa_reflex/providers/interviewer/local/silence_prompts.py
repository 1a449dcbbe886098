"""When a long silence of the candidate deserves a word."""

from dataclasses import dataclass

# The second word comes later and is the last: the person may have left, and the call ends when
# nothing is heard for long.
_AFTER_MS = (20_000, 60_000)


@dataclass(slots=True)
class SilencePrompts:
    """Counts the silence since the candidate was last active, or last heard the interviewer."""

    _since_ms: int = 0
    _words: int = 0

    def end(self, now_ms: int) -> None:
        """Note that the candidate did something."""
        self._since_ms, self._words = now_ms, 0

    def is_due(self, now_ms: int, audible_until_ms: int) -> bool:
        """Tell whether a word is due now; it then counts as given. Times are ms of the call."""
        silent_ms = now_ms - max(self._since_ms, audible_until_ms)
        if self._words == len(_AFTER_MS) or silent_ms < _AFTER_MS[self._words]:
            return False
        self._words += 1
        return True
