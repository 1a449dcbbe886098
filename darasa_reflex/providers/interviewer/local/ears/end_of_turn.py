"""The sound of the open answer, kept for whoever hears from it whether the answer is over."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.turn_detection import TurnDetector
from darasa_reflex.providers.interviewer.local.ears.vad import WINDOW

# Detectors read no more.
_SECONDS = 8
_WINDOWS = _SECONDS * HEARD_HZ // WINDOW


def _empty() -> deque[bytes]:
    return deque(maxlen=_WINDOWS)


@dataclass(slots=True)
class EndOfTurn:
    """Asks a detector, never twice at once. Nobody waits for it."""

    detector: TurnDetector
    _sound: deque[bytes] = field(default_factory=_empty)
    _asking: "asyncio.Task[None] | None" = None

    def begin(self, windows: Iterable[bytes]) -> None:
        """Begin a new answer with the sound of its first moment."""
        self._sound.clear()
        self._sound.extend(windows)

    def hear(self, window: bytes) -> None:
        """Take the next moment of sound."""
        self._sound.append(window)

    def ask(self, on_told: Callable[[float], None]) -> None:
        """Have `on_told` called with how likely the answer is over, 0 to 1, if that can be told."""
        self.close()
        self._asking = asyncio.create_task(self._ask(b"".join(self._sound), on_told))

    def close(self) -> None:
        """Ask for nothing more."""
        if self._asking is not None:
            self._asking.cancel()

    async def _ask(self, pcm: bytes, on_told: Callable[[float], None]) -> None:
        over = await self.detector.over(pcm)
        if over is not None:
            on_told(over)
