"""The newest sound of a call, from which answers are cut once they are over."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.timeline import Timeline

_PER_MS = HEARD_HZ // 1000
# A voice is found some 0.1 s late, a last consonant is quiet, and the clocks of an engine and of
# its call were started one after the other.
LEAD_MS, TAIL_MS = 400, 300
# Of a longer answer the end is kept: 4 minutes, 7.7 MB for each call that is recorded.
LONGEST_MS = 240_000
_LEAST_MS = 100


@dataclass(frozen=True, slots=True)
class Take:
    """The sound of one answer.

    Attributes:
        began_ms: Where it begins, from the start of the interview.
        pcm: 16-bit mono PCM at `HEARD_HZ`.
    """

    interview_id: UUID
    turn_id: UUID
    began_ms: int
    pcm: bytes

    @property
    def milliseconds(self) -> int:
        """How long it lasts."""
        return len(self.pcm) // 2 // _PER_MS


class Recorder:
    """Hears one call. Nothing it does waits for anything.

    Args:
        interview_id: Of the call.
        offset_ms: Interview time spent in earlier calls.
        keep: Takes the sound of each answer.
    """

    def __init__(self, interview_id: UUID, offset_ms: int, keep: Callable[[Take], object]) -> None:
        self.interview_id = interview_id
        self._offset_ms = offset_ms
        self._keep = keep
        self._timeline = Timeline()
        self._sound = bytearray()
        # Where the sound that is left begins, in samples from the start of the call.
        self._begin = 0
        self._stopped = False

    def place(self, at_ms: float) -> None:
        """Take the client's word for where the sound that follows lies; see `Timeline.place`."""
        self._timeline.place(at_ms)

    def hear(self, pcm: bytes, now_ms: int) -> None:
        """Take the next piece of the microphone, as `Conversation.hear` gets it."""
        if self._stopped:
            return
        gap_ms = self._timeline.gap_before(
            self._end / _PER_MS, len(pcm) / 2 / _PER_MS, float(now_ms)
        )
        self._pass_over(round(gap_ms * _PER_MS))
        self._sound += pcm
        self._forget_before(self._end - LONGEST_MS * _PER_MS)

    def cut(self, turn_id: UUID, span: evi.Span) -> None:
        """Give away the sound of a turn, and forget what was heard before its end.

        Args:
            turn_id: The turn, which is kept already.
            span: When it was said, in ms from the start of the call.
        """
        begin = max(self._begin, (span.begin - LEAD_MS) * _PER_MS)
        end = min(self._end, (span.end + TAIL_MS) * _PER_MS)
        pcm = bytes(self._sound[2 * (begin - self._begin) : 2 * max(0, end - self._begin)])
        self._forget_before(min(span.end * _PER_MS, self._end))
        # A muted microphone sends silence; of that nothing is to be heard.
        if len(pcm) >= 2 * _LEAST_MS * _PER_MS and pcm.strip(b"\0"):
            began_ms = self._offset_ms + begin // _PER_MS
            self._keep(Take(self.interview_id, turn_id, began_ms, pcm))

    def stop(self) -> None:
        """Keep nothing from now on, of the answer that is being given neither."""
        self._stopped = True
        self._sound.clear()

    @property
    def _end(self) -> int:
        return self._begin + len(self._sound) // 2

    def _pass_over(self, samples: int) -> None:
        """Go on after a time without sound."""
        if samples < LONGEST_MS * _PER_MS:
            self._sound += bytes(2 * samples)
        else:
            self._begin = self._end + samples
            self._sound.clear()

    def _forget_before(self, sample: int) -> None:
        if (gone := sample - self._begin) > 0:
            del self._sound[: 2 * gone]
            self._begin = sample
