"""A measured value, or why there is none."""

from dataclasses import dataclass, replace

OWN_CLOCK = "Counted from the times in the transcript, on the server's clock."


@dataclass(frozen=True, slots=True)
class NotMeasurable:
    """No number, and the reason as a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A number.

    Attributes:
        value: In the metric's unit.
        low: Lower end of the 95 % interval, or of the known error; None when not stated.
        high: Upper end.
        remark: A sentence where the value is outside the usual; may be empty.
        note: How exact it is, as "one sample" or "at least"; may be empty.
    """

    value: float
    low: float | None = None
    high: float | None = None
    remark: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One row of the delivery table.

    Attributes:
        value: None when not measurable, for `reason`.
        unit: As shown behind the value.
        definition: How it is measured, in a sentence.
        source: Where norm and definition come from.
        display: The value as shown, with its unit, or "not measurable".
        moments: Begin and length in ms of what was counted, where each has a time.
    """

    key: str
    title: str
    value: float | None
    reason: str
    unit: str
    definition: str
    source: str
    low: float | None = None
    high: float | None = None
    remark: str = ""
    note: str = ""
    display: str = ""
    moments: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What stands in the table before anything is measured; see `Metric`."""

    key: str
    title: str
    unit: str
    definition: str
    source: str
    step: float = 1.0

    def row(
        self, found: Measured | NotMeasurable, moments: tuple[tuple[int, int], ...] = ()
    ) -> Metric:
        """Return the row with its value, rounded for display to a multiple of `step`."""
        empty = Metric(
            key=self.key, title=self.title, value=None, reason="", unit=self.unit,
            definition=self.definition, source=self.source, display="not measurable",
        )  # fmt: skip
        if isinstance(found, NotMeasurable):
            return replace(empty, reason=found.reason)
        shown = round(round(found.value / self.step) * self.step, 1)
        return replace(
            empty, value=round(found.value, 3), low=_tidy(found.low), high=_tidy(found.high),
            remark=found.remark, note=found.note, display=f"{shown:g} {self.unit}", moments=moments,
        )  # fmt: skip


def _tidy(bound: float | None) -> float | None:
    return None if bound is None else round(bound, 3)
