"""An interview over time. Places and widths are CSS lengths, "12.5%"."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StretchRow:
    """Some time on the timeline.

    Attributes:
        kind: "interviewer", "spoken", "typed" or "silence".
        address: Of the answer it leads to; empty where it is too short to be hit, or none.
        label: What it is, in words, where it leads somewhere.
    """

    kind: str
    x: str
    width: str
    address: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class PinRow:
    """Where a question began.

    Attributes:
        number: As it stands in the pin; "?" at the person's own questions.
        weak: Whether something was found missing in its answer.
    """

    x: str
    number: str
    address: str
    label: str
    weak: bool


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A moment under the timeline; `anchor` is how its text stands to its place."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An interview over time; without stretches there is none to show."""

    stretches: list[StretchRow] = field(default_factory=list)
    pins: list[PinRow] = field(default_factory=list)
    marks: list[MarkRow] = field(default_factory=list)
    has_spoken: bool = False
    has_typed: bool = False
    has_silence: bool = False
    has_weak: bool = False
