"""The button that downloads everything of a person."""

import reflex as rx

from darasa_reflex.components.forms.native_form import native_form
from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.words import gettext as _

_TOLD = {
    "wrong": {
        "exporting": _("A copy is being downloaded already. When it is done, you can get another."),
        "export_ended": _(
            "Your sign-in had ended, so there was no download. Sign in and try again."
        ),
    }
}


def export_form() -> rx.Component:
    """Return the button; why there was no file stands above it."""
    return native_form(
        actions(button(_("Export everything"), type="submit")),
        action="/export",
        told=_TOLD,
        fetches=True,
    )
