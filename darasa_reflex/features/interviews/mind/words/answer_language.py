"""What is said to answers in another language than is asked in, or to unheard ones."""

from dataclasses import dataclass

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.mind.locales.catalogue import listening_of, wording_of


@dataclass(frozen=True, slots=True)
class AnswerLanguage:
    """The language that the candidate answers in.

    Attributes:
        code: Of `languages.LANGUAGES`.
        deaf: Nothing hears it, so that answers can only be typed.
        asked_in: What the interviewer speaks.
    """

    code: str = ENGLISH
    deaf: bool = False
    asked_in: str = ENGLISH

    @property
    def foreign(self) -> bool:
        """Whether its words tell nothing to the rules that read English."""
        return self.code != ENGLISH

    @property
    def note(self) -> str:
        """Said once, after the greeting; empty when there is nothing to say."""
        differs = self.code != self.asked_in
        if self.deaf:
            asks = "I ask in English. " if differs else ""
            return f"{asks}{self.unheard}"
        return f"I ask in English; answer in {in_english(self.code)}." if differs else ""

    @property
    def unheard(self) -> str:
        """Said to speech that nothing hears; empty when something does."""
        if not self.deaf:
            return ""
        if self.code == self.asked_in:
            return wording_of(self.code).deaf
        return f"I cannot hear {in_english(self.code)} here yet, so please type your answers."

    @property
    def offers(self) -> tuple[str, ...]:
        """How to have a question repeated or left out."""
        spoken = wording_of(self.asked_in)
        understood = not self.foreign or listening_of(self.code)
        if understood:
            return spoken.offers
        # As the page of who reads calls them.
        names = {"repeat": _("Repeat"), "skip": _("Skip")}
        return tuple(text.format_map(names) for text in spoken.buttons)
