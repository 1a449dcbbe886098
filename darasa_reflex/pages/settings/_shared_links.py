"""The part of Settings about links to reports."""

import reflex as rx

from darasa_reflex.components.report.sharing.sharing import link_list
from darasa_reflex.components.words import gettext as _
from darasa_reflex.states.settings.shared_links import SharedLinksState as Links


def shared_links() -> rx.Component:
    """Return all links to reports that work, with the way to revoke each."""
    return rx.el.div(
        rx.el.p(
            _(
                "Who has a link can read that report until the link ends, or until you revoke it. "
                "You make one in a report, under “Share with a coach”."
            ),
            class_name="hint",
        ),
        link_list(Links.rows, Links.revoke, of_all=True),
        rx.cond(Links.rows.length() == 0, rx.el.p(_("No link works at the moment."))),
        class_name="card stack close",
    )
