"""What rules counted: steps in place of ratings, and answers by their parts."""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import actions, jump
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.practice.links import answer_again
from darasa_reflex.components.report.ratings import quote
from darasa_reflex.components.report.report_rows import (
    AnswerRow,
    CategoryRow,
    CountRow,
    PartRow,
    ReportRow,
)


def counted_summary(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return what was found most, what was not found, one exercise, and what rules cannot see."""
    return rx.el.div(
        rx.el.div(
            rx.cond(
                row.top_count != "", _third("found", "What our word rules found", row.top_count)
            ),
            rx.cond(row.gap != "", _third("not-found", "What they did not find", row.gap)),
            _third("practise", "One exercise for tomorrow", row.next_step),
            class_name="three",
        ),
        rx.el.p(row.unseen, class_name="small muted unseen-line"),
        class_name="card summary",
    )


def steps_table(rows: ArrayVar[Sequence[CategoryRow]]) -> rx.Component:
    """Return the categories, each with its step and the counts it follows from."""
    return section(
        "By category",
        rx.el.p("What word cues can find, not a mark.", class_name="small muted"),
        rx.el.table(
            rx.el.caption("What was found by category", class_name="unseen"),
            rx.el.tbody(rx.foreach(rows, _step)),
            class_name="scale",
        ),
    )


def counted_answers(rows: ArrayVar[Sequence[AnswerRow]]) -> rx.Component:
    """Return each answer with its parts; opened, with the sentences and words behind them."""
    return section(
        "Your answers",
        rx.el.p(
            "A dash means that our rules found no such words. Read the answer and judge for "
            "yourself.",
            class_name="small muted",
        ),
        rx.el.div(rx.foreach(rows, _answer), class_name="stack tight"),
    )


def counts(rows: ArrayVar[Sequence[CountRow]]) -> rx.Component:
    """Return what was counted over all answers."""
    return section("Your words, counted", rx.el.dl(rx.foreach(rows, _count), class_name="counts"))


def _third(sign: str, title: str, text: rx.Var[str]) -> rx.Component:
    return rx.el.div(rx.el.h3(icon(sign), title), rx.el.p(text, class_name="said"), class_name=sign)


def _step(row: ObjectVar[CategoryRow]) -> rx.Component:
    marks = rx.foreach(row.steps, lambda filled: rx.el.i(class_name=rx.cond(filled, "on", "off")))
    return rx.el.tr(
        rx.el.th(row.title, rx.el.span(row.reason, class_name="why"), scope="row"),
        rx.el.td(
            rx.cond(row.found != "", rx.el.span(marks, class_name="steps3", aria_hidden="true")),
            class_name="mark-col",
        ),
        rx.el.td(rx.cond(row.found != "", row.found, "\u2013"), class_name="num-col"),
    )


def _answer(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.el.span(row.number, class_name="num", aria_hidden="true"),
            rx.el.h3(rx.el.span("Answer ", row.number, ": ", class_name="unseen"), row.question),
            rx.el.span(rx.foreach(row.parts, _part), class_name="parts"),
            rx.el.span(row.seconds, class_name="took small muted figures"),
        ),
        rx.el.div(
            rx.cond(row.note != "", rx.el.p(row.note)),
            rx.el.p(jump("Read the answer", to=row.address), class_name="small"),
            rx.foreach(row.parts, _quoted),
            rx.el.dl(rx.foreach(row.counts, _count), class_name="counts"),
            actions(answer_again(row.again, row.question)),
            class_name="answer-body",
        ),
        class_name="answer",
    )


def _part(row: ObjectVar[PartRow]) -> rx.Component:
    return rx.el.span(
        rx.cond(row.found, icon("found"), icon("not-found")),
        row.name,
        rx.el.span(rx.cond(row.found, " found", " not found by word rules"), class_name="unseen"),
        class_name=rx.cond(row.found, "part found", "part not"),
    )


def _quoted(row: ObjectVar[PartRow]) -> rx.Component:
    return rx.foreach(row.quotes, quote)


def _count(row: ObjectVar[CountRow]) -> rx.Component:
    return rx.el.div(rx.el.dt(row.name), rx.el.dd(row.told))
