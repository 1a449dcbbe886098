"""Measured delivery: small drawings beside each other, and how each was measured."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.report.overview.categories import more
from darasa_reflex.components.report.rows.measured_rows import (
    BarRow,
    DeliveryRow,
    MetricRow,
    TileRow,
)
from darasa_reflex.components.words import gettext as _


def delivery(measured: Any) -> rx.Component:  # noqa: ANN401 (a Var of a DeliveryRow)
    """Return what was measured of the delivery; where nothing was, why."""
    row: ObjectVar[DeliveryRow] = measured
    swatch = rx.el.svg(
        rx.el.svg.rect(width="20", height="10", rx="2", class_name="usual"), aria_hidden="true"
    )
    legend = rx.el.div(rx.el.span(swatch, _("usual range")), class_name="legend-row")
    return section(
        _("Delivery, measured"),
        rx.cond(
            row.why_none != "",
            rx.el.p(row.why_none, class_name="muted"),
            rx.el.dl(rx.foreach(row.tiles.to(list[TileRow]), _tile), class_name="multiples"),
        ),
        more(
            _("How each is measured"),
            rx.el.ul(rx.foreach(row.metrics.to(list[MetricRow]), _metric), class_name="made"),
        ),
        beside=rx.cond(row.usual, legend),
    )


def _tile(row: ObjectVar[TileRow]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(row.title),
        rx.el.dd(
            rx.el.b(row.value),
            " ",
            rx.el.small(row.unit),
            rx.cond(row.place != "", _scale(row)),
            rx.cond(row.bars.length() > 0, _bars(row)),
            rx.cond(row.told != "", rx.el.small(row.told, class_name="under")),
        ),
    )


def _scale(row: ObjectVar[TileRow]) -> rx.Component:
    rect = rx.el.svg.rect
    return rx.el.svg(
        rect(x=row.usual, y="3", width=row.usual_width, height="10", rx="2", class_name="usual"),
        rx.el.svg.line(x1="0", x2="100%", y1="8", y2="8", class_name="base"),
        rect(x=row.low, y="6.5", width=row.width, height="3", rx="1.5", class_name="between"),
        rx.el.svg.circle(cx=row.place, cy="8", r="5.5", class_name="here"),
        aria_hidden="true",
    )


def _bars(row: ObjectVar[TileRow]) -> rx.Component:
    return rx.el.svg(rx.foreach(row.bars.to(list[BarRow]), _bar), aria_hidden="true")


def _bar(row: ObjectVar[BarRow]) -> rx.Component:
    return rx.el.svg.rect(
        x=row.x,
        y=row.y,
        width=row.width,
        height=row.height,
        rx="1.5",
        class_name=rx.cond(row.most, "most", "other"),
    )


def _metric(row: ObjectVar[MetricRow]) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.title, ": ", row.value, ". "),
        rx.cond(row.told != "", rx.el.span(row.told, " ")),
        row.definition,
        _(" Source: "),
        row.source,
    )
