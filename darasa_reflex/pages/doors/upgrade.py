"""/app/upgrade"""

import reflex as rx

from darasa_reflex.components.clerk.component import pricing_table, show
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import from_root
from darasa_reflex.components.page.notices import notice, skeletons, viewed
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._doors import in_clerk
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.set_up.plan import PlanState as Plan

_HERE = "/app/upgrade"
_UNLIMITED = "unlimited_interviews"


@page(_HERE, _("Your plan"), clerk_in_main=True)
def upgrade() -> rx.Component:
    """Return what the plan includes, what of it is used, and what else there is to buy."""
    return rx.fragment(
        title_bar(_("Your plan"), back=(_("Jobs"), "/app")),
        rx.el.div(
            viewed(view_of(Plan), Plan.refusal, _plan(), skeletons("line", "line")),
            rx.match(
                Door.kind,
                ("clerk", in_clerk(_plans(), eager=True)),
                ("", rx.fragment()),
                rx.el.p(_("Limits are set by whoever runs this server."), class_name="muted"),
            ),
            class_name="stack",
        ),
    )


def _plan() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(Plan.includes)), rx.el.p(Plan.used, class_name="muted"), class_name="card"
    )


def _plans() -> rx.Component:
    return rx.cond(
        Door.standing == "in",
        section(
            _("Plans"),
            rx.el.div(
                show(_enough(), when={"feature": _UNLIMITED}),
                pricing_table(new_subscription_redirect_url=from_root(_HERE)),
                class_name="stack close",
            ),
        ),
    )


def _enough() -> rx.Component:
    return notice(
        rx.el.p(_("Your interviews are unlimited: you need no other plan for them.")),
        tone="good",
        role="note",
    )
