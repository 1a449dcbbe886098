"""Headings: the one h1 of a page with its way back and its buttons, and sections."""

import reflex as rx

from darasa_reflex.components.page.links import actions, link
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import language as page_language


def title_bar(
    title: str | rx.Var[str],
    *buttons: rx.Component,
    back: tuple[str | rx.Var[str], str | rx.Var[str]] | None = None,
    subtitle: rx.Component | str | rx.Var[str] | None = None,
    language: rx.Var[str] | str | None = None,
) -> rx.Component:
    """Return the head of a page: exactly one per page, because it holds the h1.

    Args:
        title: The h1.
        buttons: What can be done here, beside the title.
        back: Words and address of the page above this one.
        subtitle: One line under the title.
        language: Of the title, as in ISO 639-1. None: the one of the page.
    """
    above = [link(icon("back"), back[0], to=back[1], class_name="back")] if back else []
    below = [rx.el.div(subtitle, class_name="subtitle")] if subtitle is not None else []
    return rx.el.div(
        rx.el.div(
            *above,
            rx.el.h1(title, lang=page_language() if language is None else language, dir="auto"),
            *below,
        ),
        *([actions(*buttons)] if buttons else []),
        class_name="title-bar",
    )


def section(
    title: str | rx.Var[str], *children: rx.Component, beside: rx.Component | None = None
) -> rx.Component:
    """Return a part of a page under an h2; `beside` stands at the end of the heading's line."""
    head = rx.el.h2(title)
    return rx.el.section(
        rx.el.div(head, beside, class_name="section-bar") if beside is not None else head,
        *children,
        class_name="section",
    )
