"""From measured delivery to what the page shows of it."""

from collections.abc import Iterator, Mapping, Sequence

from darasa_reflex.components.report.rows.measured_rows import (
    BarRow,
    DeliveryRow,
    MetricRow,
    TileRow,
)
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import language, number
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.feedback.delivery.metric import AT_LEAST, ONE_SAMPLE, Metric
from darasa_reflex.features.feedback.delivery.norms import Norm, norm_of
from darasa_reflex.features.feedback.delivery.pace import ABOUT
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer
from darasa_reflex.features.interviews.engines.languages import ENGLISH

# What is shown small, with its name and unit there; the rest stands in the list of measures.
_SCALES = {
    "speech_rate": (marked("Pace"), marked("words/min")),
    "fillers_per_minute": (marked("Fillers"), marked("per min")),
    "thinking_time": (marked("Thinking first"), marked("s, median")),
}
_TYPED = marked("You typed your answers, so there was no speech to measure.")
_NOTHING = marked("Nothing could be measured in this interview.")
# From this width on, ends of an interval are shown as whole numbers.
_WIDE = 2
_BAR_PX, _LEAST_BAR_PX = 16, 1.5


def delivery_row(
    metrics: Sequence[Metric],
    answers: Sequence[MarkedAnswer] = (),
    spoken: str = ENGLISH,
) -> DeliveryRow:
    """Return what was measured, and how; what could not be is named with the reason."""
    by_key = {metric.key: metric for metric in metrics}
    tiles = [*_scales(by_key, spoken), *_drawn(by_key, answers)]
    typed = [turn.from_text for answer in answers for turn in answer.answered]
    return DeliveryRow(
        tiles=tiles,
        metrics=[_metric(metric) for metric in metrics],
        usual=any(tile.usual for tile in tiles),
        why_none="" if tiles else _(_TYPED) if typed and all(typed) else _(_NOTHING),
    )


def _scales(by_key: Mapping[str, Metric], spoken: str) -> Iterator[TileRow]:
    for key, (title, unit) in _SCALES.items():
        metric = by_key.get(key)
        if metric is not None and metric.value is not None:
            yield _scale(metric, _(title), unit, norm_of(key, spoken))


def _scale(metric: Metric, title: str, unit: str, norm: Norm | None) -> TileRow:
    unit = _("{unit}, roughly", unit=_(unit)) if _notes(metric, ABOUT) else _(unit)
    told = [
        _between(metric),
        retold(norm.told) if norm else "",
        _lowered(metric.remark.rstrip(".")),
    ]
    value = _without_unit(metric)
    tile = TileRow(title=title, value=value, unit=unit, told="; ".join(filter(None, told)))
    if norm is None:
        return tile
    low = metric.value if metric.low is None else metric.low
    high = metric.value if metric.high is None else metric.high
    return TileRow(
        **{name: getattr(tile, name) for name in ("title", "value", "unit", "told")},
        place=_at(metric.value or 0.0, norm),
        low=_at(low or 0.0, norm),
        width=_width(low or 0.0, high or 0.0, norm),
        usual=_at(norm.low, norm),
        usual_width=_width(norm.low, norm.high, norm),
    )


def _drawn(by_key: Mapping[str, Metric], answers: Sequence[MarkedAnswer]) -> Iterator[TileRow]:
    """Yield what has no norm: bars for each answer, or a share."""
    rows = [answer for answer in answers if answer.row]
    told = _("answers 1 to {last}", last=len(rows)) if len(rows) > 1 else ""
    pauses = by_key.get("pauses")
    if pauses is not None and pauses.value is not None:
        counts = [sum(_holds(a, begin) for begin, _ in pauses.moments) for a in rows]
        least = _notes(pauses, AT_LEAST)
        unit = _("inside answers, at least") if least else _("inside answers")
        many = str(len(pauses.moments))
        yield TileRow(_("Pauses over 2 s"), many, unit, told, bars=_bars(counts))
    lengths = [(a.row.seconds or 0.0) if a.row else 0.0 for a in rows]
    if any(lengths):
        value = f"{max(lengths):.0f}"
        yield TileRow(_("Longest answer"), value, _("s"), told, bars=_bars(lengths))
    share = by_key.get("talk_share")
    if share is not None and share.value is not None:
        told = _("the rest: interviewer")
        bars = _split(share.value)
        yield TileRow(_("You spoke"), _without_unit(share), _("% of the talk"), told, bars=bars)


def _holds(answer: MarkedAnswer, at_ms: int) -> bool:
    return any(turn.span and turn.span[0] <= at_ms < turn.span[1] for turn in answer.answered)


def _bars(values: Sequence[float]) -> list[BarRow]:
    most = max(values, default=0.0)
    if len(values) < 2 or not most:  # noqa: PLR2004 (one bar compares with nothing)
        return []
    step = 100 / len(values)
    heights = [max(_LEAST_BAR_PX, _BAR_PX * value / most) for value in values]
    return [
        BarRow(
            f"{place * step + step / 10:.1f}%",
            f"{_BAR_PX - height:.1f}",
            f"{step * 0.8:.1f}%",
            f"{height:.1f}",
            value == most,
        )
        for place, (value, height) in enumerate(zip(values, heights, strict=True))
    ]


def _split(share: float) -> list[BarRow]:
    rest = 100 - share
    bars = [BarRow("0%", "3", f"{max(0.0, share - 1):.1f}%", "10", most=True)]
    return [*bars, BarRow(f"{share:.1f}%", "3", f"{rest:.1f}%", "10", most=False)]


def _at(value: float, norm: Norm) -> str:
    return f"{_place(value, norm):.1f}%"


def _width(low: float, high: float, norm: Norm) -> str:
    return f"{_place(high, norm) - _place(low, norm):.1f}%"


def _place(value: float, norm: Norm) -> float:
    begin, end = norm.scale
    return 100 * min(1.0, max(0.0, (value - begin) / (end - begin)))


def _between(metric: Metric) -> str:
    if metric.low is None or metric.high is None:
        return _(ONE_SAMPLE) if _notes(metric, ONE_SAMPLE) else ""
    low, high = _ends(metric)
    return _("between {low} and {high}", low=low, high=high) if low != high else ""


def _notes(metric: Metric, told: str) -> bool:
    """Tell whether a note says something, in the language of who reads or as older rows do."""
    return told in metric.note or _(told) in metric.note


def _without_unit(metric: Metric) -> str:
    return metric.display.removesuffix(_(metric.unit)).removesuffix(metric.unit).strip()


def _lowered(remark: str) -> str:
    """Return a remark as it stands within a line."""
    return remark.lower() if language() == ENGLISH else remark[:1].lower() + remark[1:]


def _ends(metric: Metric) -> tuple[str, str]:
    """Return the ends of an interval as fine as it is wide: they differ, and say no more."""
    low, high = metric.low or 0.0, metric.high or 0.0
    decimals = 0 if high - low >= _WIDE else 1
    return number(low, decimals), number(high, decimals)


def _metric(metric: Metric) -> MetricRow:
    known = metric.value is not None
    said = (_spread(metric), metric.remark, metric.note)
    return MetricRow(
        title=_(metric.title),
        value=metric.display,
        told=" ".join(_sentence(part) for part in (said if known else (metric.reason,)) if part),
        definition=_(metric.definition),
        source=_(metric.source),
    )


def _spread(metric: Metric) -> str:
    if metric.low is None or metric.high is None or not _between(metric):
        return ""
    low, high = _ends(metric)
    return _("between {low} and {high} {unit}", low=low, high=high, unit=_(metric.unit))


def _sentence(text: str) -> str:
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
