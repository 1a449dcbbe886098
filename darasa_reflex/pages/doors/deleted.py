"""/deleted"""

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button, button_link
from darasa_reflex.components.page.notices import empty_state
from darasa_reflex.components.report.sharing.receipt import left_list, removed_list
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.settings.receipt import ReceiptState as Receipt


@page("/deleted", _("Account deleted"), on_load=Receipt.load)
def deleted() -> rx.Component:
    """Return what was deleted in this tab, and where."""
    return rx.fragment(
        title_bar(_("Account deleted")), rx.cond(Receipt.deleted_at != "", _receipt(), _nothing())
    )


def _receipt() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            *pieces(
                "Your account was deleted on {when}. This page is your receipt: it is gone when "
                "you leave it, so save it if you want it.",
                when=local_time(iso=Receipt.deleted_at),
            ),
            class_name="prose",
        ),
        section(_("Deleted from this server"), removed_list(Receipt.here)),
        rx.cond(
            Receipt.elsewhere.length() > 0,
            section(_("Deleted elsewhere"), removed_list(Receipt.elsewhere)),
        ),
        rx.cond(
            Receipt.left.length() > 0,
            section(_("Still there, and what you can do"), left_list(Receipt.left)),
        ),
        actions(
            button(
                _("Save receipt"),
                "primary",
                on_click=rx.download(
                    data=Receipt.text, filename=f"{brand().file_name}-receipt.txt"
                ),
            ),
            rx.cond(
                Door.kind == "open",
                button_link(_("Start again"), "/app"),
                button_link(_("Go to the start page"), "/"),
            ),
        ),
        class_name="stack",
    )


def _nothing() -> rx.Component:
    return empty_state(
        _("There is no receipt here."),
        _("A receipt is shown once, right after an account is deleted, and kept nowhere."),
        button_link(_("Go to the start page"), "/", "primary"),
    )
