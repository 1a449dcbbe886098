"""A voice for one language: the engines that speak it, and captions alone below them all."""

from dataclasses import dataclass, replace

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.stored import retold, sentence
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.speech.speech import Polyglot, Spoken, Synthesizer


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
        why = retold(self.obstacle or self.label)
        raise ServiceUnavailable("voice", why, retryable=False)


def speaking(voices: Cast[Synthesizer], language: str) -> Cast[Synthesizer]:
    """Return voices as they speak a language, and captions as the last of them."""
    if language == ENGLISH:
        return voices
    name = in_english(language)
    label = sentence(
        "Nothing here speaks {language} yet: please read the interviewer's words.", language=name
    )
    captions = Member[Synthesizer]("captions", "captions", lambda: _Silent(label=label))
    return Cast((*(_speaking(one, language) for one in voices.members), captions))


def _speaking(one: Member[Synthesizer], language: str) -> Member[Synthesizer]:
    def make() -> Synthesizer:
        if isinstance(one.engine, Polyglot):
            return one.engine.speaking(language)
        return _Silent(sentence("It does not speak {language}.", language=in_english(language)))

    return replace(one, make=make)
