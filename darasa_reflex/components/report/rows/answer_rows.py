"""An answer with its marks, in the words of the page."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece of what was said; `note` is empty where nothing is marked."""

    text: str
    note: str = ""
    worry: bool = False


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A turn of an answer, or of the interviewer who followed up.

    Attributes:
        speaker: "actor" or "interviewer".
        labels: What a reader should know: typed, rough, cut off, not recorded.
        sound: Address of its recording; empty when there is none.
        lasts: How long that is, "00:42".
    """

    speaker: str
    language: str
    labels: list[str]
    pieces: list[PieceRow]
    sound: str = ""
    lasts: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What a marked place shows.

    Attributes:
        at: When it was said, "03:12", or empty.
        sound: Address of the recording it can be heard in; empty when there is none.
        second: Where in that it begins.
    """

    number: str
    text: str
    at: str
    worry: bool
    sound: str = ""
    second: float = 0.0


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """Words of an outline; `blank` ones are for the person to fill in."""

    text: str
    blank: bool


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line of a stronger answer: which part of it, and the words."""

    part: str
    segments: list[SegmentRow]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of an answer, and whether it was found; `told` says so to who cannot see the mark."""

    name: str
    found: bool
    told: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """Something counted or listed, under its name."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What somebody with a link to the report wrote to an answer.

    Attributes:
        author: The name they gave.
        at: When, ISO 8601 in UTC.
        label: What the button that deletes it is called.
        mine: Whether it was written in the browser that shows it.
    """

    key: str
    author: str
    at: str
    text: str
    label: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question with its answer.

    Attributes:
        key: Id of its element, "answer-3"; links lead to it.
        number: As it stands before the question; "?" for the person's own questions.
        name: "Answer 3", or "Your own questions".
        asks: The language of the question, as in ISO 639-1.
        seconds: How long the answer took, "52 s"; empty when not measured.
        parts: The parts its kind of question asks for, or whether a model found it answered.
        carried: What carried it; empty without a model.
        missing: What an interviewer would still want to know; may be empty.
        note: What else is to say; may be empty.
        counts: Words that tell how it was done, and its length.
        stronger: A stronger answer from the person's own facts; empty without a model.
        turn: Link to where it begins in the transcript, "#turn-5".
        again: Address where it is given again; empty where it cannot be.
        plain: Question and answer, to copy.
        outline: The stronger answer, to copy; may be empty.
        place: Of the turn that asked, from 0.
        withheld: Whether what was said is not shown to who reads this.
        comments: Of people with a link to the report, oldest first.
        told_in: What `carried` and `missing` are written in, as in ISO 639-1.
        spoken_in: What the person answered in, and the stronger answer is worded in, likewise.
    """

    key: str
    number: str
    name: str
    question: str
    asks: str
    seconds: str
    parts: list[PartRow]
    passages: list[PassageRow]
    notes: list[NoteRow]
    carried: str
    missing: str
    note: str
    counts: list[CountRow]
    stronger: list[OutlineRow]
    turn: str
    again: str
    plain: str
    outline: str
    place: int
    withheld: bool = False
    comments: list[CommentRow] = field(default_factory=list)
    told_in: str = "en"
    spoken_in: str = "en"
