"""What surrounds every page: skip link, header, main, footer."""

from collections.abc import Sequence

import reflex as rx

from darasa_reflex.brand.brand import DARK_LOGO, LOGO, Brand, brand
from darasa_reflex.brand.sign import BUBBLE, VOICE, first
from darasa_reflex.components.page.branded import FOLDER
from darasa_reflex.components.page.languages.language_choice import OFFERS, language_choice
from darasa_reflex.components.page.links import from_root, jump, link
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


def frame(
    content: rx.Component,
    menu: Sequence[tuple[Text, str]],
    corner: rx.Component,
    *,
    languages: bool = False,
) -> rx.Component:
    """Return a whole page.

    Args:
        content: The page's own part.
        menu: Words and addresses of the menu; empty: there is none.
        corner: The end of the header: who is there.
        languages: Whether the language may be changed at its end, where there are several.
    """
    links = [link(words, to=to, class_name="site-link") for words, to in menu]
    return rx.fragment(
        jump(_("Skip to content"), to="#content", class_name="skip"),
        rx.el.header(
            rx.el.div(
                link(*_sign(), rx.el.span(brand().name), to="/", class_name="brand"),
                rx.el.nav(*links, aria_label=_("Main")) if links else rx.fragment(),
                corner,
                _theme_switch(),
                class_name="site-bar",
            ),
            rx.connection_banner(_lost_line()),
            class_name="site-header",
        ),
        rx.el.main(content, id="content", tab_index=-1, class_name="page"),
        _foot(brand(), languages=languages and OFFERS),
    )


def _foot(own: Brand, *, languages: bool) -> rx.Component:
    promise = _(
        "Practice, not a forecast: {brand} never predicts whether you get a job.", brand=own.name
    )
    links = [rx.el.a(words, href=to) for words, to in own.links.items()]
    if own.support_address:
        links.append(rx.el.a(_("Help"), href=own.support_address))
    return rx.el.footer(
        rx.el.p(promise),
        *([rx.el.p(own.note)] if own.note else []),
        *([language_choice("languages")] if languages else []),
        *([rx.el.nav(*links, aria_label=_("About {brand}", brand=own.name))] if links else []),
        class_name="site-footer",
    )


def _lost_line() -> rx.Component:
    return rx.el.p(
        rx.el.b(_("No connection to the server. ")),
        _(
            "{brand} keeps trying, and what was saved is safe. If this stays, open it at the "
            "address it was set up for.",
            brand=brand().name,
        ),
        role="alert",
        class_name="lost-line",
    )


def _sign() -> list[rx.Component]:
    """Return the sign that stands before the name: ours, the brand's own, or a letter."""
    own = brand()
    if own.folder is None:
        return [_logo()]
    names = [name for name in (LOGO, DARK_LOGO) if own.file(name)]
    if not names:
        return [_letter(first(own.name))]
    themes = ("in-light", "in-dark") if len(names) > 1 else ("",)
    return [
        rx.el.img(src=from_root(f"/{FOLDER}/{name}"), alt="", class_name=theme)
        for name, theme in zip(names, themes, strict=False)
    ]


def _letter(letter: str) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.rect(width="32", height="32", rx="8", class_name="ground"),
        rx.el.svg.text(letter, x="16", y="22.5", text_anchor="middle", class_name="ink letter"),
        view_box="0 0 32 32",
        aria_hidden="true",
    )


def _logo() -> rx.Component:
    return rx.el.svg(
        rx.el.path(d=BUBBLE, class_name="ground"),
        rx.el.path(d=VOICE, class_name="ink"),
        view_box="0 0 32 32",
        aria_hidden="true",
    )


def _theme_switch() -> rx.Component:
    return rx.el.button(
        rx.el.span(icon("moon"), class_name="in-light"),
        rx.el.span(icon("sun"), class_name="in-dark"),
        type="button",
        on_click=rx.toggle_color_mode,
        aria_label=_("Switch between light and dark"),
        class_name="icon-button",
    )
