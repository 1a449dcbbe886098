"""Asks before a changed form is left, and keeps what was typed if the page goes all the same."""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

from typing import Any

import reflex as rx
from reflex.components.component import field
from reflex.event import EventSpec

from darasa_reflex.components import scripts
from darasa_reflex.components.words import gettext as _


class LeaveGuard(rx.NoSSRComponent):
    """A `div` around a form: whoever leaves the page after a change is asked first.

    Typing is a change, and so is pressing an element marked `data-changes`. Submitting saves,
    unless the form is marked `data-part`: then it only adds to what will be saved.

    What is typed is also kept in this tab, under the address and `draft`, until the page is left.
    A page that was loaded anew, or whose server was, has it in its fields before it is drawn, and
    `on_draft` gets it: the values by their fields' names, and those marked `data-draft` as a list
    under that name. One that was changed after it was drawn is listed under `data-draft-changed`
    instead, and what stood there before under `data-draft-before`, where it has such names.

    A form that is submitted carries these lists too, each as JSON, and `opened`: what it saves is
    what the page shows, also where the server began anew since and knows nothing of it.

    A form with `on_draft` that is submitted while `draft` is still empty is held until it is there:
    nothing is saved without what was kept.
    """

    library = scripts.library(__file__, "leave_guard.jsx")
    tag = "LeaveGuard"

    question: rx.Var[str] = field(
        default=_("Leave this page? What you changed is not saved."),
        doc="Asked when a link is followed. Closing the tab is asked in the browser's own words.",
    )
    opened: rx.Var[int] = field(
        default=rx.Var.create(1),
        doc="Names an opening of the form: another one makes its fields anew.",
    )
    asked_for: rx.Var[str] = field(
        default=rx.Var.create(""),
        doc="Another word asks a form that stands what is in it: `on_draft` gets it, and `opened`. "
        "Of one that is new and was not opened it gets the same, with 0.",
    )
    fills: rx.Var[dict[str, str]] = field(
        default=rx.Var.create({}),
        doc="Texts that are offered for fields, by their names. One that somebody is in, or in "
        "which stands anything but what was offered last, is left alone.",
    )
    draft: rx.Var[str] = field(
        default=rx.Var.create(""), doc="Whose form it is, as a word; empty: nothing is kept."
    )

    saved: rx.Var[int] = field(
        default=rx.Var.create(0),
        doc="Counts what was saved on a page that stays: with a larger number the draft is gone.",
    )

    on_draft: rx.EventHandler[rx.event.passthrough_event_spec(dict[str, Any])]


leave_guard = LeaveGuard.create


def forget_draft(draft: str, address: str) -> EventSpec:
    """Return what removes a draft, also while no guard stands: the name it has in the browser.

    For a page that leads on: Reflex loads a page anew with it. One that stays counts `saved`.
    """
    return rx.remove_session_storage(f"draft {draft} {address.rstrip('/')}")
