"""What the job asks for, in groups: what was shown, what was asked for, what nobody asked about."""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import jump
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.report.rows.report_rows import ChipRow, GroupRow
from darasa_reflex.components.words import gettext as _


def requirements(groups: ArrayVar[Sequence[GroupRow]]) -> rx.Component:
    """Return the groups; a requirement that was shown leads to the answer that shows it."""
    return rx.fragment(
        rx.cond(
            groups.length() > 0,
            section(
                _("What the job asks for"),
                rx.el.div(rx.foreach(groups, _group), class_name="groups"),
            ),
        )
    )


def _group(row: ObjectVar[GroupRow]) -> rx.Component:
    chips = row.chips.to(list[ChipRow])
    return rx.el.div(
        rx.el.h3(row.title, " ", rx.el.span(row.count, class_name="muted figures")),
        rx.el.ul(
            rx.foreach(chips, lambda chip: _chip(chip, row)),
            class_name="chips",
        ),
    )


def _chip(row: ObjectVar[ChipRow], group: ObjectVar[GroupRow]) -> rx.Component:
    sign = rx.match(
        group.state, ("shown", icon("found")), ("open", icon("not-found")), icon("later")
    )
    words = rx.cond(row.address != "", jump(row.text, to=row.address), rx.el.span(row.text))
    return rx.el.li(sign, words, class_name="chip", data_state=group.state)
