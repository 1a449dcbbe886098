"""The report: ratings, quotes, measured delivery and what to do next, as data."""

from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.core.words.stored import Text
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.found.insights import Insights
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.report.category import CategoryResult, worded

# Of Darasa, stored with every result.
APP_VERSION = "0.1.0"
# Of the shape of a stored report. 1: rules gave numbers; 2: rules give steps, counts and strips.
SHAPE = 2
VOICE_CAVEAT = marked(
    "A description of sound, not of what you felt: how a voice sounds is no sure sign of it. "
    "It is not rated and changed no rating."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A strength or something to improve; a strength's quote may stand elsewhere in the report."""

    text: Text
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopLines:
    """What to read if only three lines are read.

    Attributes:
        strongest: Its text is empty without a model: rules know no strength.
        counted: What rules found most of, without a model; may be empty.
        named: Numbers of the answers that a line names, by the line's field; older reports have
            none, and name them in English.
    """

    strongest: Point
    gap: Text
    next_step: Text
    counted: Text = ""
    named: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFound:
    """A part of an answer.

    Attributes:
        quote: Where it was found; None: not found by word rules, which is no proof of absence, or,
            where `QuestionRow.found` names the part, in words that are quoted already.
        place: Index of the turn and of the letter in it where that sentence begins, wherever it is
            quoted; None where it was not found, and in older reports.
    """

    name: str
    quote: Quote | None = None
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FlagRow:
    """Something in an answer that would worry an interviewer. See `judge.Flag`."""

    kind: str
    told: Text
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question and what its answer showed.

    Attributes:
        turn: Index of the interviewer's turn.
        seconds: Length of the spoken answer; None when not measurable.
        found: Cues in the answer.
        missing: Cues a strong answer to this kind of question would have.
        note: What else is to say, as "cut off"; may be empty.
        number: Its place among the questions that count, from 1.
        parts: The parts its kind of question asks for.
        thinking: Seconds before the first word; None when not measurable.
        word_count: Words that were said.
        said: Words that tell how it was done, by their name, as they were said.
        verdict: Whether it answers the question, as a sentence; empty without a model.
        carried: What carried it, in one or two sentences.
        lacking: What an interviewer would still want to know.
        quotes: The person's words that carried it.
        flags: What would worry an interviewer.
        stronger: Lines of a stronger answer from the person's own facts, in order.
    """

    turn: int
    question: str
    answered: bool
    seconds: float | None
    found: tuple[str, ...]
    missing: tuple[str, ...]
    note: Text = ""
    number: int = 0
    parts: tuple[PartFound, ...] = ()
    thinking: float | None = None
    word_count: int = 0
    said: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    verdict: str = ""
    carried: str = ""
    lacking: str = ""
    quotes: tuple[Quote, ...] = ()
    flags: tuple[FlagRow, ...] = ()
    stronger: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A requirement of the job and what the interview showed of it.

    Attributes:
        state: "named", "asked, not named" or "not asked"; of a judge that understands, and in
            older reports, also "shown", "partly" or "asked but no evidence".
        quote: Present when named, shown or partly.
        asked_in: Index of the interviewer's turn that asked about it, or None.
        place: Where its quote begins, as in `PartFound`, wherever that is quoted.
    """

    requirement: str
    state: str
    quote: Quote | None = None
    asked_in: int | None = None
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Feedback on one interview.

    Attributes:
        label: How the ratings came about, as "by a language model".
        rough: Whether turns were transcribed too roughly to rate their words.
        removed_claims: Statements dropped because their quote was not in the transcript.
        model: Name of the language model that rated; None without one.
        prompt_version: Of what the model was told; None without one.
        voice: How the voice came across, in words; only with consent. It touched no rating.
        voice_caveat: Stands before `voice`; empty without one.
        shape: `SHAPE` when it was made.
        unseen: What this judge cannot see, and what to do about it, in one line; may be empty.
        insights: What was counted over all answers; None in older reports, and where nothing was
            read.
        language: What a model wrote its sentences in, as in ISO 639-1.
    """

    rubric_version: str
    app_version: str
    judge: str
    label: str
    passes: int
    rough: bool
    top: TopLines
    categories: tuple[CategoryResult, ...]
    strengths: tuple[Point, ...]
    improvements: tuple[Point, ...]
    questions: tuple[QuestionRow, ...]
    coverage: tuple[CoverageRow, ...]
    metrics: tuple[Metric, ...]
    removed_claims: int = 0
    model: str | None = None
    prompt_version: str | None = None
    voice: str | None = None
    voice_caveat: str = ""
    shape: int = 1
    unseen: str = ""
    insights: Insights | None = None
    language: str = ENGLISH

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain JSON values; `of_json` reads it back."""
        return _REPORT.dump_python(self, mode="json")

    @classmethod
    def of_json(cls, stored: dict[str, Any]) -> "Report":
        """Return the report that was stored, in the language of who reads.

        Raises:
            pydantic.ValidationError: It is of another shape.
        """
        read = _REPORT.validate_python(stored)
        return replace(read, categories=tuple(map(worded, read.categories)))

    def told(self) -> "Report":
        """Return the report in the language of who reads, as if it had been stored."""
        return self.of_json(self.as_json())

    def category(self, key: str) -> CategoryResult:
        """Return one category by its key."""
        return next(result for result in self.categories if result.key == key)


def metrics_as_json(metrics: tuple[Metric, ...]) -> list[dict[str, Any]]:
    """Return measured delivery as plain JSON values; `metrics_of_json` reads them back."""
    return _METRICS.dump_python(metrics, mode="json")


def metrics_of_json(stored: list[dict[str, Any]]) -> tuple[Metric, ...]:
    """Return the measured delivery that was stored, in the language of who reads.

    Raises:
        pydantic.ValidationError: It is of another shape.
    """
    return _METRICS.validate_python(stored)


_REPORT = TypeAdapter(Report)
_METRICS = TypeAdapter(tuple[Metric, ...])
