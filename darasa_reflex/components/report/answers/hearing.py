"""Hearing an answer again: from its beginning, or from the second of a quote."""

import reflex as rx
from reflex.components.component import field
from reflex.vars import ObjectVar

from darasa_reflex.components import scripts
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.links import actions
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.report.rows.answer_rows import NoteRow, PassageRow
from darasa_reflex.components.words import gettext as _


class HearAnswer(rx.Component):
    """A button that plays a recording, and the browser's own player once it was pressed.

    Its children are two pictures: of what plays, and of what pauses. What the address asks for goes
    with a cookie; where Clerk keeps the sign-ins, with its newest token; in a tab that has the link
    to a report, with the secret of that. One recording plays at a time.
    """

    library = scripts.library(__file__, "hearing.jsx")
    tag = "HearAnswer"

    sound: rx.Var[str] = field(doc="Address of the recording.")
    lasts: rx.Var[str] = field(doc='How long it is, "00:42".')


class HearFrom(rx.Component):
    """A button that has the `HearAnswer` of the same recording play from a place in it."""

    library = scripts.library(__file__, "hearing.jsx")
    tag = "HearFrom"

    sound: rx.Var[str] = field(doc="Address of the recording.")
    second: rx.Var[float] = field(doc="Where it is to begin.")
    at: rx.Var[str] = field(doc='That place on the clock of the interview, "03:12".')


def hear_answer(row: ObjectVar[PassageRow]) -> rx.Component:
    """Return what plays a turn; nothing where there is no recording of it."""
    player = HearAnswer.create(icon("play"), icon("pause"), sound=row.sound, lasts=row.lasts)
    return rx.cond(row.sound != "", player)


def hear_from(row: ObjectVar[NoteRow]) -> rx.Component:
    """Return when something was said; where there is a recording, as a button that plays it."""
    button = HearFrom.create(icon("play"), sound=row.sound, second=row.second, at=row.at)
    when = rx.el.span(" ", row.at, class_name="muted figures")
    return rx.cond(row.at != "", rx.cond(row.sound != "", button, when))


def recordings(told: rx.Var[str], on_delete: rx.event.EventType[()]) -> rx.Component:
    """Return what is recorded of an interview, with a button that deletes it.

    Args:
        told: How much it is.
        on_delete: Deletes all of it.
    """
    return rx.el.div(
        rx.el.p(told, class_name="prose"),
        rx.el.p(
            _(
                "Only you can hear them, and whoever you send a link that includes them. They are "
                "deleted with this interview."
            ),
            class_name="prose muted",
        ),
        actions(
            delete_dialog(
                _("Delete the recordings of this interview?"),
                _("The transcript and the feedback stay. This cannot be undone."),
                on_delete,
                _("Delete the recordings"),
            )
        ),
        class_name="card stack close",
    )
