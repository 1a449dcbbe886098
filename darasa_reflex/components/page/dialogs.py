"""Dialogs that ask before something is gone."""

import reflex as rx
from reflex.event import EventType

from darasa_reflex.components.page.links import Kind, actions, button
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _

DELETE = _("Delete")


def dialog_title(words: str | rx.Var[str]) -> rx.Component:
    """Return the heading of a dialog: an h2, since the page has its h1 already."""
    return rx.alert_dialog.title(words, custom_attrs={"as": "h2"})


def delete_dialog(
    question: str | rx.Var[str],
    what_goes: Text,
    on_delete: EventType,
    words: Text = DELETE,
    kind: Kind = "danger plain",
    *,
    label: rx.Var[str] | None = None,
) -> rx.Component:
    """Return a button that deletes, and asks first; the focus starts on Cancel.

    Args:
        question: Names what will be deleted.
        what_goes: What goes with it.
        on_delete: Deletes it.
        words: Of the button.
        kind: How the button looks.
        label: What the button is called where several stand in a list. None: by its words.
    """
    return rx.alert_dialog.root(
        rx.alert_dialog.trigger(
            button(words, kind, **({"aria_label": label} if label is not None else {}))
        ),
        rx.alert_dialog.content(
            dialog_title(question),
            rx.alert_dialog.description(what_goes),
            actions(
                rx.alert_dialog.cancel(button(_("Cancel"))),
                rx.alert_dialog.action(button(words, "danger primary", on_click=on_delete)),
            ),
            class_name="dialog",
        ),
    )
