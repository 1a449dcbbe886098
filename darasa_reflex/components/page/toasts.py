"""Sentences that come up over a page and go by themselves."""

import reflex as rx

# States send their sentences to this name.
TOASTS = "toasts"


class Toasts(rx.Component):
    """Shows what is sent to `TOASTS`. Stands once around all pages.

    What it takes is JSON of an object: `text`, and where there is a next step, `label` and `to`, a
    path of ours. Reflex's own `rx.toast` sends code instead, which the policy of pages forbids.
    """

    library = rx.asset("toasts.jsx", shared=True).importable_path
    tag = "Toasts"


toasts = Toasts.create
