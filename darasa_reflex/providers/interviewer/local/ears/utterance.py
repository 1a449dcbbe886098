"""What the candidate said in one go."""

import asyncio
from dataclasses import dataclass

from darasa_reflex.providers.interviewer.local.ears.endpointing import UtteranceEnded
from darasa_reflex.providers.interviewer.local.ears.reading import (
    ECHO,
    Read,
    Understood,
    understood,
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """All that was said until the patience was over."""

    ended: UtteranceEnded
    phrases: tuple[Read, ...]

    @property
    def voiced_ms(self) -> int:
        """Length of the speech without its pauses."""
        return sum(end - begin for begin, end in self.ended.segments)

    @property
    def is_read(self) -> bool:
        """Whether all is known that ever will be."""
        return all(one.task.done() for one in self.phrases)

    @property
    def is_echo(self) -> bool:
        """Whether it was the interviewer's own voice and nothing else."""
        return all(one.heard is ECHO for one in self.phrases)

    async def heard(self, seconds: float | None = None) -> Understood:
        """Return what was understood, with times from the start of the call; perhaps no words.

        Args:
            seconds: Wait no longer for words that are not read yet; None: for all of them.
        """
        waiting = [one.task for one in self.phrases]
        if waiting:
            await asyncio.wait(waiting, timeout=seconds)
        return understood(self.phrases)
