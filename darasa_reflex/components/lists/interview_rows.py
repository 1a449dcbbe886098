"""Interviews in a list."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.lists.statuses import feedback_word, status_word
from darasa_reflex.components.page.links import actions, button_link, fact_line, link
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """An interview in the list.

    Attributes:
        began: When it was started, ISO 8601 in UTC.
        lasted: How long it lasted, as "03:12".
        planned: The length chosen for it, in words.
        status: A value of `InterviewStatus`.
        feedback: "queued", "running", "ready" or "failed"; empty when none was asked for.
        rating: The overall one, out of 10, as text; empty without one.
        open: Whether it can be resumed.
        address: Address of its page.
        room: Address of its room.
    """

    id: str
    began: str
    lasted: str
    planned: str
    status: str
    feedback: str
    rating: str
    open: bool
    address: str
    room: str


def interview_rows(rows: ArrayVar[Sequence[InterviewRow]]) -> rx.Component:
    """Return interviews, each with a way to its page and, if it is open, back into its room."""
    return rx.el.ul(rx.foreach(rows, _row), class_name="rows")


def _standing(row: ObjectVar[InterviewRow]) -> rx.Component:
    """Return the newest thing to know: the rating, else the feedback, else the interview."""
    rating = rx.el.span(
        *pieces("{rating} out of 10", rating=rx.el.b(row.rating)), class_name="rating figures"
    )
    told = rx.cond(
        row.open | (row.feedback == ""), status_word(row.status), feedback_word(row.feedback)
    )
    return rx.fragment(rx.cond(row.open | (row.rating == ""), told, rating))


def _row(row: ObjectVar[InterviewRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            link(local_time(iso=row.began), to=row.address, class_name="when"),
            fact_line([rx.el.span(row.lasted, class_name="figures"), row.planned]),
        ),
        actions(
            _standing(row),
            rx.cond(
                row.open,
                button_link(_("Resume"), row.room),
                button_link(_("Open"), row.address, "plain"),
            ),
        ),
        class_name="row",
        key=row.id,
    )
