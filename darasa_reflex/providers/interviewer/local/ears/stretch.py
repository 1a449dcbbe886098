"""Moments of sound taken together: perhaps speech, perhaps an interruption."""

from dataclasses import dataclass

# Half a second of clear speech is meant; a cough or "mm-hm" is shorter.
_INTERRUPTS = 0.7
_LEAST_INTERRUPTION_MS = 500
# Consonants dip below the threshold for a window or three.
_LONGEST_DIP_MS = 100


@dataclass(slots=True)
class Stretch:
    """A stretch of sound that may turn out to be speech. Times are ms of sound.

    Attributes:
        began: When its first moment began; None before there was one.
        heard_until: The end of its last moment.
        voiced_ms: The length of all its moments.
        confirmed: It has turned out to be speech.
    """

    began: float | None = None
    heard_until: float = 0.0
    voiced_ms: float = 0.0
    confirmed: bool = False

    def add(self, began: float, milliseconds: float) -> None:
        """Take the next moment of it."""
        if self.began is None:
            self.began = began
        self.heard_until = began + milliseconds
        self.voiced_ms += milliseconds


@dataclass(slots=True)
class TalkingOver:
    """Counts how long the candidate has clearly talked over the interviewer.

    Attributes:
        barged: It was long enough to mean it.
    """

    barged: bool = False
    _clear_ms: float = 0.0
    _dip_ms: float = 0.0

    def barges_in(
        self, probability: float, milliseconds: float, *, audible: bool, echo: bool
    ) -> bool:
        """Take the next moment, as `Endpointing.hear` does; whether all is an interruption now."""
        if not audible:
            self._clear_ms, self.barged = 0.0, False
            return False
        if probability > _INTERRUPTS:
            self._clear_ms, self._dip_ms = self._clear_ms + milliseconds, 0.0
        else:
            self._dip_ms += milliseconds
            if self._dip_ms > _LONGEST_DIP_MS:
                self._clear_ms = 0.0
        if echo:
            self._clear_ms = 0.0
        if self.barged or self._clear_ms < _LEAST_INTERRUPTION_MS:
            return False
        self.barged = True
        return True
