"""What a person chooses before an interview."""

from dataclasses import dataclass

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.features.interviews.engines.languages import ENGLISH, LANGUAGES
from darasa_reflex.features.interviews.models import Patience
from darasa_reflex.features.interviews.questions.follow_up_wordings import DIFFICULTIES
from darasa_reflex.features.interviews.questions.question_plan import KINDS

LENGTHS_MINUTES = (5, 10, 20, 30)
TONES = ("friendly", "neutral", "strict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A choice that is one of ours. See `Interview` for the fields."""

    minutes: int
    patience: str
    kind: str
    difficulty: str
    tone: str
    language: str


def checked(
    *,
    minutes: object = 10,
    patience: object = "normal",
    kind: object = "mixed",
    difficulty: object = "usual",
    tone: object = "neutral",
    language: object = ENGLISH,
) -> Setup:
    """Return what was chosen.

    Raises:
        InvalidInput: A field is none of what we offer.
    """
    if isinstance(minutes, bool) or minutes not in LENGTHS_MINUTES:
        raise InvalidInput("minutes", "Please choose 5, 10, 20 or 30 minutes.")
    waits = tuple(patience.value for patience in Patience)
    return Setup(
        minutes=int(str(minutes)),
        patience=_one_of(waits, patience, "patience", "how patient the interviewer is"),
        kind=_one_of(KINDS, kind, "kind", "what the interview asks about"),
        difficulty=_one_of(DIFFICULTIES, difficulty, "difficulty", "how hard it asks"),
        tone=_one_of(TONES, tone, "tone", "how the interviewer sounds"),
        language=_one_of(tuple(LANGUAGES), language, "language", "the language you answer in"),
    )


def _one_of(offered: tuple[str, ...], chosen: object, field: str, what: str) -> str:
    if not isinstance(chosen, str) or chosen not in offered:
        raise InvalidInput(field, f"Please choose {what}.")
    return str(chosen)
