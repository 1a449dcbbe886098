"""What surrounds every page: skip link, header, main, footer."""

from collections.abc import Sequence

import reflex as rx

from darasa_reflex.components.page.links import jump, link
from darasa_reflex.components.page.theme import icon


def frame(
    content: rx.Component, menu: Sequence[tuple[str, str]], corner: rx.Component
) -> rx.Component:
    """Return a whole page.

    Args:
        content: The page's own part.
        menu: Words and addresses of the menu; empty: there is none.
        corner: The end of the header: who is there.
    """
    links = [link(words, to=to, class_name="site-link") for words, to in menu]
    return rx.fragment(
        jump("Skip to content", to="#content", class_name="skip"),
        rx.el.header(
            rx.el.div(
                link(_logo(), rx.el.span("Darasa"), to="/", class_name="brand"),
                rx.el.nav(*links, aria_label="Main") if links else rx.fragment(),
                corner,
                _theme_switch(),
                class_name="site-bar",
            ),
            rx.connection_banner(_lost_line()),
            class_name="site-header",
        ),
        rx.el.main(content, id="content", tab_index=-1, class_name="page"),
        rx.el.footer(
            rx.el.p("Practice, not a forecast: Darasa never predicts whether you get a job."),
            class_name="site-footer",
        ),
    )


def _lost_line() -> rx.Component:
    return rx.el.p(
        rx.el.b("No connection to the server. "),
        "Darasa keeps trying, and what was saved is safe. If this stays, open Darasa at the "
        "address it was set up for.",
        role="alert",
        class_name="lost-line",
    )


def _logo() -> rx.Component:
    speech = (
        "M9 3h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-8l-6.3 4.7A1 1 0 0 1 7 27.9v-4.2"
        "A6 6 0 0 1 3 18V9a6 6 0 0 1 6-6Z"
    )
    voice = (
        "M9 11a1.5 1.5 0 0 1 3 0v5a1.5 1.5 0 0 1-3 0Zm5.5-2.5a1.5 1.5 0 0 1 3 0v10"
        "a1.5 1.5 0 0 1-3 0ZM20 11a1.5 1.5 0 0 1 3 0v5a1.5 1.5 0 0 1-3 0Z"
    )
    return rx.el.svg(
        rx.el.path(d=speech, class_name="ground"),
        rx.el.path(d=voice, class_name="ink"),
        view_box="0 0 32 32",
        aria_hidden="true",
    )


def _theme_switch() -> rx.Component:
    return rx.el.button(
        rx.el.span(icon("moon"), class_name="in-light"),
        rx.el.span(icon("sun"), class_name="in-dark"),
        type="button",
        on_click=rx.toggle_color_mode,
        aria_label="Switch between light and dark",
        class_name="icon-button",
    )
