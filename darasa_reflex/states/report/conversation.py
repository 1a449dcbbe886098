"""What was said in an interview, as a report is shown beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from darasa_reflex.components.report.rows.answer_rows import CommentRow
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.feedback.reading.answers import said_in
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.interviews.recordings.recordings import Kept


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of an interview.

    Attributes:
        again: Places of turns that asked, to where their answers are given again.
        language: What the person answered in, as in ISO 639-1.
        comments: Places of turns that asked, to what was written to their answers.
        sounds: Places of turns, to what is recorded of them.
        recorded: Whether answers were to be recorded.
        saving: Whether some of that is still being saved.
    """

    turns: tuple[Said, ...] = ()
    again: Mapping[int, str] = field(default_factory=dict[int, str])
    plan: QuestionPlan = field(default_factory=QuestionPlan)
    language: str = ENGLISH
    comments: Mapping[int, Sequence[CommentRow]] = field(
        default_factory=dict[int, Sequence[CommentRow]]
    )
    sounds: Mapping[int, Kept] = field(default_factory=dict[int, Kept])
    recorded: bool = False
    saving: bool = False

    @property
    def asks(self) -> str:
        """What the interviewer spoke, likewise."""
        return self.plan.language


def conversation_of(
    interview: Interview,
    turns: Sequence[Turn],
    again: Mapping[int, str],
    comments: Mapping[int, Sequence[CommentRow]],
    kept: Sequence[Kept] | None = None,
) -> Conversation:
    """Return what was said in a stored interview.

    Args:
        interview: As it is stored.
        turns: All of it, in order.
        again: See `Conversation`.
        comments: See `Conversation`.
        kept: What is recorded of it; None: nothing of that is shown.
    """
    by_turn = {one.turn_id: one for one in kept or ()}
    return Conversation(
        turns=tuple(said_in(turns)),
        again=again,
        plan=QuestionPlan.of(interview.plan),
        language=interview.language,
        comments=comments,
        sounds={n: by_turn[turn.id] for n, turn in enumerate(turns) if turn.id in by_turn},
        recorded=bool(kept) or (kept is not None and interview.recorded),
    )
