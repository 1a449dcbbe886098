"""What feedback is made from: the job, the questions planned, and what was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The job, as the person described it. All texts are material, never instructions.

    Attributes:
        title: None when not specified.
        experience_level: "junior", "mid-level" or "senior"; free text in files from elsewhere.
        requirements: Skills and requirements, most important first.
    """

    title: str | None
    experience_level: str
    description: str
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A turn, as feedback needs it.

    Attributes:
        index: Its place in the transcript, from 0.
        began_ms: From the start of the interview; None when not known.
        ended_ms: The same clock; None when not known.
        segments: Begin and end of each stretch of speech, the same clock; empty when not known.
        words: Each word with its begin and end, the same clock; empty when not known.
        unread: Begin and end of stretches of it that were not understood, the same clock.
        held_ms: Time within it that the person asked to wait or was muted; of the interviewer's
            turns, time between them and the answer that the person asked for.
        question: Key of the planned question it asks or answers.
    """

    index: int
    speaker: Speaker
    text: str
    began_ms: int | None = None
    ended_ms: int | None = None
    segments: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[str, int, int], ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    held_ms: int = 0
    from_text: bool = False
    rough: bool = False
    cut_off: bool = False
    question: str | None = None

    @property
    def is_candidate(self) -> bool:
        """Whether the person said it."""
        return self.speaker is Speaker.ACTOR

    @property
    def span(self) -> tuple[int, int] | None:
        """Begin and end of speech in ms; None when typed, unknown or running backwards."""
        if self.from_text:
            return None
        if self.segments:
            return min(b for b, _ in self.segments), max(e for _, e in self.segments)
        if self.began_ms is None or self.ended_ms is None:
            return None
        good = 0 <= self.began_ms < self.ended_ms
        return (self.began_ms, self.ended_ms) if good else None


@dataclass(frozen=True, slots=True)
class Expression:
    """How the voice sounded in one turn of the person.

    Attributes:
        turn: Index of the turn.
        strengths: Name of a vocal expression to its strength, 0 to 1.
    """

    turn: int
    strengths: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a judge may look at.

    Attributes:
        candidate: Name of the person; empty when not known.
        language: What the person answered in, a code of `languages.LANGUAGES`.
        expressions: Only with the person's consent. Ratings never see them.
    """

    job: Job
    turns: tuple[Said, ...]
    planned: tuple[PlannedQuestion, ...] = field(default=())
    candidate: str = ""
    language: str = ENGLISH
    expressions: tuple[Expression, ...] = ()

    @property
    def foreign(self) -> bool:
        """Whether the answers are not in English, which is all that rules of ours can read."""
        return self.language != ENGLISH


def said_of(index: int, turn: Turn) -> Said:
    """Return a turn as it is stored, the one at this place of the transcript, for feedback."""
    return Said(
        index=index,
        speaker=Speaker(turn.speaker),
        text=turn.text,
        began_ms=turn.began_ms,
        ended_ms=turn.ended_ms,
        segments=tuple((begin, end) for begin, end in turn.segments if 0 <= begin < end),
        words=tuple((word, begin, end) for word, begin, end in turn.words),
        unread=tuple((begin, end) for begin, end in turn.unread),
        held_ms=turn.held_ms,
        from_text=turn.from_text,
        rough=turn.rough,
        cut_off=turn.cut_off,
        question=turn.question,
    )
