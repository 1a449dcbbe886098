"""Where a thing stands: a word, with a colour and a shape beside it."""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar

from darasa_reflex.components.words import gettext as _

_WORDS = (
    ("not_started", _("Not started")),
    ("running", _("Running")),
    ("interrupted", _("Interrupted")),
    ("ended", _("Ended")),
    ("connecting", _("Connecting")),
    ("connected", _("Connected")),
    ("lost", _("Connection lost")),
    ("error", _("Error")),
)
_FEEDBACK = (
    ("queued", _("Feedback waiting")),
    ("running", _("Feedback running")),
    ("ready", _("Not enough to rate")),
    ("failed", _("Feedback failed")),
)


def status_word(status: rx.Var[str]) -> rx.Component:
    """Return the word for a status of an interview or a call."""
    return rx.el.span(rx.match(status, *_WORDS, ""), class_name="status", data_status=status)


def feedback_word(status: rx.Var[str]) -> rx.Component:
    """Return the words for a feedback run without a rating, "ready" among them."""
    shape = rx.match(status, ("failed", "failed"), ("ready", "ended"), "waiting")
    return rx.el.span(rx.match(status, *_FEEDBACK, ""), class_name="status", data_status=shape)


def engine_list(sentences: ArrayVar[Sequence[str]]) -> rx.Component:
    """Return what a person should know about the engines, as one quiet line."""
    return rx.el.ul(rx.foreach(sentences, rx.el.li), class_name="engines", aria_label=_("Engines"))
