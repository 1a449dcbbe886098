"""The port of turn detection: whether somebody who paused sounds as if they had finished."""

from typing import Protocol


class TurnDetector(Protocol):
    """An engine that hears from the voice, not from the words, whether an answer is over."""

    @property
    def obstacle(self) -> str | None:
        """See `Transcriber.obstacle`."""
        ...

    @property
    def fetched(self) -> bool:
        """Whether all it needs is here; that an optional model was never fetched is no news."""
        ...

    @property
    def label(self) -> str:
        """What pages say of it, one short sentence; empty when it adds nothing."""
        ...

    async def over(self, pcm: bytes) -> float | None:
        """Return how likely the speaker has finished, 0 to 1; None when it cannot be told.

        Args:
            pcm: The answer so far and the silence after it: 16-bit mono PCM at 16 kHz. More than
                the last 8 s is of no use.
        """
        ...
