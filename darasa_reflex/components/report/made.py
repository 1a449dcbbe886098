"""How a report was made, and all runs of it."""

from collections.abc import Callable, Sequence

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import button, fact_line
from darasa_reflex.components.report.rows.report_rows import RunRow
from darasa_reflex.components.words import gettext as _


def how_made(lines: ArrayVar[Sequence[str]]) -> rx.Component:
    """Return how a report was made, sentence by sentence."""
    return rx.el.ul(rx.foreach(lines, rx.el.li), class_name="made")


def earlier_runs(
    runs: ArrayVar[Sequence[RunRow]], on_show: Callable[[rx.Var[int]], EventType]
) -> rx.Component:
    """Return the runs of an interview, each with a button that shows it; nothing for a single one.

    Args:
        runs: Newest first.
        on_show: Returns the event that shows the run of this number.
    """
    return rx.fragment(
        rx.cond(
            runs.length() > 1,
            rx.el.div(
                rx.el.h3(_("All feedback on this interview")),
                rx.el.ul(rx.foreach(runs, lambda row: _run(row, on_show)), class_name="rows"),
            ),
        )
    )


def _run(
    row: rx.vars.ObjectVar[RunRow], on_show: Callable[[rx.Var[int]], EventType]
) -> rx.Component:
    return rx.el.li(
        fact_line([local_time(iso=row.made_at), rx.el.span(row.result, class_name="figures")]),
        rx.cond(
            row.shown,
            rx.el.span(_("Shown here"), class_name="small muted"),
            button(
                _("Show"),
                on_click=on_show(row.run),
                aria_label=_("Show feedback {run}", run=row.run),
            ),
        ),
        class_name="row",
    )
