"""Where errors become words."""

import logging

import reflex as rx

from darasa_reflex.core.errors import DarasaError
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.states.events.languages import speak_to_sender
from darasa_reflex.states.events.toasts import toast

logger = logging.getLogger(__name__)

# Built-in errors of browsers. The rest of what a page tells may be a person's words, or anything.
_KINDS = ("TypeError", "ReferenceError", "RangeError", "SyntaxError", "ChunkLoadError")


def show_error(exception: Exception) -> rx.event.EventSpec:
    """Tell the person what went wrong: their error in words, ours as one plain sentence."""
    speak_to_sender()
    if isinstance(exception, DarasaError):
        return toast(exception.message)
    logger.error("unexpected %s", place_of(exception))
    return toast(DarasaError().message)


def note_page_error(exception: Exception) -> None:
    """Note that a page failed in somebody's browser, by the kind of its error alone."""
    told = str(exception)
    logger.warning("a page failed: %s", next((kind for kind in _KINDS if kind in told), "error"))
