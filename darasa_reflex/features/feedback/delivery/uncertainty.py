"""How far a count or a ratio may be from the truth: 95 % intervals."""

import math
from collections.abc import Sequence

# Source: Student's t at 0.975 for 1 to 30 degrees of freedom; beyond, the normal value.
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
_NORMAL = 1.96
# Fewer answers than this are one sample: no interval is given for their ratio.
LEAST_ANSWERS = 4


def of_count(events: int) -> tuple[float, float]:
    """Return the interval of a count of events (Wilson and Hilferty's approximation)."""
    more = events + 1
    high = more * (1 - 1 / (9 * more) + _NORMAL / (3 * math.sqrt(more))) ** 3
    if events == 0:
        return 0.0, 3.7
    low = events * (1 - 1 / (9 * events) - _NORMAL / (3 * math.sqrt(events))) ** 3
    return max(0.0, low), high


def of_ratio(tops: Sequence[float], bottoms: Sequence[float]) -> tuple[float, float] | None:
    """Return the interval of Σtops / Σbottoms by leaving out one answer at a time.

    None for fewer than four answers, which are one sample.
    """
    size = len(tops)
    if size < LEAST_ANSWERS:
        return None
    top, bottom = sum(tops), sum(bottoms)
    without = [(top - t) / (bottom - b) for t, b in zip(tops, bottoms, strict=True)]
    mean = sum(without) / size
    error = math.sqrt((size - 1) / size * sum((ratio - mean) ** 2 for ratio in without))
    t = t_of(size - 1)
    ratio = top / bottom
    return ratio - t * error, ratio + t * error


def t_of(degrees: int) -> float:
    """Return Student's t at 0.975 for this many degrees of freedom, 1 or more."""
    return _T[degrees - 1] if degrees <= len(_T) else _NORMAL
