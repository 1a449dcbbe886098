"""What is still coming of ear and voice, live, or why it cannot come."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.words import gettext as _


@dataclass(frozen=True, slots=True)
class ComingRow:
    """Ear or voice on its way, in the words of the page.

    Attributes:
        title: What comes.
        told: How far it is.
        percent: The same, 0 to 100.
        moving: Whether it is on its way.
        trouble: Why it cannot come, and what to do; empty when nothing is wrong.
    """

    title: str
    told: str
    percent: int
    moving: bool
    trouble: str


def coming(rows: ArrayVar[Sequence[ComingRow]]) -> rx.Component:
    """Return a line for each that is not here yet; nothing once all are."""
    return rx.cond(
        rows.length() > 0,
        rx.el.ul(rx.foreach(rows, _row), class_name="coming", aria_label=_("Still coming")),
    )


def _row(row: ObjectVar[ComingRow]) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.strong(row.title), ": ", row.told, class_name="small figures"),
        rx.cond(row.moving, _bar(row)),
        rx.cond(row.trouble != "", rx.el.p(row.trouble, class_name="hint")),
        key=row.title,
    )


def _bar(row: ObjectVar[ComingRow]) -> rx.Component:
    return rx.el.div(
        rx.el.div(style={"width": f"{row.percent}%"}),
        role="progressbar",
        aria_label=row.title,
        aria_valuemin="0",
        aria_valuemax="100",
        aria_valuenow=row.percent.to_string(),
        aria_valuetext=row.told,
        class_name="progress",
    )
