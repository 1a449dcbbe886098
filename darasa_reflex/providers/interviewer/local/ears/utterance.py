"""What the candidate said in one go."""

from dataclasses import dataclass

from darasa_reflex.features.interviews.engines.speech import Heard
from darasa_reflex.providers.interviewer.local.ears.endpointing import UtteranceEnded
from darasa_reflex.providers.interviewer.local.ears.reading import ECHO, Read, joined


@dataclass(frozen=True, slots=True)
class Utterance:
    """All that was said until the patience was over."""

    ended: UtteranceEnded
    phrases: tuple[Read, ...]

    @property
    def voiced_ms(self) -> int:
        """Length of the speech without its pauses."""
        return sum(end - begin for begin, end in self.ended.segments)

    async def is_echo(self) -> bool:
        """Whether it was the interviewer's own voice and nothing else."""
        return all([await phrase is ECHO for phrase in self.phrases])

    async def heard(self) -> Heard:
        """Return what was understood, with times from the start of the call; perhaps no words."""
        return joined([await phrase for phrase in self.phrases])
