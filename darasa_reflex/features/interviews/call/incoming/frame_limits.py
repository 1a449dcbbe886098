"""What a peer may send: size and rate of frames, and how many broken ones."""

from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.interviews import evi

# 100 ms of 48 kHz stereo PCM in base64 is 26 kB; 20 000 typed characters are 80 kB of UTF-8.
FRAME_BYTES = 256 * 1024
# A browser sends 25 audio frames a second; a burst follows a stalled network.
FRAMES_PER_SECOND = 150
FRAME_BURST = 450
BROKEN_FRAMES = 20

TOO_LARGE = evi.Error(
    code="E0102", slug="frame_too_large", message=marked("The frame is too large.")
)
TOO_MANY = evi.Error(code="E0103", slug="rate_limited", message=marked("Too many frames at once."))
TYPED_CHARACTERS = 20_000
TOO_LONG = evi.Error(
    code="E0105", slug="text_too_long", message=marked("A typed text may have 20,000 characters.")
)
# What the interviewer says is kept as theirs: a client that could word it would write transcripts.
NOT_YOURS = evi.Error(
    code="E0106",
    slug="assistant_input_refused",
    message="The interviewer's words are their own here: assistant_input is not taken.",
)
TOO_BROKEN = evi.Error(
    code="E0104", slug="too_many_errors", message=marked("Too many broken frames.")
)


@dataclass(slots=True)
class FrameLimits:
    """A token bucket over frames, and the largest frame.

    Attributes:
        at: Monotonic time in seconds of the last frame.
    """

    at: float
    left: float = FRAME_BURST
    broken: int = 0

    def refuse(self, frame: str | bytes, now: float) -> evi.Error | None:
        """Count a frame; return why it breaks the limits, or None. A refusal ends the call."""
        self.left = min(FRAME_BURST, self.left + (now - self.at) * FRAMES_PER_SECOND) - 1
        self.at = now
        if len(frame.encode() if isinstance(frame, str) else frame) > FRAME_BYTES:
            return TOO_LARGE
        return TOO_MANY if self.left < 0 else None

    def count_broken(self) -> evi.Error | None:
        """Count a frame that was no message; return the refusal when there were too many."""
        self.broken += 1
        return TOO_BROKEN if self.broken > BROKEN_FRAMES else None
