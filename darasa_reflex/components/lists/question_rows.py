"""Questions of a person's own in a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import gettext as _


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a person's own.

    Attributes:
        when: For which jobs and where in the interview it is asked, as a phrase; may be empty.
        follow_up: What is asked next; may be empty.
    """

    id: str
    text: str
    when: str
    follow_up: str


def question_rows(
    rows: ArrayVar[Sequence[QuestionRow]], on_remove: Callable[[rx.Var[str]], EventType]
) -> rx.Component:
    """Return questions in their order, each with what removes it."""
    return rx.el.ol(rx.foreach(rows, lambda row: _row(row, on_remove(row.id))), class_name="rows")


def _row(row: ObjectVar[QuestionRow], on_remove: EventType) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.text, dir="auto"),
            rx.cond(row.follow_up != "", rx.el.p(_("Then: "), row.follow_up, class_name="small")),
            rx.cond(row.when != "", rx.el.p(row.when, class_name="facts")),
        ),
        rx.el.button(
            icon("close"),
            rx.el.span(_("Remove: {text}", text=row.text), class_name="unseen"),
            type="button",
            on_click=on_remove,
            class_name="icon-button",
        ),
        class_name="row",
        key=row.id,
    )
