"""What a report shows: small values, already in the words of the page.

No attribute is named like a method of a Var (`to`, `length`), which would be found instead.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Words of the candidate.

    Attributes:
        address: Link to the turn, "#turn-3".
        place: When it was said, "03:12", or "turn 4" without times.
        shows: What it was quoted for; may be empty.
    """

    text: str
    address: str
    place: str
    shows: str = ""


@dataclass(frozen=True, slots=True)
class PointRow:
    """A sentence, with its quote or without."""

    text: str = ""
    quotes: list[QuoteRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """What can be observed at a level.

    Attributes:
        level: Out of 10.
        reached: Whether it is the anchor the rating matched.
    """

    level: str
    text: str
    reached: bool


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category of the rubric.

    Attributes:
        rating: Out of 10, as text; empty when there is not enough evidence.
        share: The rating as a CSS length, "60%".
        spread: What the passes said, in words; may be empty.
        unsure: The passes disagreed too much for a rating.
        anchor: What can be observed at the rating; empty without one.
        anchors: All of the category's.
        found: Little, some or much, where rules gave a step instead of a rating; else empty.
        steps: The step as three marks, filled or not.
    """

    key: str = ""
    title: str = ""
    question: str = ""
    rating: str = ""
    share: str = "0%"
    spread: str = ""
    unsure: bool = False
    anchor: str = ""
    reason: str = ""
    next_step: str = ""
    quotes: list[QuoteRow] = field(default_factory=list)
    anchors: list[AnchorRow] = field(default_factory=list)
    found: str = ""
    steps: list[bool] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class UnratedRow:
    """Categories that could not be rated for one and the same reason.

    Attributes:
        reason: Why; empty where the summary says it already.
        next_steps: What would make them ratable, each once, but for what the summary says.
    """

    reason: str
    next_steps: list[str]
    categories: list[CategoryRow]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of an answer.

    Attributes:
        found: Whether word rules found it.
        quotes: The sentence that shows it; none where it was not found.
    """

    name: str
    found: bool
    quotes: list[QuoteRow]


@dataclass(frozen=True, slots=True)
class CountRow:
    """Something counted or listed, under its name."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question and what its answer showed.

    Attributes:
        address: Link to the question's turn.
        number: Its place among the questions that count, as text; empty in older reports.
        seconds: How long the answer took, "52 s"; empty when not measured.
        facts: Length and notes, in words.
        found: Cues in the answer, in one line; may be empty.
        missing: Cues that were not there, in one line; may be empty.
        parts: The parts its kind of question asks for; empty in older reports.
        counts: Words that tell how it was done, and its length.
        note: What else is to say; may be empty.
        found: What carried the answer, in one line; may be empty.
        missing: What was not there, in one line; may be empty.
        quotes: The words that carried it.
        flags: What would worry an interviewer.
        stronger: Lines of a stronger answer from the person's own facts.
        again: Address where it is given again; empty where nothing was answered.
    """

    question: str
    address: str
    facts: list[str]
    found: str
    missing: str
    number: str = ""
    seconds: str = ""
    parts: list[PartRow] = field(default_factory=list)
    counts: list[CountRow] = field(default_factory=list)
    note: str = ""
    quotes: list[QuoteRow] = field(default_factory=list)
    flags: list[PointRow] = field(default_factory=list)
    stronger: list[str] = field(default_factory=list)
    again: str = ""


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement of the job and what the interview showed of it.

    Attributes:
        state: As in `feedback.report.CoverageRow`.
    """

    requirement: str
    state: str
    quotes: list[QuoteRow]


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One measured thing.

    Attributes:
        value: With its unit, or "not measurable".
        told: Interval, remark and note, or why there is no value; may be empty.
        definition: How it is measured.
        source: Where definition and norm come from.
    """

    title: str
    value: str
    told: str
    definition: str
    source: str


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
        label: How the ratings came about, as "by a language model".
        rated: Whether any category was rated.
        overall: The overall category.
        categories: The others that were rated, or whose passes disagreed.
        unrated: The others that could not be, by reason.
        metrics: What was measured.
        unmeasured: What could not be, with the reason.
        voice: How the voice came across, in words; empty without consent or measurement.
        voice_caveat: What to know before reading that.
        made: How the report was made, sentence by sentence.
        counted: Whether it is of rules that count words: steps stand in place of ratings.
        top_count: What was found most of; may be empty.
        unseen: What rules cannot see, and what to do about it; may be empty.
        steps: The categories of such a report.
        counts: What was counted over all answers.
    """

    label: str = ""
    rough: bool = False
    rated: bool = False
    strongest: PointRow = field(default_factory=PointRow)
    gap: str = ""
    next_step: str = ""
    overall: CategoryRow = field(default_factory=CategoryRow)
    categories: list[CategoryRow] = field(default_factory=list)
    unrated: list[UnratedRow] = field(default_factory=list)
    strengths: list[PointRow] = field(default_factory=list)
    improvements: list[PointRow] = field(default_factory=list)
    questions: list[AnswerRow] = field(default_factory=list)
    coverage: list[RequirementRow] = field(default_factory=list)
    metrics: list[MetricRow] = field(default_factory=list)
    unmeasured: list[MetricRow] = field(default_factory=list)
    voice: str = ""
    voice_caveat: str = ""
    made: list[str] = field(default_factory=list)
    counted: bool = False
    top_count: str = ""
    unseen: str = ""
    steps: list[CategoryRow] = field(default_factory=list)
    counts: list[CountRow] = field(default_factory=list)
