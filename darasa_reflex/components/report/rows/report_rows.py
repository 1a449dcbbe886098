"""What a report shows: small values, already in the words of the page.

No attribute is named like a method of a Var (`to`, `length`), which would be found instead. Places
and widths are CSS lengths, "12.5%".
"""

from dataclasses import dataclass, field

from darasa_reflex.components.report.rows.answer_rows import AnswerRow, CountRow
from darasa_reflex.components.report.rows.measured_rows import DeliveryRow
from darasa_reflex.components.report.rows.time_rows import TimelineRow


@dataclass(frozen=True, slots=True)
class WayRow:
    """A link within the page: its words, and where it leads, "#answer-3"."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class HeadRow:
    """One of the few lines to read first; its text is empty where there is nothing to say.

    Attributes:
        language: What it is written in, as in ISO 639-1.
    """

    text: str = ""
    ways: list[WayRow] = field(default_factory=list)
    language: str = "en"


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """What can be observed at a level out of 10, and whether the rating matched it."""

    level: str
    text: str
    reached: bool


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category of the rubric.

    Attributes:
        rating: Out of 10, as text; empty when there is not enough evidence.
        spread: Lowest and highest pass, "6 to 8"; empty for a single pass.
        place: Of the rating on its scale.
        low: Where the spread begins.
        width: Of the spread.
        unsure: The passes disagreed too much for a rating.
        reason: Why, in words; empty where the page says it once for all.
        language: What the reason is written in, as in ISO 639-1.
        found: Little, some or much, where rules gave a step instead of a rating; else empty.
        steps: The step as three marks, filled or not.
        anchors: What can be observed at each level.
    """

    key: str = ""
    title: str = ""
    question: str = ""
    rating: str = ""
    spread: str = ""
    place: str = "0%"
    low: str = "0%"
    width: str = "0%"
    unsure: bool = False
    reason: str = ""
    language: str = "en"
    found: str = ""
    steps: list[bool] = field(default_factory=list)
    anchors: list[AnchorRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ChipRow:
    """A requirement of the job; `address` is of the answer that shows or names it, or empty."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Requirements in one state: "shown", "open" or "later"."""

    state: str
    title: str
    count: str
    chips: list[ChipRow]


@dataclass(frozen=True, slots=True)
class RunRow:
    """One of several feedback runs.

    Attributes:
        run: Counts from 1 within the interview.
        made_at: When it was asked for, ISO 8601 in UTC.
        result: The overall rating, or how the run stands, in words.
        shown: Whether it is the one on the page.
    """

    run: int
    made_at: str
    result: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A whole report.

    Attributes:
        label: How it came about, as "rated by a language model".
        overall: Its overall rating, as "6.6 out of 10"; empty where nothing is rated.
        answered: How many answers it is of, as "6 answers"; empty without any.
        counted: Whether it is of rules that count words: steps stand in place of ratings.
        untold: Why nothing is told of the words, as a title; empty where something is.
        why_untold: The same in a sentence.
        unseen: What rules cannot see, and what to do about it; may be empty.
        rated_how: What the marks of the categories are.
        rubric: All categories, with what can be observed at each level.
        also: What else worked, line by line.
        more: What else to practise, line by line.
        counts: What was counted over all answers.
        voice: How the voice came across, in words; empty without consent or measurement.
        voice_caveat: What to know before reading that.
        made: How the report was made, sentence by sentence.
        language: What `also`, `more` and `voice` are written in, as in ISO 639-1.
    """

    label: str = ""
    overall: str = ""
    answered: str = ""
    counted: bool = False
    untold: str = ""
    why_untold: str = ""
    worked: HeadRow = field(default_factory=HeadRow)
    missing: HeadRow = field(default_factory=HeadRow)
    exercise: HeadRow = field(default_factory=HeadRow)
    unseen: str = ""
    timeline: TimelineRow = field(default_factory=TimelineRow)
    answers: list[AnswerRow] = field(default_factory=list)
    rated_how: str = ""
    categories: list[CategoryRow] = field(default_factory=list)
    rubric: list[CategoryRow] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    counts: list[CountRow] = field(default_factory=list)
    delivery: DeliveryRow = field(default_factory=DeliveryRow)
    requirements: list[GroupRow] = field(default_factory=list)
    voice: str = ""
    voice_caveat: str = ""
    made: list[str] = field(default_factory=list)
    language: str = "en"
