"""The way in, on every page: Clerk around its parts, and the end of the header."""

import reflex as rx

from darasa_reflex.components.clerk.component import clerk_provider, clerk_sync, show, user_button
from darasa_reflex.components.forms.sign_in_forms import sign_out_form
from darasa_reflex.components.page.links import link
from darasa_reflex.components.page.notices import sign_in_from_here
from darasa_reflex.components.words import gettext as _
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.set_up.plan import PlanState as Plan

Shown = rx.Component | rx.Var[rx.Component]


def in_clerk(*children: rx.Component, eager: bool = False) -> rx.Component:
    """Return parts of a page that Clerk draws, and what tells the server who is signed in.

    Exactly one per page, and only rendered where people come in by Clerk.

    Args:
        children: What stands inside.
        eager: See `ClerkSync`.
    """
    return clerk_provider(
        clerk_sync(
            standing=Door.standing,
            eager=eager,
            on_token=Door.take_token,
            on_failed=Door.cannot_load,
        ),
        *children,
        publishable_key=Door.publishable_key,
    )


def corner(*, clerk_in_main: bool) -> rx.Component:
    """Return the end of the header: the plan, and the account or the way to one.

    Args:
        clerk_in_main: Whether the page's main part holds Clerk already, and the way in.
    """
    way_in = rx.fragment() if clerk_in_main else sign_in_from_here(_("Sign in"), "site-link")
    clerks = rx.fragment() if clerk_in_main else in_clerk(show(user_button(), when="signed-in"))
    forms = rx.cond(Plan.view == "ready", sign_out_form(), rx.cond(Plan.view == "closed", way_in))
    return rx.fragment(
        rx.cond(Plan.badge != "", link(Plan.badge, to="/app/upgrade", class_name="plan-badge")),
        rx.match(
            Door.kind,
            ("clerk", _corner(clerks, rx.cond(Door.standing == "out", way_in))),
            ("form", _corner(forms)),
            rx.fragment(),
        ),
    )


def _corner(*children: Shown) -> rx.Component:
    return rx.el.div(*children, class_name="corner")
