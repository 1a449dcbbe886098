"""What to read if only three lines are read."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.links import jump
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.report.rows.report_rows import HeadRow, ReportRow, WayRow
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


def headline(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return what worked, what was missing and one exercise; or why nothing can be told."""
    return rx.el.section(
        rx.el.h2(_("In short"), class_name="unseen"),
        rx.cond(row.untold != "", _untold(row), _told(row)),
        rx.cond(row.unseen != "", rx.el.p(row.unseen, class_name="small muted foot")),
        class_name="card headline",
        id="in-short",
    )


def _told(row: ObjectVar[ReportRow]) -> rx.Component:
    worked = rx.cond(row.counted, _("What our word rules found"), _("What worked"))
    missing = rx.cond(row.counted, _("What they did not find"), _("What was missing"))
    return rx.el.div(
        _third("found", worked, row.worked),
        _third("not-found", missing, row.missing),
        _third("practise", _("One exercise for tomorrow"), row.exercise),
        class_name="three",
    )


def _untold(row: ObjectVar[ReportRow]) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h3(icon("not-found"), row.untold),
            rx.el.p(row.why_untold, class_name="said"),
            class_name="not-found",
        ),
        _third("practise", _("Next time"), row.exercise),
        class_name="three two",
    )


def _third(sign: str, title: Text, head: Any) -> rx.Component:  # noqa: ANN401 (a Var of a HeadRow)
    row: ObjectVar[HeadRow] = head
    return rx.fragment(
        rx.cond(
            row.text != "",
            rx.el.div(
                rx.el.h3(icon(sign), title),
                rx.el.p(row.text, class_name="said", lang=row.language),
                rx.el.p(rx.foreach(row.ways.to(list[WayRow]), _way), class_name="ways"),
                class_name=sign,
            ),
        )
    )


def _way(row: ObjectVar[WayRow]) -> rx.Component:
    return jump(row.text, to=row.address, class_name="text-button")
