"""A voice for one language: the engines that speak it, and captions alone below them all."""

from dataclasses import dataclass, replace

from darasa_reflex.core.cast import Cast, Member
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.speech import Polyglot, Spoken, Synthesizer


@dataclass(frozen=True, slots=True)
class _Silent:
    """Speaks nothing: what stands in for an engine, or for all, where a language is not spoken.

    Attributes:
        obstacle: See `Synthesizer.obstacle`.
        label: See `Synthesizer.label`.
    """

    obstacle: str | None = None
    label: str = ""

    async def speak(self, text: str) -> Spoken:
        """See `Synthesizer.speak`."""
        del text
        raise ServiceUnavailable("voice", self.obstacle or self.label, retryable=False)


def speaking(voices: Cast[Synthesizer], language: str) -> Cast[Synthesizer]:
    """Return voices as they speak a language, and captions as the last of them."""
    if language == ENGLISH:
        return voices
    name = in_english(language)
    label = f"Nothing here speaks {name} yet: please read the interviewer's words."
    captions = Member[Synthesizer]("captions", "captions", lambda: _Silent(label=label))
    return Cast((*(_speaking(one, language) for one in voices.members), captions))


def _speaking(one: Member[Synthesizer], language: str) -> Member[Synthesizer]:
    def make() -> Synthesizer:
        if isinstance(one.engine, Polyglot):
            return one.engine.speaking(language)
        return _Silent(f"It does not speak {in_english(language)}.")

    return replace(one, make=make)
