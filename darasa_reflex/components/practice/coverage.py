"""Requirements of a job over all its interviews, grouped by how they stand."""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.practice.rows import GroupRow


def coverage_groups(rows: ArrayVar[Sequence[GroupRow]]) -> rx.Component:
    """Return the groups beside each other, each with its number."""
    return rx.el.div(rx.foreach(rows, _group), class_name="groups")


def _group(row: ObjectVar[GroupRow]) -> rx.Component:
    names = row.names.to(list[str])
    found = (row.state == "shown") | (row.state == "named")
    return rx.el.div(
        rx.el.h3(row.title, " ", rx.el.span(names.length(), class_name="muted")),
        rx.el.ul(
            rx.foreach(
                names,
                lambda name: rx.el.li(
                    rx.cond(found, icon("found"), icon("not-found")),
                    rx.el.span(name, dir="auto"),
                    class_name="chip standing",
                    data_state=row.state,
                ),
            ),
            class_name="chips",
        ),
    )
