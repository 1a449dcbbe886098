"""How long a candidate who has spoken waits for the interviewer's first sound."""

from dataclasses import dataclass

from darasa_reflex.core.monitoring.metrics import REPLY_SECONDS
from darasa_reflex.core.monitoring.traces.spans import note
from darasa_reflex.features.interviews import evi


@dataclass(slots=True)
class ReplyDelay:
    """Measures it for one call. Times are ms from its start.

    Attributes:
        engine: Name of what plays the interviewer.
    """

    engine: str
    _ended_ms: int | None = None

    def note(self, message: evi.ServerMessage, now_ms: int) -> None:
        """Note a message that is about to be sent."""
        match message:
            case evi.UserMessage(interim=False, from_text=False):
                self._ended_ms = message.time.end
            case evi.AudioOutput() if self._ended_ms is not None:
                seconds = max(now_ms - self._ended_ms, 0) / 1000
                REPLY_SECONDS.labels(self.engine).observe(seconds)
                note("reply", seconds, {"engine": self.engine})
                self._ended_ms = None
            case evi.UserInterruption():
                self._ended_ms = None
            case _:
                pass
