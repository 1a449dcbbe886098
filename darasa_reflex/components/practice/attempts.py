"""Tellings of one answer beside each other."""

from collections.abc import Callable, Sequence

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.practice.rows import FigureRow, HintRow, PieceRow, TellingRow
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


def changes(gained: rx.Var[str], left: rx.Var[str], following: rx.Var[str]) -> rx.Component:
    """Return what is new this time, what is still open, and what to do next."""
    return rx.el.div(
        rx.el.div(
            _third("found", _("New this time"), gained),
            _third("not-found", _("Still open"), left),
            _third("practise", _("Next"), following),
            class_name="three compared",
        ),
        class_name="card summary",
    )


def figures(rows: ArrayVar[Sequence[FigureRow]]) -> rx.Component:
    """Return what was measured of the first answer and the newest."""
    return rx.el.dl(rx.foreach(rows, _figure), class_name="delta")


def tellings(
    rows: ArrayVar[Sequence[TellingRow]],
    language: rx.Var[str],
    on_keep: Callable[[rx.Var[int]], EventType],
) -> rx.Component:
    """Return the tellings beside each other, each with a button that keeps it as the best.

    Args:
        rows: First, best and newest, each once.
        language: What the person answers in, as in ISO 639-1.
        on_keep: Returns the event that keeps the telling of this number.
    """
    return rx.el.div(
        rx.foreach(rows, lambda row: _telling(row, language, on_keep)), class_name="attempts"
    )


def outline(rows: ArrayVar[Sequence[HintRow]], language: rx.Var[str]) -> rx.Component:
    """Return the parts an answer to this question has, with the person's own words for them.

    Args:
        rows: In their order.
        language: Of the words, as in ISO 639-1.
    """
    return rx.el.ol(
        rx.foreach(
            rows,
            lambda row: rx.el.li(
                rx.el.b(row.name),
                rx.cond(
                    row.found,
                    rx.el.span(row.own, lang=language, dir="auto"),
                    rx.el.span(_("yours to add"), class_name="blank"),
                ),
            ),
        ),
        class_name="outline",
    )


def _third(sign: str, title: Text, text: rx.Var[str]) -> rx.Component:
    return rx.el.div(rx.el.h3(icon(sign), title), rx.el.p(text, class_name="said"), class_name=sign)


def _figure(row: ObjectVar[FigureRow]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(row.name),
        rx.el.dd(
            rx.cond(
                row.before != "",
                rx.fragment(
                    rx.el.span(row.before, class_name="muted"),
                    rx.el.span("\u2192", class_name="muted", aria_hidden="true"),
                    rx.el.span(_(" then "), class_name="unseen"),
                ),
            ),
            rx.el.b(row.now),
            rx.cond(row.unit != "", rx.el.span(row.unit, class_name="muted small")),
            rx.cond(row.note != "", rx.el.span(row.note, class_name="muted small")),
        ),
    )


def _telling(
    row: ObjectVar[TellingRow],
    language: rx.Var[str],
    on_keep: Callable[[rx.Var[int]], EventType],
) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.h3(row.name),
            rx.el.span(local_time(iso=row.at), class_name="small muted figures"),
            class_name="section-bar",
        ),
        rx.el.p(rx.foreach(row.parts, _part), class_name="parts"),
        rx.el.p(rx.foreach(row.pieces, _piece), class_name="told", lang=language, dir="auto"),
        rx.cond(row.verdict != "", _verdict(row)),
        actions(
            rx.cond(
                row.best,
                rx.el.span(_("Counts as your best"), class_name="status", data_status="ready"),
                button(_("Keep this one"), on_click=on_keep(row.number)),
            )
        ),
        class_name=rx.cond(row.best, "card attempt best", "card attempt"),
    )


def _verdict(row: ObjectVar[TellingRow]) -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(row.verdict), " ", rx.el.span(row.carried, lang=row.told_in)),
        rx.cond(
            row.missing != "",
            rx.el.p(rx.el.b(_("Still open: ")), rx.el.span(row.missing, lang=row.told_in)),
        ),
        rx.el.p(
            rx.cond(
                row.judge != "",
                _("Read by {judge}. It can be wrong.", judge=row.judge),
                _("As in your feedback."),
            ),
            class_name="hint",
        ),
        class_name="verdict stack close",
    )


def _part(row: ObjectVar[HintRow]) -> rx.Component:
    return rx.el.span(
        rx.cond(row.found, icon("found"), icon("not-found")),
        row.name,
        rx.el.span(
            rx.cond(row.found, _(" found"), _(" not found by word rules")), class_name="unseen"
        ),
        class_name=rx.cond(row.found, "part found", "part not"),
    )


def _piece(row: ObjectVar[PieceRow]) -> rx.Component:
    return rx.fragment(rx.cond(row.new, rx.el.ins(row.text), row.text), " ")
