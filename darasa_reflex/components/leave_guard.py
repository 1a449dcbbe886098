"""Asks before a changed form is left."""

import reflex as rx
from reflex.components.component import field


class LeaveGuard(rx.NoSSRComponent):
    """A `div` around a form: whoever leaves the page after a change is asked first.

    Typing is a change, and so is pressing an element marked `data-changes`. Submitting saves,
    unless the form is marked `data-part`: then it only adds to what will be saved.
    """

    library = rx.asset("leave_guard.jsx", shared=True).importable_path
    tag = "LeaveGuard"

    question: rx.Var[str] = field(
        default=rx.Var.create("Leave this page? What you changed is not saved."),
        doc="Asked when a link is followed. Closing the tab is asked in the browser's own words.",
    )


leave_guard = LeaveGuard.create
