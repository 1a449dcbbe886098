"""What a person chooses before an interview."""

from dataclasses import dataclass

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.engines.languages import ENGLISH, LANGUAGES
from darasa_reflex.features.interviews.models import Patience
from darasa_reflex.features.interviews.questions.question_plan import KINDS
from darasa_reflex.features.interviews.questions.wordings.follow_up_wordings import DIFFICULTIES

LENGTHS_MINUTES = (5, 10, 20, 30)
PATIENCES = tuple(patience.value for patience in Patience)
TONES = ("friendly", "neutral", "strict")
# What can be chosen beside the length, by the name of the field.
OFFERED = {
    "patience": PATIENCES,
    "kind": KINDS,
    "difficulty": DIFFICULTIES,
    "tone": TONES,
    "language": tuple(LANGUAGES),
}

_REFUSALS = {
    "patience": marked("Please choose how patient the interviewer is."),
    "kind": marked("Please choose what the interview asks about."),
    "difficulty": marked("Please choose how hard it asks."),
    "tone": marked("Please choose how the interviewer sounds."),
    "language": marked("Please choose the language you answer in."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A choice that is one of ours. See `Interview` for the fields."""

    minutes: int
    patience: str
    kind: str
    difficulty: str
    tone: str
    language: str
    recorded: bool = False


def checked(
    *,
    minutes: object = 10,
    patience: object = "normal",
    kind: object = "mixed",
    difficulty: object = "usual",
    tone: object = "neutral",
    language: object = ENGLISH,
    recorded: object = False,
) -> Setup:
    """Return what was chosen.

    Raises:
        InvalidInput: A field is none of what we offer.
    """
    if isinstance(minutes, bool) or minutes not in LENGTHS_MINUTES:
        raise InvalidInput("minutes", _("Please choose 5, 10, 20 or 30 minutes."))
    if not isinstance(recorded, bool):
        raise InvalidInput("recorded", _("Please choose whether your answers are recorded."))
    return Setup(
        # What equals one of them may be 10.0, where a program sends it.
        minutes=LENGTHS_MINUTES[LENGTHS_MINUTES.index(minutes)],
        patience=_one_of("patience", patience),
        kind=_one_of("kind", kind),
        difficulty=_one_of("difficulty", difficulty),
        tone=_one_of("tone", tone),
        language=_one_of("language", language),
        recorded=recorded,
    )


def _one_of(field: str, chosen: object) -> str:
    if not isinstance(chosen, str) or chosen not in OFFERED[field]:
        raise InvalidInput(field, _(_REFUSALS[field]))
    return str(chosen)
