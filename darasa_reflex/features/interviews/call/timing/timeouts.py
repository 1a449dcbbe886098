"""Idle and longest time of a call: when to warn aloud and when to end it."""

from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.features.interviews.mind.locales.wording import Wording

# Source: facts on EVI: a person gets 15 s after the spoken warning of inactivity.
GRACE_MS = 15_000
LAST_MINUTE_MS = 60_000

INACTIVE = evi.Error(
    code="E0714", slug="inactivity_timeout", message=marked("Nothing was heard for a long time.")
)
TIME_IS_UP = evi.Error(
    code="E0715",
    slug="max_duration_timeout",
    message=marked("The longest time of an interview is up."),
)


@dataclass(slots=True)
class Timeouts:
    """Decides by the times it is told; all in ms from the start of the call.

    Attributes:
        idle_ms: Silence after which it warns.
        longest_ms: What is left of the longest interview.
        wording: What the interviewer says in the language of the interview.
        active_ms: When the candidate was last active.
    """

    idle_ms: int
    longest_ms: int
    wording: Wording
    active_ms: int = 0
    _idle_warned_ms: int | None = None
    _minute_warned: bool = False

    def note_activity(self, now_ms: int) -> None:
        """Note that the candidate spoke or typed."""
        self.active_ms, self._idle_warned_ms = now_ms, None

    def warning(self, now_ms: int, audible_until_ms: int) -> str | None:
        """Return what the interviewer should say now, once each; None most of the time."""
        if self._idle_warned_ms is None and now_ms - max(self.active_ms, audible_until_ms) > (
            self.idle_ms
        ):
            self._idle_warned_ms = now_ms
            return self.wording.still_there
        if (
            not self._minute_warned
            and self.longest_ms > 2 * LAST_MINUTE_MS
            and now_ms > self.longest_ms - LAST_MINUTE_MS
        ):
            self._minute_warned = True
            return self.wording.last_minute
        return None

    def end(self, now_ms: int, audible_until_ms: int) -> tuple[EndReason, evi.Error] | None:
        """Return why the call must end now, or None."""
        if now_ms >= self.longest_ms:
            return EndReason.MAX_DURATION, TIME_IS_UP
        warned = self._idle_warned_ms
        if warned is not None and now_ms - max(warned, audible_until_ms) > GRACE_MS:
            return EndReason.INACTIVITY, INACTIVE
        return None
