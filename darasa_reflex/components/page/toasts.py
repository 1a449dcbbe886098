"""Sentences that come up over a page and go by themselves."""

from pathlib import Path

import reflex as rx

from darasa_reflex.components.files import shared

# States send their sentences to this name.
TOASTS = "toasts"


class Toasts(rx.Component):
    """Shows what is sent to `TOASTS`. Stands once around all pages.

    What it takes is JSON of an object: `text`, and where there is a next step, `label` and `to`, a
    path of ours. Reflex's own `rx.toast` sends code instead, which the policy of pages forbids.
    """

    library = shared(__name__, Path(__file__).with_name("toasts.jsx")).importable_path
    tag = "Toasts"


toasts = Toasts.create
