"""The answers of an interview, each with what was found in it marked in its own words."""

from collections.abc import Callable, Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import actions, jump
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.practice.links import answer_again
from darasa_reflex.components.report.answers.cards import card_list
from darasa_reflex.components.report.answers.hearing import hear_answer, hear_from
from darasa_reflex.components.report.rows.answer_rows import (
    AnswerRow,
    CountRow,
    NoteRow,
    OutlineRow,
    PartRow,
    PassageRow,
    PieceRow,
    SegmentRow,
)
from darasa_reflex.components.report.sharing.take_along import copy_button
from darasa_reflex.components.words import gettext as _


def answers(
    rows: ArrayVar[Sequence[AnswerRow]],
    below: Callable[[ObjectVar[AnswerRow]], rx.Component],
    *,
    counted: rx.Var[bool],
    transcript: str,
) -> rx.Component:
    """Return each answer as a card that opens; one is open at a time.

    Args:
        rows: The answers, in order.
        below: Returns what stands at the end of the card of an answer.
        counted: Whether word rules read them, which is told.
        transcript: Id of the element that holds the whole transcript; empty where there is none.
    """
    whole = jump(_("Full transcript"), to=f"#{transcript}", class_name="text-button")
    return section(
        _("Your answers"),
        rx.cond(
            counted,
            rx.el.p(
                _(
                    "A dash means that our word rules found no such words. Read the answer and "
                    "judge for yourself."
                ),
                class_name="small muted told",
            ),
        ),
        card_list(rx.foreach(rows, lambda row: _answer(row, below)), class_name="answers"),
        beside=whole if transcript else None,
    )


def answer_actions(row: ObjectVar[AnswerRow]) -> rx.Component:
    """Return what can be done with an answer."""
    return actions(
        answer_again(row.again, row.question, row.asks),
        copy_button(_("Copy answer"), row.plain),
        rx.cond(row.outline != "", copy_button(_("Copy outline"), row.outline)),
        jump(_("In the transcript"), to=row.turn, class_name="text-button"),
        jump(_("Back to the top"), to="#in-short", class_name="text-button up"),
    )


def _answer(
    row: ObjectVar[AnswerRow], below: Callable[[ObjectVar[AnswerRow]], rx.Component]
) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.el.span(row.number, class_name="num", aria_hidden="true"),
            rx.el.h3(
                rx.el.span(row.name, ": ", class_name="unseen"),
                rx.el.span(row.question, lang=row.asks, dir="auto"),
            ),
            rx.el.span(rx.foreach(row.parts.to(list[PartRow]), _part), class_name="parts"),
            rx.el.span(row.seconds, class_name="took small muted figures"),
        ),
        rx.el.div(
            rx.el.div(_said(row), _notes(row), class_name="read", id=row.key),
            rx.cond(row.stronger.length() > 0, _stronger(row)),
            rx.cond(row.counts.length() > 0, counts(row.counts.to(list[CountRow]))),
            below(row),
            class_name="answer-body",
        ),
        class_name="answer",
        custom_attrs={"name": "answers"},
    )


def counts(rows: ArrayVar[Sequence[CountRow]]) -> rx.Component:
    """Return what was counted, each thing under its name."""
    return rx.el.dl(
        rx.foreach(rows, lambda row: rx.el.div(rx.el.dt(row.name), rx.el.dd(row.told))),
        class_name="counts",
    )


def _part(row: ObjectVar[PartRow]) -> rx.Component:
    return rx.el.span(
        rx.cond(row.found, icon("found"), icon("not-found")),
        row.name,
        rx.el.span(row.told, class_name="unseen"),
        class_name=rx.cond(row.found, "part found", "part not"),
    )


def _said(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.div(
        rx.foreach(row.passages.to(list[PassageRow]), _passage),
        rx.cond(
            row.passages.length() == 0,
            rx.el.p(
                rx.cond(
                    row.withheld,
                    _("The words of this answer are not shared."),
                    _("Nothing was said."),
                ),
                class_name="muted",
            ),
        ),
        class_name="said-text",
    )


def _passage(row: ObjectVar[PassageRow]) -> rx.Component:
    pieces = rx.foreach(row.pieces.to(list[PieceRow]), _piece)
    labels = rx.foreach(row.labels.to(list[str]), lambda label: rx.el.span(label, class_name="tag"))
    return rx.cond(
        row.speaker == "actor",
        rx.el.div(
            rx.el.p(pieces, labels, lang=row.language, dir="auto"),
            hear_answer(row),
        ),
        rx.el.p(
            rx.el.span(_("Interviewer: "), class_name="unseen"),
            pieces,
            dir="auto",
            class_name="asked",
        ),
    )


def _piece(row: ObjectVar[PieceRow]) -> rx.Component:
    marked = rx.el.mark(rx.el.sup(row.note), row.text, class_name=rx.cond(row.worry, "gap", ""))
    return rx.fragment(rx.cond(row.note != "", marked, row.text))


def _notes(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.ul(
        rx.foreach(row.notes.to(list[NoteRow]), _note),
        rx.cond(row.carried != "", _aside("found", row.carried, row.told_in)),
        rx.cond(row.missing != "", _aside("not-found", row.missing, row.told_in)),
        rx.cond(row.note != "", rx.el.li(icon("not-found"), row.note, class_name="aside")),
        class_name="margin",
    )


def _note(row: ObjectVar[NoteRow]) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.number),
        rx.el.span(
            row.text,
            hear_from(row),
        ),
        class_name=rx.cond(row.worry, "gap", ""),
    )


def _aside(sign: str, text: rx.Var[str], language: rx.Var[str]) -> rx.Component:
    """Return what a judge says of an answer as a whole."""
    lead = _("Missing: ") if sign == "not-found" else _("Carries it: ")
    return rx.el.li(
        icon(sign), rx.el.span(lead, rx.el.span(text, lang=language)), class_name=f"aside {sign}"
    )


def _stronger(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.div(
        rx.el.h4(_("Stronger, from your own facts")),
        rx.el.ol(rx.foreach(row.stronger.to(list[OutlineRow]), lambda one: _line(one, row))),
        class_name="stronger",
    )


def _line(row: ObjectVar[OutlineRow], answer: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.part),
        rx.el.span(
            rx.foreach(row.segments.to(list[SegmentRow]), _segment),
            dir="auto",
            lang=answer.spoken_in,
        ),
    )


def _segment(row: ObjectVar[SegmentRow]) -> rx.Component:
    return rx.el.span(row.text, class_name=rx.cond(row.blank, "blank", ""))
