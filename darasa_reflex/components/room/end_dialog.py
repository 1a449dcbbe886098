"""The question whether to end, which loses nothing that was typed."""

import reflex as rx
from reflex.event import EventType

from darasa_reflex.components.page.dialogs import dialog_title
from darasa_reflex.components.page.links import button
from darasa_reflex.components.room.dock import end_button
from darasa_reflex.components.words import gettext as _


def end_dialog(job_to: rx.Var[str], on_finish: EventType, on_discard: EventType) -> rx.Component:
    """Return the End button that asks once; the focus starts on the way to feedback.

    While something stands unsent in the answer's field, assets/room.css shows what is marked
    `draft` in place of what is marked `no-draft`.

    Args:
        job_to: Where "Save and finish later" leads.
        on_finish: Ends the interview and asks for feedback.
        on_discard: Deletes the interview.
    """
    # Pressed by the voice room once the last answer is kept.
    ending = rx.el.button(
        type="button", hidden=True, data_call="hang-up", data_call_finish="", on_click=on_finish
    )
    dialog = rx.alert_dialog.root(
        rx.alert_dialog.trigger(end_button()),
        rx.alert_dialog.content(
            dialog_title(_("End the interview?")),
            rx.alert_dialog.description(
                _("What you said is saved either way. "),
                rx.el.strong(
                    _("Your typed answer is not sent yet, and is lost if you end without it."),
                    class_name="draft",
                ),
            ),
            rx.el.div(*_endings(job_to, on_finish), class_name="stacked"),
            rx.el.div(_delete(on_discard), class_name="apart"),
            class_name="dialog end-dialog",
        ),
    )
    return rx.fragment(dialog, ending)


def _endings(job_to: rx.Var[str], on_finish: EventType) -> tuple[rx.Component, ...]:
    hang_up = {"data_call": "hang-up", "on_click": on_finish}
    finish = button(_("End interview and get feedback"), "primary", auto_focus=True, **hang_up)
    send = button(_("Send it, then end"), "primary", auto_focus=True, data_call="send-and-end")
    without = button(_("End without sending it"), **hang_up)
    later = button(_("Save and finish later"), data_call="hang-up", on_click=rx.redirect(job_to))
    return (
        rx.el.div(rx.alert_dialog.action(finish), class_name="no-draft"),
        rx.el.div(
            rx.alert_dialog.action(send), rx.alert_dialog.action(without), class_name="draft"
        ),
        rx.alert_dialog.action(later),
        rx.alert_dialog.cancel(button(_("Go on with the interview"), "plain")),
    )


def _delete(on_discard: EventType) -> rx.Component:
    """Return the way to delete the interview, which asks once more in the same place."""
    sure = button(_("Yes, delete it"), "danger", data_call="hang-up", on_click=on_discard)
    return rx.el.details(
        rx.el.summary(_("Delete this interview…")),
        rx.el.p(_("Everything said in it is gone for good."), class_name="small"),
        rx.alert_dialog.action(sure),
    )
