"""The room as a picture, for people who have not been in it."""

import reflex as rx

from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.room.presence import presence
from darasa_reflex.components.words import gettext as _

_PIPS = ("done", "done", "now", "", "", "", "", "")
_BAR = ("mic", "pause", "again", "keyboard")


def room_picture(question: str) -> rx.Component:
    """Return the room while the interviewer asks a question; nothing in it can be pressed."""
    return rx.el.div(
        rx.el.div(
            rx.el.span(_("Question {number} of {of}", number=3, of=8)),
            rx.el.span(*[rx.el.i(class_name=pip) for pip in _PIPS], class_name="pips"),
            rx.el.span(_("{minutes} min left", minutes=7)),
            class_name="picture-top",
        ),
        presence(),
        rx.el.p(question, class_name="question"),
        rx.el.div(
            *[rx.el.span(icon(name)) for name in _BAR],
            rx.el.span(icon("phone"), class_name="end"),
            class_name="picture-bar",
        ),
        role="img",
        aria_label=_("The interview room. The interviewer asks: {question}", question=question),
        data_interviewer="speaking",
        class_name="room-picture",
    )
