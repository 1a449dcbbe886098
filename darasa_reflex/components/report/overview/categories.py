"""The categories in one compact table: a rating with its spread, or a step of three."""

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.report.answers.answers import counts
from darasa_reflex.components.report.rows.answer_rows import CountRow
from darasa_reflex.components.report.rows.report_rows import AnchorRow, CategoryRow, ReportRow
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


def categories(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return the table, with more behind it; nothing where nothing can be told."""
    rows = row.categories.to(list[CategoryRow])
    return rx.fragment(
        rx.cond(
            rows.length() > 0,
            section(
                _("By category"),
                rx.el.table(
                    rx.el.caption(_("What was found by category"), class_name="unseen"),
                    rx.foreach(rows, _category),
                    class_name="scale",
                ),
                _behind(row),
                beside=rx.el.span(row.rated_how, class_name="small muted"),
            ),
        )
    )


def _behind(row: ObjectVar[ReportRow]) -> rx.Component:
    words = counts(row.counts.to(list[CountRow]))
    return rx.el.div(
        _more(_("What else worked"), row.also.to(list[str]), row.language),
        _more(_("What else to practise"), row.more.to(list[str]), row.language),
        rx.cond(row.counts.length() > 0, more(_("Your words, counted"), words)),
        _rated(row),
        class_name="behind",
    )


def more(title: Text, *children: rx.Component) -> rx.Component:
    """Return what is opened on request."""
    return rx.el.details(rx.el.summary(title), *children, class_name="more")


def anchor_list(row: ObjectVar[CategoryRow]) -> rx.Component:
    """Return what can be observed at each level of a category."""
    return rx.el.div(
        rx.el.h3(row.title),
        rx.el.p(row.question),
        rx.el.ol(rx.foreach(row.anchors.to(list[AnchorRow]), _anchor), class_name="anchors"),
        class_name="small",
    )


def _category(row: ObjectVar[CategoryRow]) -> rx.Component:
    return rx.el.tbody(
        rx.el.tr(
            rx.el.th(row.title, scope="row"),
            rx.el.td(
                rx.cond(row.found != "", _steps(row)),
                rx.cond(row.rating != "", _band(row)),
                class_name="mark-col",
            ),
            rx.el.td(_value(row), class_name="num-col"),
        ),
        rx.cond(
            row.reason != "",
            rx.el.tr(rx.el.td(row.reason, col_span=3, class_name="why", lang=row.language)),
        ),
    )


def _value(row: ObjectVar[CategoryRow]) -> rx.Component:
    spread = rx.cond(row.spread != "", rx.el.span(row.spread, class_name="muted"))
    return rx.fragment(
        rx.cond(
            row.rating != "",
            rx.fragment(row.rating, spread),
            rx.cond(
                row.unsure,
                rx.fragment(_("Unsure"), spread),
                rx.cond(row.found != "", row.found, "\u2013"),
            ),
        )
    )


def _steps(row: ObjectVar[CategoryRow]) -> rx.Component:
    marks = rx.foreach(row.steps, lambda filled: rx.el.i(class_name=rx.cond(filled, "on", "off")))
    return rx.el.span(marks, class_name="steps3", aria_hidden="true")


def _band(row: ObjectVar[CategoryRow]) -> rx.Component:
    rect = rx.el.svg.rect
    return rx.el.svg(
        rect(x="0", y="3", width="100%", height="8", rx="4", class_name="track"),
        rect(x=row.low, y="3", width=row.width, height="8", class_name="spread"),
        rect(x=row.place, y="0", width="4", height="14", rx="2", class_name="tick"),
        class_name="band",
        aria_hidden="true",
    )


def _more(title: Text, lines: rx.vars.ArrayVar[list[str]], language: rx.Var[str]) -> rx.Component:
    listed = rx.el.ul(rx.foreach(lines, rx.el.li), class_name="made", lang=language)
    return rx.fragment(rx.cond(lines.length() > 0, more(title, listed)))


def _rated(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return how a judge that understands rates; also where rules counted, which says so."""
    lists = rx.el.div(
        rx.foreach(row.rubric.to(list[CategoryRow]), anchor_list), class_name="stack close"
    )
    counted = rx.el.p(
        _(
            "With a language model each category is rated by these levels. Without one, words are "
            "counted and nothing is rated."
        ),
        class_name="small muted",
    )
    return more(_("How each is rated"), rx.cond(row.counted, counted), lists)


def _anchor(row: ObjectVar[AnchorRow]) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.level, class_name="figures"),
        rx.el.span(row.text, rx.cond(row.reached, _(" (this rating)"), "")),
        class_name=rx.cond(row.reached, "reached", ""),
    )
