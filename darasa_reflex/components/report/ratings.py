"""Ratings with the anchor they matched, and the quotes that drove them."""

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.links import jump
from darasa_reflex.components.report.report_rows import AnchorRow, CategoryRow, QuoteRow, UnratedRow


def rating_bar(row: ObjectVar[CategoryRow]) -> rx.Component:
    """Return a category's title and rating; without a rating, the words for that."""
    return rx.el.div(
        rx.el.h3(row.title),
        rx.cond(
            row.rating != "",
            rx.el.p(
                rx.el.b(row.rating),
                rx.el.span(" out of 10"),
                rx.cond(row.spread != "", rx.el.span(", ", row.spread)),
                class_name="rating figures",
            ),
            rx.el.p(
                rx.cond(row.unsure, f"Unsure: {row.spread}", "Not enough evidence"),
                class_name="rating none",
            ),
        ),
        rx.cond(
            row.rating != "",
            rx.el.div(rx.el.div(style={"width": row.share}), class_name="bar", aria_hidden="true"),
        ),
        class_name="rating-bar",
    )


def category_card(row: ObjectVar[CategoryRow]) -> rx.Component:
    """Return a category: rating, anchor, reason, quotes, and one thing to do."""
    return rx.el.article(
        rating_bar(row),
        rx.cond(row.anchor != "", rx.el.p(row.anchor)),
        rx.el.p(row.reason, class_name="small muted"),
        rx.foreach(row.quotes, quote),
        rx.cond(row.next_step != "", rx.el.p(rx.el.b("Next: "), row.next_step, class_name="small")),
        anchor_list(row),
        class_name="card stack tight",
    )


def unrated_card(row: ObjectVar[UnratedRow]) -> rx.Component:
    """Return categories without a rating, with their common reason said once."""
    return rx.el.article(
        rx.el.p("Not enough evidence", class_name="rating none"),
        rx.cond(row.reason != "", rx.el.p(row.reason)),
        rx.foreach(
            row.next_steps, lambda step: rx.el.p(rx.el.b("Next: "), step, class_name="small")
        ),
        rx.el.ul(rx.foreach(row.categories, _unrated), class_name="unrated"),
        class_name="card stack tight",
    )


def anchor_list(row: ObjectVar[CategoryRow]) -> rx.Component:
    """Return what can be observed at each level of a category, opened on request."""
    return rx.el.details(
        rx.el.summary("How this is rated"),
        rx.el.p(row.question),
        rx.el.ol(rx.foreach(row.anchors, _anchor), class_name="anchors"),
        class_name="small",
    )


def quote(row: ObjectVar[QuoteRow]) -> rx.Component:
    """Return words of the candidate, with a link to where they were said."""
    return rx.el.figure(
        rx.el.blockquote("“", row.text, "”", dir="auto"),
        rx.el.figcaption(
            jump(row.place, to=row.address, class_name="figures"),
            rx.cond(row.shows != "", rx.el.span(" · ", row.shows)),
        ),
        class_name="quote",
    )


def _unrated(row: ObjectVar[CategoryRow]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(row.title),
        anchor_list(row),
    )


def _anchor(row: ObjectVar[AnchorRow]) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.level, class_name="figures"),
        rx.el.span(row.text, rx.cond(row.reached, " (this rating)", "")),
        class_name=rx.cond(row.reached, "reached", ""),
    )
