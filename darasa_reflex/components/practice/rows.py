"""What the pages of practice show: small values, already in the words of the page."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PieceRow:
    """Words that stand together, and whether they are new."""

    text: str
    new: bool


@dataclass(frozen=True, slots=True)
class HintRow:
    """A part of an answer.

    Attributes:
        found: Whether word rules found it.
        own: The person's own words for it; empty where it was not found.
    """

    name: str
    found: bool
    own: str = ""


@dataclass(frozen=True, slots=True)
class TellingRow:
    """One telling of an answer.

    Attributes:
        number: 0 for the answer in the interview.
        name: "First", "Best" or "Now".
        at: When it was given, ISO 8601 in UTC.
        best: Whether it is the one that counts.
        parts: The parts its kind of question asks for; empty where rules do not read it.
        verdict: Whether it answers the question, in a language model's words; empty without one.
            `carried` and `missing` are more of it, in the language `told_in`, as in ISO 639-1;
            `judge` names the model.
    """

    number: int
    name: str
    at: str
    best: bool
    parts: list[HintRow]
    pieces: list[PieceRow]
    verdict: str = ""
    carried: str = ""
    missing: str = ""
    judge: str = ""
    told_in: str = "en"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Something measured of two tellings. See `comparison.Figure`."""

    name: str
    before: str
    now: str
    unit: str
    note: str


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An answer to give again.

    Attributes:
        address: Of the page where it is given again.
        told: What was missing, as a sentence.
        asks: The language of the question, as in ISO 639-1.
    """

    question: str
    address: str
    told: str
    asks: str


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A measure over time, as a drawing of 300 by 96.

    Attributes:
        value: The newest, with its unit.
        finding: "Clear change", "Normal variation" or "Too early to tell".
        changed: Whether it is a change.
        told: What that means, as sentences.
        label: All values, for who does not see the drawing.
        line: Path of the line; `dots` and `last` of the points.
        band_y: Where the band of normal variation begins; empty while there is none.
        ends: What stands below the first and the last point.
    """

    title: str
    value: str
    finding: str
    changed: bool
    told: str
    label: str
    line: str
    dots: str
    last: str
    band_y: str = ""
    band_height: str = "0"
    ends: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Requirements of a job that stand alike.

    Attributes:
        state: "shown", "named", "open" or "later".
    """

    title: str
    state: str
    names: list[str]


@dataclass(frozen=True, slots=True)
class PractisedRow:
    """An answer that was given again.

    Attributes:
        told: How often, and how many parts the best has, in words.
        at: When it was given last, ISO 8601 in UTC.
        asks: The language of the question, as in ISO 639-1.
    """

    question: str
    address: str
    told: str
    at: str
    asks: str
