"""What is still coming of ear and voice, used by the pages on which people type or wait."""

import reflex as rx

from darasa_reflex.components.set_up.coming import coming
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models


def coming_models() -> rx.Component:
    """Return how far they are, live; nothing once they are here."""
    return rx.el.div(coming(Models.coming), on_mount=Models.load)
