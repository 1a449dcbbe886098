"""What to practise after an interview: at most two answers, and a new one about what was open."""

from collections.abc import Sequence

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import button
from darasa_reflex.components.practice.links import answer_again
from darasa_reflex.components.practice.rows import ExerciseRow
from darasa_reflex.components.words import gettext as _


def next_steps(
    exercises: ArrayVar[Sequence[ExerciseRow]],
    gaps: rx.Var[str],
    on_practise: EventType[()],
    refusal: rx.Component,
) -> rx.Component:
    """Return what to practise next; nothing where nothing was left open.

    Args:
        exercises: Answers to give again.
        gaps: What a new interview would begin with, as a sentence; empty: nothing.
        on_practise: Starts that interview.
        refusal: Why it could not be started.
    """
    begin = rx.el.li(
        rx.el.div(rx.el.h3(_("Then a new interview")), rx.el.p(gaps, class_name="small muted")),
        button(_("Practise the gaps"), on_click=on_practise),
        refusal,
        class_name="row",
    )
    return rx.cond(
        (exercises.length() > 0) | (gaps != ""),
        section(
            _("Practise next"),
            rx.el.ol(
                rx.foreach(exercises, _exercise),
                rx.cond(gaps != "", begin),
                class_name="rows exercises",
            ),
        ),
    )


def _exercise(row: ObjectVar[ExerciseRow]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(row.question, lang=row.asks, dir="auto"),
        rx.el.p(
            rx.cond(row.told != "", rx.el.span(row.told, " ", class_name="told")),
            answer_again(row.address, row.question, row.asks, class_name="target"),
            class_name="small muted",
        ),
        class_name="row",
    )
