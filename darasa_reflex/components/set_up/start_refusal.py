"""Why an interview may not be started, and what to do instead."""

import reflex as rx

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import actions, button_link
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces

UPGRADE = "/app/upgrade"


def start_refusal(
    sentence: rx.Var[str],
    frees_at: rx.Var[str],
    used_up: rx.Var[bool],
    upgradable: rx.Var[bool],
    interviews_to: str | rx.Var[str],
) -> rx.Component:
    """Return a refusal with its next step. It stands in the page before there is one.

    Args:
        sentence: For the person; empty when nothing is refused.
        frees_at: When the next start is possible, in ISO 8601; empty when time does not help.
        used_up: Whether a limit is the reason.
        upgradable: Whether another plan helps.
        interviews_to: Address of the interviews of the job.
    """
    when = rx.el.p(
        *pieces("Next start possible: {when}.", when=local_time(iso=frees_at)), class_name="hint"
    )
    return rx.el.div(
        rx.el.p(sentence, role="alert", class_name="wrong"),
        rx.cond(frees_at != "", when),
        rx.cond(
            used_up,
            actions(
                rx.cond(upgradable, button_link(_("Upgrade"), UPGRADE)),
                button_link(_("See your interviews"), interviews_to),
            ),
        ),
        class_name="field",
    )
