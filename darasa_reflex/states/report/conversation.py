"""What was said in an interview, as a report is shown beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.feedback.reading.answers import said_in
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of an interview.

    Attributes:
        ids: Of the stored turns, in the same order; empty where nothing is stored.
        language: What the person answered in, as in ISO 639-1.
    """

    turns: tuple[Said, ...] = ()
    ids: tuple[str, ...] = ()
    plan: QuestionPlan = field(default_factory=QuestionPlan)
    language: str = ENGLISH


def conversation_of(interview: Interview, turns: Sequence[Turn]) -> Conversation:
    """Return what was said in a stored interview."""
    return Conversation(
        turns=tuple(said_in(turns)),
        ids=tuple(str(turn.id) for turn in turns),
        plan=QuestionPlan.of(interview.plan),
        language=interview.language,
    )
