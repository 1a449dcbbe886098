"""Sentences that come up over a page and go by themselves."""

import reflex as rx

from darasa_reflex.components import scripts

# States send their sentences to this name.
TOASTS = "toasts"


class Toasts(rx.Component):
    """Shows what is sent to `TOASTS`. Stands once around all pages.

    What it takes is JSON of an object: `text`, and where there is a next step, `label` and `to`, a
    path of ours. Reflex's own `rx.toast` sends code instead, which the policy of pages forbids.
    """

    library = scripts.library(__file__, "toasts.jsx")
    tag = "Toasts"


toasts = Toasts.create
