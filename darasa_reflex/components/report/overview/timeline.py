"""The interview over time: who spoke when, silences, and where each question began."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import jump
from darasa_reflex.components.report.rows.time_rows import MarkRow, PinRow, StretchRow, TimelineRow
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _

# Of a pin, of the lane of the interviewer and of the person's own, in px.
_PIN_MIDDLE, _PIN_RADIUS, _TEXT_DROP = 14, 13, 4
_LANES = (("32", "26"), ("64", "34"))
_BARS = {"interviewer": ("38", "14"), "silence": ("72", "18"), "own": ("70", "22")}
_MARKS_Y = "118"


def timeline(drawn: Any) -> rx.Component:  # noqa: ANN401 (a Var of a TimelineRow)
    """Return the drawing with its legend; nothing where the times are not known."""
    row: ObjectVar[TimelineRow] = drawn
    return rx.cond(
        row.stretches.length() > 0,
        section(_("How it went"), _drawing(row), beside=_legend(row)),
    )


def _drawing(row: ObjectVar[TimelineRow]) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.defs(_hatch()),
        *[
            rx.el.svg.rect(x="0", y=y, width="100%", height=h, rx="6", class_name="lane")
            for y, h in _LANES
        ],
        rx.foreach(row.stretches.to(list[StretchRow]), _stretch),
        rx.foreach(row.pins.to(list[PinRow]), _pin),
        rx.foreach(row.marks.to(list[MarkRow]), _mark),
        class_name="timeline",
        role="group",
        aria_label=_("The interview over time: who spoke when, and silences before and in answers"),
    )


def _hatch() -> rx.Component:
    return rx.el.svg.pattern(
        rx.el.svg.path(d="M0 0v6", class_name="hatching"),
        id="hatch",
        width="6",
        height="6",
        custom_attrs={"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"},
    )


def _stretch(row: ObjectVar[StretchRow]) -> rx.Component:
    bar = rx.match(
        row.kind,
        ("interviewer", _bar(row, "interviewer", "interviewer", "3")),
        ("silence", _bar(row, "silence", "silence", "0")),
        ("typed", _bar(row, "own", "typed", "4")),
        _bar(row, "own", "spoken", "4"),
    )
    hit = rx.el.svg.rect(x=row.x, width=row.width, y="64", height="34", rx="4", class_name="hit")
    led = jump(hit, bar, to=row.address)
    led.custom_attrs = {"aria-label": row.label}
    return rx.fragment(rx.cond(row.address != "", led, bar))


def _bar(row: ObjectVar[StretchRow], place: str, kind: str, radius: str) -> rx.Component:
    y, height = _BARS[place]
    return rx.el.svg.rect(x=row.x, width=row.width, y=y, height=height, rx=radius, class_name=kind)


def _pin(row: ObjectVar[PinRow]) -> rx.Component:
    middle, radius = str(_PIN_MIDDLE), str(_PIN_RADIUS)
    pin = jump(
        rx.el.svg.circle(cx=row.x, cy=middle, r=radius),
        rx.el.svg.text(row.number, x=row.x, y=str(_PIN_MIDDLE + _TEXT_DROP)),
        to=row.address,
        class_name=rx.cond(row.weak, "pin weak", "pin"),
    )
    pin.custom_attrs = {"aria-label": row.label}
    return pin


def _mark(row: ObjectVar[MarkRow]) -> rx.Component:
    return rx.el.svg.text(row.text, x=row.x, y=_MARKS_Y, text_anchor=row.anchor, aria_hidden="true")


def _legend(row: ObjectVar[TimelineRow]) -> rx.Component:
    shown: tuple[tuple[str, Text, rx.Var[bool] | bool], ...] = (
        ("interviewer", _("Interviewer"), True),
        ("spoken", _("You"), row.has_spoken.to(bool)),
        ("typed", _("You, typing"), row.has_typed.to(bool)),
        ("silence", _("Silence"), row.has_silence.to(bool)),
    )
    swatches = [_swatch(kind, words, there) for kind, words, there in shown]
    weak = rx.el.span(
        rx.el.svg(rx.el.svg.circle(cx="6", cy="6", r="5"), class_name="ring", aria_hidden="true"),
        _("Something missing"),
    )
    return rx.el.div(*swatches, rx.cond(row.has_weak, weak), class_name="legend-row")


def _swatch(kind: str, words: Text, there: rx.Var[bool] | bool) -> rx.Component:
    drawn = rx.el.svg(
        rx.el.svg.rect(width="20", height="10", rx="3", class_name=kind), aria_hidden="true"
    )
    return rx.fragment(rx.cond(there, rx.el.span(drawn, words)))
