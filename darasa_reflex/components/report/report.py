"""A report, section by section."""

from collections.abc import Callable, Sequence

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, NumberVar, ObjectVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import button, fact_line, jump
from darasa_reflex.components.practice.links import answer_again
from darasa_reflex.components.report.counted import (
    counted_answers,
    counted_summary,
    counts,
    steps_table,
)
from darasa_reflex.components.report.ratings import category_card, quote, rating_bar, unrated_card
from darasa_reflex.components.report.report_rows import (
    AnswerRow,
    CategoryRow,
    CountRow,
    MetricRow,
    PointRow,
    ReportRow,
    RequirementRow,
    RunRow,
)


def report(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return a whole report."""
    return rx.el.div(
        rx.el.h2("Summary", class_name="unseen"),
        summary(row),
        rx.cond(row.counted, _counted(row), _judged(row)),
        _some("What the job asks for", row.coverage.length(), rx.foreach(row.coverage, _covered)),
        delivery(row.metrics.to(list[MetricRow]), row.unmeasured.to(list[MetricRow])),
        rx.cond(row.voice != "", _voice(row)),
        how_made(row),
        class_name="stack",
    )


def _counted(row: ObjectVar[ReportRow]) -> rx.Component:
    return rx.fragment(
        counted_answers(row.questions.to(list[AnswerRow])),
        steps_table(row.steps.to(list[CategoryRow])),
        rx.cond(row.counts.length() > 0, counts(row.counts.to(list[CountRow]))),
    )


def _judged(row: ObjectVar[ReportRow]) -> rx.Component:
    return rx.fragment(
        section(
            "Categories",
            rx.el.div(
                rx.foreach(row.categories, category_card),
                rx.foreach(row.unrated, unrated_card),
                class_name="stack close",
            ),
        ),
        _points("Strengths", row.strengths.to(list[PointRow])),
        _points("What to improve", row.improvements.to(list[PointRow])),
        _some("Questions", row.questions.length(), rx.foreach(row.questions, _answer)),
    )


def summary(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return the three lines to read first, and the overall rating; without ratings, why not."""
    return rx.fragment(
        rx.cond(row.counted, counted_summary(row), rx.cond(row.rated, _rated(row), _not_rated(row)))
    )


def _rated(row: ObjectVar[ReportRow]) -> rx.Component:
    return rx.el.div(
        rx.el.dl(
            _line("Strongest proof", row.strongest.text, rx.foreach(row.strongest.quotes, quote)),
            _line("Biggest gap", row.gap),
            _line("Next step", row.next_step),
            class_name="top-lines",
        ),
        rx.el.div(
            rating_bar(row.overall.to(CategoryRow)),
            rx.el.p(row.overall.reason, class_name="small muted"),
            class_name="stack tight overall",
        ),
        class_name="card summary",
    )


def _line(name: str, text: rx.Var[str], *more: rx.Component) -> rx.Component:
    return rx.el.div(rx.el.dt(name), rx.el.dd(rx.el.p(text, class_name="said"), *more))


def _not_rated(row: ObjectVar[ReportRow]) -> rx.Component:
    return rx.el.div(
        rx.el.h3("Too little said to tell"),
        rx.el.p(row.overall.reason),
        rx.el.p(rx.el.b("Next step: "), row.next_step),
        class_name="card summary stack tight",
    )


def delivery(
    metrics: ArrayVar[Sequence[MetricRow]], unmeasured: ArrayVar[Sequence[MetricRow]]
) -> rx.Component:
    """Return what was measured of the delivery, each value with how."""
    return section(
        "Delivery",
        rx.el.ul(rx.foreach(metrics, _metric), class_name="metrics"),
        rx.cond(
            unmeasured.length() > 0,
            rx.el.details(
                rx.el.summary("Not measurable in this interview"),
                rx.el.ul(rx.foreach(unmeasured, _unmeasured), class_name="made"),
            ),
        ),
    )


def _voice(row: ObjectVar[ReportRow]) -> rx.Component:
    return section(
        "How your voice came across",
        rx.el.p(row.voice_caveat, class_name="small muted"),
        rx.el.p(row.voice),
    )


def earlier_runs(
    runs: ArrayVar[Sequence[RunRow]], on_show: Callable[[rx.Var[int]], EventType]
) -> rx.Component:
    """Return the runs of an interview, each with a button that shows it; nothing for a single one.

    Args:
        runs: Newest first.
        on_show: Returns the event that shows the run of this number.
    """
    return rx.cond(
        runs.length() > 1,
        section(
            "All feedback on this interview",
            rx.el.ul(rx.foreach(runs, lambda row: _run(row, on_show)), class_name="rows"),
        ),
    )


def _run(row: ObjectVar[RunRow], on_show: Callable[[rx.Var[int]], EventType]) -> rx.Component:
    return rx.el.li(
        fact_line([local_time(iso=row.made_at), rx.el.span(row.result, class_name="figures")]),
        rx.cond(
            row.shown,
            rx.el.span("Shown here", class_name="small muted"),
            button("Show", on_click=on_show(row.run), aria_label=f"Show feedback {row.run}"),
        ),
        class_name="row",
    )


def how_made(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return how a report was made."""
    return section(
        "How this was made",
        rx.el.ul(rx.foreach(row.made, rx.el.li), class_name="made"),
    )


def _some(title: str, many: NumberVar[int], rows: rx.Component) -> rx.Component:
    return rx.cond(many > 0, section(title, rx.el.ul(rows, class_name="rows")))


def _points(title: str, points: ArrayVar[Sequence[PointRow]]) -> rx.Component:
    return _some(title, points.length(), rx.foreach(points, _point))


def _point(point: ObjectVar[PointRow]) -> rx.Component:
    return rx.el.li(rx.el.p(point.text), rx.foreach(point.quotes, quote), class_name="row filled")


def _answer(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(jump(row.question, to=row.address)),
        rx.el.p(rx.foreach(row.facts, rx.el.span), class_name="facts"),
        rx.cond(row.found != "", rx.el.p(rx.el.b("Found: "), row.found, class_name="small")),
        rx.foreach(row.quotes, quote),
        rx.cond(row.missing != "", rx.el.p(rx.el.b("Missing: "), row.missing, class_name="small")),
        rx.foreach(row.flags, _flag),
        rx.cond(
            row.stronger.length() > 0,
            rx.el.details(
                rx.el.summary("Stronger, from your own facts"),
                rx.el.ul(rx.foreach(row.stronger, rx.el.li), class_name="made"),
                class_name="small",
            ),
        ),
        answer_again(row.again, row.question),
        class_name="row filled",
    )


def _flag(flag: ObjectVar[PointRow]) -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b("Would worry an interviewer: "), flag.text),
        rx.foreach(flag.quotes, quote),
        class_name="small flag",
    )


def _covered(row: ObjectVar[RequirementRow]) -> rx.Component:
    return rx.el.li(
        fact_line([rx.el.b(row.requirement), rx.el.span(row.state, data_state=row.state)]),
        rx.foreach(row.quotes, quote),
        class_name="row filled",
    )


def _unmeasured(row: ObjectVar[MetricRow]) -> rx.Component:
    return rx.el.li(rx.el.b(row.title), ": ", row.told)


def _metric(row: ObjectVar[MetricRow]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(row.title),
        rx.el.p(row.value, class_name="value figures"),
        rx.cond(row.told != "", rx.el.p(row.told, class_name="small muted")),
        rx.el.details(
            rx.el.summary("How measured"),
            rx.el.p(row.definition),
            rx.el.p("Source: ", row.source),
            class_name="small muted",
        ),
        class_name="metric",
    )
