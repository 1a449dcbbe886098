"""What an interviewer who reads English says to answers in another language, or unheard ones."""

from dataclasses import dataclass

from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.mind.words import phrases

_OFFERS = (
    "If you like, press Repeat to hear the question again, or Skip to leave it out.",
    "The buttons Repeat and Skip are there for you.",
)


@dataclass(frozen=True, slots=True)
class AnswerLanguage:
    """The language that the candidate answers in.

    Attributes:
        code: Of `languages.LANGUAGES`.
        deaf: Nothing hears it, so that answers can only be typed.
    """

    code: str = ENGLISH
    deaf: bool = False

    @property
    def foreign(self) -> bool:
        """Whether its words tell the interviewer nothing."""
        return self.code != ENGLISH

    @property
    def note(self) -> str:
        """Said once, after the greeting; empty when there is nothing to say."""
        if self.deaf:
            asks = "I ask in English. " if self.foreign else ""
            return f"{asks}{self.unheard}"
        return f"I ask in English; answer in {in_english(self.code)}." if self.foreign else ""

    @property
    def unheard(self) -> str:
        """Said to speech that nothing hears; empty when something does."""
        if not self.deaf:
            return ""
        heard = in_english(self.code) if self.foreign else "you"
        return f"I cannot hear {heard} here yet, so please type your answers."

    @property
    def offers(self) -> tuple[str, ...]:
        """How to have a question repeated or left out."""
        return _OFFERS if self.foreign else phrases.OFFERS
