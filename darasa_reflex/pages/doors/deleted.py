"""/deleted"""

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button, button_link
from darasa_reflex.components.page.notices import empty_state
from darasa_reflex.components.report.receipt import left_list, removed_list
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.settings.receipt import ReceiptState as Receipt


@page("/deleted", "Account deleted")
def deleted() -> rx.Component:
    """Return what was deleted in this tab, and where."""
    return rx.fragment(
        title_bar("Account deleted"), rx.cond(Receipt.deleted_at != "", _receipt(), _nothing())
    )


def _receipt() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            "Your account was deleted on ",
            local_time(iso=Receipt.deleted_at),
            ". This page is your receipt: it is gone when you leave it, so save it if you want it.",
            class_name="prose",
        ),
        section("Deleted from this server", removed_list(Receipt.here)),
        rx.cond(
            Receipt.elsewhere.length() > 0,
            section("Deleted elsewhere", removed_list(Receipt.elsewhere)),
        ),
        rx.cond(
            Receipt.left.length() > 0,
            section("Still there, and what you can do", left_list(Receipt.left)),
        ),
        actions(
            button(
                "Save receipt",
                "primary",
                on_click=rx.download(
                    data=Receipt.text, filename=f"{brand().file_name}-receipt.txt"
                ),
            ),
            rx.cond(
                Door.kind == "open",
                button_link("Start again", "/app"),
                button_link("Go to the start page", "/"),
            ),
        ),
        class_name="stack",
    )


def _nothing() -> rx.Component:
    return empty_state(
        "There is no receipt here.",
        "A receipt is shown once, right after an account is deleted, and kept nowhere.",
        button_link("Go to the start page", "/", "primary"),
    )
