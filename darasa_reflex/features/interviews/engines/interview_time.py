"""Interview time: what of a call counts towards the planned length, and when it is used up."""

from dataclasses import dataclass

# Who asks for a moment gets so much of it for nothing. Source: facts/ux.md, "The call".
# The voice room counts the same: components/voice_room/screen/clock.js.
FREE_MS = 180_000
# At zero an answer may be finished; so long after it, it is cut off.
GRACE_MS = 15_000


@dataclass(slots=True)
class InterviewTime:
    """The planned time of one call. All times are ms from the start of the call.

    Attributes:
        planned_ms: Planned length of the interview.
        earlier_ms: Interview time spent in earlier calls.
    """

    planned_ms: int
    earlier_ms: int = 0
    _ended: bool = False
    _held_ms: int = 0
    _held_from: int | None = None

    def pause(self, now_ms: int) -> None:
        """Note that the candidate asked for a moment."""
        self._held_from = now_ms if self._held_from is None else self._held_from

    def go_on(self, now_ms: int) -> None:
        """Note that they are back."""
        if self._held_from is not None:
            self._held_ms += now_ms - self._held_from
        self._held_from = None

    def used_ms(self, now_ms: int) -> int:
        """Return the interview time so far, over all calls."""
        held = self._held_ms + (0 if self._held_from is None else now_ms - self._held_from)
        return self.earlier_ms + now_ms - min(held, FREE_MS)

    def over_ms(self, now_ms: int) -> int:
        """Return how much more than the planned time was used; negative while some is left."""
        return self.used_ms(now_ms) - self.planned_ms

    def ends(self, now_ms: int, *, speaking: bool) -> bool:
        """Tell, once, that the time is up; a candidate who is speaking gets `GRACE_MS` more."""
        if self._ended or self.over_ms(now_ms) < (GRACE_MS if speaking else 0):
            return False
        self._ended = True
        return True
