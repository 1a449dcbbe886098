"""What the pages to sign in and to make an account have in common."""

import reflex as rx

from darasa_reflex.components.page.links import button_link
from darasa_reflex.components.page.notices import empty_state, skeletons, unreachable_state
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._doors import in_clerk
from darasa_reflex.states.doors.sign_in import SignInState as SignIn
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.set_up.plan import PlanState as Plan


def sign_box(clerks: rx.Component, form: rx.Component) -> rx.Component:
    """Return what lets people in here, however that is.

    Args:
        clerks: Clerk's own box.
        form: For accounts that this server keeps itself.
    """
    return rx.el.div(
        rx.match(
            Door.kind,
            ("clerk", in_clerk(_loaded(clerks))),
            ("form", rx.cond(Plan.view == "ready", _in(), form)),
            ("open", _open()),
            skeletons("tall"),
        ),
        class_name="sign-box",
    )


def _loaded(clerks: rx.Component) -> rx.Component:
    return rx.fragment(
        rx.match(
            Door.standing,
            ("unreachable", unreachable_state()),
            ("", skeletons("tall")),
            rx.fragment(),
        ),
        clerks,
    )


def _in() -> rx.Component:
    return empty_state(
        _("You are signed in."),
        _("To use another account, sign out first."),
        button_link(_("Go on"), SignIn.way_back, "primary"),
    )


def _open() -> rx.Component:
    return empty_state(
        _("Nobody needs to sign in here."),
        _("This server is for the person at the computer it runs on."),
        button_link(_("Go to your jobs"), "/app", "primary"),
    )
