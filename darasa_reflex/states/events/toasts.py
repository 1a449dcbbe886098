"""What a person is told over the page, whatever it shows."""

import json

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.page.toasts import TOASTS


def toast(text: str, *, label: str = "", to: str = "") -> EventSpec:
    """Return the event that tells a person something went another way than they wished.

    Args:
        text: One or two plain sentences.
        label: Of the button that leads to the next step; empty: there is none.
        to: Where it leads, a path of ours.
    """
    return rx.set_value(TOASTS, json.dumps({"text": text, "label": label, "to": to}))
