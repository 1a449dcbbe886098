"""Measures over time as drawings: a line, its points, and the band of normal variation.

Each is one SVG of three paths and a rectangle, whose places the server has computed; how it looks
stands in assets/practice.css.
"""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import link
from darasa_reflex.components.practice.rows import PractisedRow, TrendRow
from darasa_reflex.components.words import gettext as _


def trends(rows: ArrayVar[Sequence[TrendRow]]) -> rx.Component:
    """Return a card for each measure."""
    return rx.el.div(rx.foreach(rows, _trend), class_name="trends")


def band_legend() -> rx.Component:
    """Return what the band in the drawings is."""
    return rx.el.p(
        rx.el.span(class_name="band-sample", aria_hidden="true"),
        _("Within your normal variation"),
        class_name="small muted legend-line",
    )


def practised(rows: ArrayVar[Sequence[PractisedRow]]) -> rx.Component:
    """Return the answers that were given again."""
    return rx.el.ul(rx.foreach(rows, _practised), class_name="rows")


def _trend(row: ObjectVar[TrendRow]) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.h3(row.title),
            rx.el.span(row.finding, class_name="finding", data_changed=row.changed),
            class_name="section-bar",
        ),
        rx.el.p(row.value, class_name="figures newest"),
        rx.el.svg(
            rx.cond(
                row.band_y != "",
                rx.el.rect(
                    x="0", y=row.band_y, width="300", height=row.band_height, class_name="band"
                ),
            ),
            rx.el.path(d=row.line, class_name="path"),
            rx.el.path(d=row.dots, class_name="dots"),
            rx.el.path(d=row.last, class_name="last"),
            view_box="0 0 300 96",
            preserve_aspect_ratio="none",
            role="img",
            aria_label=row.label,
            class_name="chart",
        ),
        rx.el.p(rx.foreach(row.ends, rx.el.span), class_name="ends small muted figures"),
        rx.el.p(row.told, class_name="small muted"),
        class_name="card trend",
    )


def _practised(row: ObjectVar[PractisedRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(link(row.question, to=row.address), lang=row.asks, dir="auto"),
            rx.el.p(row.told, class_name="small muted"),
        ),
        rx.el.span(local_time(iso=row.at), class_name="small muted"),
        class_name="row",
    )
