"""Links from a report to practice."""

import reflex as rx

from darasa_reflex.components.page.links import link
from darasa_reflex.components.words import gettext as _


def answer_again(
    address: rx.Var[str], question: rx.Var[str], asks: rx.Var[str], class_name: str = "button"
) -> rx.Component:
    """Return the way to give one answer again; nothing where there is no address.

    Args:
        address: See `addresses.answer_again`; empty where nothing was answered.
        question: What was asked, so that a screen reader tells one link from another.
        asks: Its language, as in ISO 639-1.
        class_name: How it looks.
    """
    words = rx.fragment(
        _("Answer again"), rx.el.span(": ", rx.el.span(question, lang=asks), class_name="unseen")
    )
    return rx.cond(address != "", link(words, to=address, class_name=class_name))
