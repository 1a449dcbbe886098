"""From a measure over time to its drawing and its words."""

from collections.abc import Sequence

from darasa_reflex.components.practice.rows import TrendRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext, short
from darasa_reflex.features.practice.progress.measures import Series
from darasa_reflex.features.practice.progress.trend import Finding

# The drawing, in its own units: room at the edges for the points.
_WIDTH, _HEIGHT, _EDGE = 300.0, 96.0, 8.0
# More points than this would be a line of their own.
_MOST_POINTS = 40
_WORDS = {
    Finding.TOO_EARLY: marked("Too early to tell"),
    Finding.NORMAL: marked("Normal variation"),
    Finding.HIGHER: marked("Clear change"),
    Finding.LOWER: marked("Clear change"),
}
# From this value on, decimals say nothing.
_LARGE = 20


def trend_row(series: Series) -> TrendRow:
    """Return a measure as the page shows it."""
    values = [one.value for one in series.values]
    band = series.trend.band
    low, high = _reach([*values, *(band or ())])
    points = [(_across(place, len(values)), _up(v, low, high)) for place, v in enumerate(values)]
    top, bottom = (_up(band[1], low, high), _up(band[0], low, high)) if band else (0.0, 0.0)
    unit = series.unit
    return TrendRow(
        title=series.title,
        value=_with_unit(values[-1], unit),
        finding=_(_WORDS[series.trend.finding]),
        changed=series.trend.finding in {Finding.HIGHER, Finding.LOWER},
        told=_told(series),
        label=_(
            "{title}, oldest first: {values}",
            title=series.title,
            values=", ".join(map(_plain, values)),
        ),
        line="M" + "L".join(_at(point) for point in points),
        dots=_dots(points[:-1]) if len(points) <= _MOST_POINTS else "",
        last=_dots(points[-1:]),
        band_y=f"{top:.1f}" if band else "",
        band_height=f"{max(bottom - top, 2.0):.1f}",
        ends=[_("First"), _("Newest")] if len(values) > 1 else [_("Newest")],
    )


def _told(series: Series) -> str:
    trend = series.trend
    before, after = (_with_unit(one, series.unit) for one in (trend.before, trend.after))
    told = _(_SENTENCES[trend.finding], before=before, after=after)
    if not series.left_out:
        return told
    left = ngettext(
        "{count} interview of another kind left out.",
        "{count} interviews of another kind left out.",
        series.left_out,
    )
    return f"{told} {left}"


_SENTENCES = {
    Finding.TOO_EARLY: marked("From the third interview on, a change can be told from chance."),
    Finding.NORMAL: marked(
        "No difference: the newer half averages {after}, the older {before}, which is within your "
        "normal variation."
    ),
    Finding.HIGHER: marked(
        "Up from {before} in the older half to {after} in the newer: more than your normal "
        "variation."
    ),
    Finding.LOWER: marked(
        "Down from {before} in the older half to {after} in the newer: more than your normal "
        "variation."
    ),
}


def _reach(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
    return low - room, high + room


def _across(place: int, many: int) -> float:
    if many == 1:
        return _WIDTH / 2
    return _EDGE + (_WIDTH - 2 * _EDGE) * place / (many - 1)


def _up(value: float, low: float, high: float) -> float:
    return _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * (value - low) / (high - low)


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _dots(points: Sequence[tuple[float, float]]) -> str:
    """Return points as lines of no length, whose round ends are drawn."""
    return "".join(f"M{_at(point)}h0.01" for point in points)


def _with_unit(value: float, unit: str) -> str:
    if unit == "%":
        return _("{value}%", value=_plain(value))
    return f"{_plain(value)} {unit}"


def _plain(value: float) -> str:
    return short(value, 0 if abs(value) >= _LARGE else 1)
