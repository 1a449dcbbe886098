"""What of a stored report can be compared with other interviews, and how much of it is chance."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Any

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC
from darasa_reflex.features.practice.progress.reports import Stored
from darasa_reflex.features.practice.progress.trend import Trend, Value, judged
from darasa_reflex.features.practice.telling import found_of

# Source: for three passes the mean range of normal values is 1.693 standard deviations.
_RANGE_OF_THREE = 1.693
# Source: a 95 % interval is 2 x 1.96 standard errors wide.
_INTERVAL = 3.92
# A model that says the same three times may still say another next week: half a point.
_LEAST_OF_RATING = 0.5
# Of the share of parts in percent: one of four parts, in one of four answers.
_LEAST_OF_PARTS = 6.0
# Of a measured value without an interval, as a share of it.
_LEAST_OF_METRIC = 0.1
_DELIVERY = ("speech_rate", "fillers_per_minute", "answer_length", "thinking_time", "pause_share")
_PER_CENT = 100
_PARTS = "parts"
_PARTS_TITLE = marked("Parts found of those asked for")
_ORDER = (_PARTS, OVERALL, *(row.key for row in RUBRIC if row.key != OVERALL), *_DELIVERY)
# For the overall rating, whose own title is a sentence.
_SHORT = marked("Overall")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A measure over the interviews that have it and can be compared, oldest first.

    Attributes:
        unit: As shown behind a value.
        values: At least one.
        left_out: Interviews that have it, but of another kind, difficulty, judge or language.
    """

    key: str
    title: str
    unit: str
    values: tuple[Value, ...]
    trend: Trend
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    key: str
    title: str
    unit: str
    value: Value
    mark: tuple[str | None, ...]


def series_of(reports: Sequence[Stored]) -> tuple[Series, ...]:
    """Return all measures of these reports, oldest report first, in the order of the page."""
    found: dict[str, list[_Measure]] = {}
    for report in reports:
        for measure in _of(report):
            found.setdefault(measure.key, []).append(measure)
    return tuple(_series(found[key]) for key in sorted(found, key=_place))


def _series(ones: Sequence[_Measure]) -> Series:
    newest = ones[-1]
    alike = [one.value for one in ones if one.mark == newest.mark]
    return Series(
        key=newest.key, title=newest.title, unit=newest.unit, values=tuple(alike),
        trend=judged(alike), left_out=len(ones) - len(alike),
    )  # fmt: skip


def _place(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _of(report: Stored) -> Iterator[_Measure]:
    """Yield the measures of one report."""
    content, spoken = report.content_mark, (report.language,)
    if parts := _parts(report.questions):
        yield _Measure(key=_PARTS, title=_(_PARTS_TITLE), unit="%", value=parts, mark=content)
    for row in report.categories:
        if (rating := row.get("rating")) is not None:
            yield _Measure(
                key=row["key"], unit=_("of 10"),
                title=_(_SHORT if row["key"] == OVERALL else row["title"]),
                value=Value(float(rating), _of_passes(row.get("spread"))), mark=content,
            )  # fmt: skip
    for row in report.metrics:
        if row.get("key") in _DELIVERY and row.get("value") is not None:
            yield _Measure(
                key=row["key"], title=_(row["title"]), unit=_(row["unit"]), value=_measured(row),
                mark=spoken,
            )  # fmt: skip


def _parts(questions: Sequence[dict[str, Any]]) -> Value | None:
    """Return the mean share of parts found in an answer, and how far the answers differ."""
    counts = [
        found_of([part["name"] for part in row.get("parts", ())], row.get("found", ()))
        for row in questions
        if row.get("answered") and not row.get("note")
    ]
    shares = [_PER_CENT * found / asked for found, asked in filter(None, counts)]
    if not shares:
        return None
    error = stdev(shares) / math.sqrt(len(shares)) if len(shares) > 1 else 0.0
    return Value(fmean(shares), max(error, _LEAST_OF_PARTS))


def _of_passes(spread: Sequence[float] | None) -> float:
    known = (spread[1] - spread[0]) / _RANGE_OF_THREE if spread else 0.0
    return max(known, _LEAST_OF_RATING)


def _measured(row: dict[str, Any]) -> Value:
    value, low, high = float(row["value"]), row.get("low"), row.get("high")
    if low is None or high is None:
        return Value(value, abs(value) * _LEAST_OF_METRIC)
    return Value(value, (high - low) / _INTERVAL)
