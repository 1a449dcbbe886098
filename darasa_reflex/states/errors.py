"""Where errors become words."""

import logging

import reflex as rx

from darasa_reflex.core.errors import DarasaError
from darasa_reflex.core.logs import place_of

logger = logging.getLogger(__name__)


def show_error(exception: Exception) -> rx.event.EventSpec:
    """Tell the person what went wrong: their error in words, ours as one plain sentence."""
    if isinstance(exception, DarasaError):
        return rx.toast.error(exception.message)
    logger.error("unexpected %s", place_of(exception))
    return rx.toast.error(DarasaError.message)
