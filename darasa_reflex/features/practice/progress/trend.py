"""Whether a measure has changed, or moves within its normal variation.

The older half of the interviews is compared with the newer half. What both halves scatter by
themselves, and what each value is known to scatter by, is what chance alone does; a difference
inside of that is none.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from darasa_reflex.features.feedback.delivery.uncertainty import t_of

# Two values are a difference of two, and show nothing of what they scatter.
LEAST = 3


class Finding(StrEnum):
    """What can be said of a measure over time."""

    TOO_EARLY = "too early"
    NORMAL = "normal variation"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Value:
    """What an interview has of a measure.

    Attributes:
        spread: Standard deviation that is known of this one value, from several passes or answers;
            0 when none is known.
    """

    value: float
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure over time.

    Attributes:
        before: Mean of the older half; of all values while it is too early.
        after: Mean of the newer half; the same.
        band: Where the newer mean falls by chance alone, nineteen times in twenty, while nothing
            has changed. None while it is too early.
    """

    finding: Finding
    before: float
    after: float
    band: tuple[float, float] | None = None


def judged(values: Sequence[Value]) -> Trend:
    """Return what the values of a measure say, oldest first; there is at least one."""
    if len(values) < LEAST:
        mean = fmean([one.value for one in values])
        return Trend(Finding.TOO_EARLY, mean, mean)
    half = (len(values) + 1) // 2
    older, newer = values[:half], values[half:]
    before, after = (fmean([one.value for one in part]) for part in (older, newer))
    free = len(values) - 2
    scatter = math.sqrt((_squares(older) + _squares(newer)) / free)
    known = math.sqrt(fmean([one.spread**2 for one in values]))
    reach = t_of(free) * max(scatter, known) * math.sqrt(1 / len(older) + 1 / len(newer))
    band = (before - reach, before + reach)
    return Trend(_finding(after, band), before, after, band)


def _squares(part: Sequence[Value]) -> float:
    mean = fmean([one.value for one in part])
    return sum((one.value - mean) ** 2 for one in part)


def _finding(after: float, band: tuple[float, float]) -> Finding:
    low, high = band
    if low <= after <= high:
        return Finding.NORMAL
    return Finding.HIGHER if after > high else Finding.LOWER
