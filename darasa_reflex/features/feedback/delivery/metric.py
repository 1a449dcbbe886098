"""A measured value, or why there is none."""

from dataclasses import dataclass, replace

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import Sentence, Text, sentence

OWN_CLOCK = marked("Counted from the times in the transcript, on the server's clock.")
# What a note may say beside others: that a value is a lower bound, or rests on too few answers.
AT_LEAST = sentence("at least")
ONE_SAMPLE = sentence("one sample")


@dataclass(frozen=True, slots=True)
class NotMeasurable:
    """No number, and the reason as a sentence."""

    reason: str


NO_TIMES = NotMeasurable(sentence("There are no spoken answers whose begin and end are known."))
PAUSES_UNKNOWN = NotMeasurable(sentence("Where speech pauses inside an answer is not known."))
INTERVIEWER_UNKNOWN = NotMeasurable(sentence("When the interviewer was heard is not known."))


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
        title: In English, as unit, definition and source; pages look them up in their catalogue.
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
    reason: Text
    unit: str
    definition: str
    source: str
    low: float | None = None
    high: float | None = None
    remark: Text = ""
    note: Text = ""
    display: Text = ""
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
            definition=self.definition, source=self.source, display=sentence("not measurable"),
        )  # fmt: skip
        if isinstance(found, NotMeasurable):
            return replace(empty, reason=found.reason)
        rounded = float(round(round(found.value / self.step) * self.step, 1))
        shown = int(rounded) if rounded.is_integer() else rounded
        display = Sentence("{value} {unit}", None, {"value": shown, "unit": sentence(self.unit)})
        return replace(
            empty, value=round(found.value, 3), low=_tidy(found.low), high=_tidy(found.high),
            remark=found.remark, note=found.note, display=display, moments=moments,
        )  # fmt: skip


def _tidy(bound: float | None) -> float | None:
    return None if bound is None else round(bound, 3)
