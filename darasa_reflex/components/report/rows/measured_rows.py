"""Measured delivery, in the words of the page. Places and widths are CSS lengths, "12.5%"."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BarRow:
    """One answer's bar; `most` is the tallest."""

    x: str
    y: str
    width: str
    height: str
    most: bool


@dataclass(frozen=True, slots=True)
class TileRow:
    """One measured thing, small.

    Attributes:
        told: Interval, what is usual, or what is drawn; may be empty.
        place: Of the value on its scale; empty where bars are drawn, or nothing.
        low: Where the interval of the value begins.
        width: Of the interval.
        usual: Where the usual begins; empty where no source says what is.
        usual_width: Of the usual.
        bars: One for each answer; empty where a scale is drawn.
    """

    title: str
    value: str
    unit: str
    told: str
    place: str = ""
    low: str = "0%"
    width: str = "0%"
    usual: str = ""
    usual_width: str = "0%"
    bars: list[BarRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MetricRow:
    """How a thing is measured.

    Attributes:
        value: With its unit, or "not measurable".
        told: Interval, remark and note, or why there is no value; may be empty.
        source: Where definition and norm come from.
    """

    title: str
    value: str
    told: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """The measured delivery: tiles, and how everything is measured, with what could not be."""

    tiles: list[TileRow] = field(default_factory=list)
    metrics: list[MetricRow] = field(default_factory=list)
    usual: bool = False
    why_none: str = ""
