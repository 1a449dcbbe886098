"""Clerk's own components, and the one that tells the server who is there.

A page has one `clerk_provider`; all others stand inside it. Each loads Clerk's code only where it
is rendered, so a page that renders none carries none.
"""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

from collections.abc import Mapping
from typing import Any

import reflex as rx
from reflex.components.component import field
from reflex.event import no_args_event_spec, passthrough_event_spec

from darasa_reflex.components import scripts
from darasa_reflex.components.clerk.look import LOOK
from darasa_reflex.components.page.links import from_root

_CLERK = "@clerk/react@6.18.0"


class ClerkComponent(rx.NoSSRComponent):
    """A component of `@clerk/react`. https://clerk.com/docs/reference/components (read 2026-11)."""

    library = _CLERK


class ClerkProvider(ClerkComponent):
    """Loads Clerk for the components inside. One per page."""

    tag = "ClerkProvider"

    publishable_key: rx.Var[str] = field(doc="Tells whose Clerk it is. Not empty.")
    appearance: rx.Var[Mapping[str, Any]] = field(default=rx.Var.create(LOOK))
    sign_in_url: rx.Var[str] = field(default=from_root("/sign-in"))
    sign_up_url: rx.Var[str] = field(default=from_root("/sign-up"))
    after_sign_out_url: rx.Var[str] = field(default=from_root("/"))
    telemetry: rx.Var[bool] = field(
        default=rx.Var.create(False), doc="Whether Clerk counts how its components are used."
    )


class _SignBox(ClerkComponent):
    """What the boxes of signing in and up have in common; their steps follow the `#`."""

    routing: rx.Var[str] = field(default=rx.Var.create("hash"))
    force_redirect_url: rx.Var[str] = field(doc="Where it leads afterwards: an own path.")


class SignIn(_SignBox):
    """The box to sign in with."""

    tag = "SignIn"

    sign_up_url: rx.Var[str] = field(doc="Address of the other page.")
    sign_up_force_redirect_url: rx.Var[str] = field(doc="Where a new person is led instead.")


class SignUp(_SignBox):
    """The box to make an account with."""

    tag = "SignUp"

    sign_in_url: rx.Var[str] = field(doc="Address of the other page.")
    sign_in_force_redirect_url: rx.Var[str] = field(doc="Where a known person is led instead.")


class UserButton(ClerkComponent):
    """A picture that opens the account's menu, with Sign out in it."""

    tag = "UserButton"


class PricingTable(ClerkComponent):
    """The plans that are sold, with what each includes."""

    tag = "PricingTable"

    new_subscription_redirect_url: rx.Var[str] = field(doc="Where a purchase leads afterwards.")


class Show(ClerkComponent):
    """Shows its children to some only. A courtesy of the page: the server refuses by itself."""

    tag = "Show"

    when: rx.Var[str | Mapping[str, str]] = field(
        doc='"signed-in", "signed-out", or what a plan must have: {"feature": "…"}.'
    )


class ClerkSync(rx.NoSSRComponent):
    """Keeps the server informed who is signed in, as long as the page is open. Renders nothing.

    Every fresh token of the session goes out, and again every 5 s while the server does not agree.
    An empty one tells that nobody is signed in. While Clerk cannot be asked, nothing is sent.
    """

    library = scripts.library(__file__, "clerk_sync.jsx")
    tag = "ClerkSync"
    lib_dependencies: list[str] = [_CLERK]

    standing: rx.Var[str] = field(doc='What the server holds for true: "in", "out", or empty.')
    eager: rx.Var[bool] = field(
        default=rx.Var.create(False),
        doc="Ask Clerk for a new token on mount and whenever the person comes back to the tab, "
        "for a page where plans are bought.",
    )

    on_token: rx.EventHandler[passthrough_event_spec(str)] = field(
        doc="A token for the server to check; empty when nobody is signed in."
    )
    on_failed: rx.EventHandler[no_args_event_spec] = field(
        doc="Clerk has not loaded for 10 s, or says that it cannot, while `standing` is empty."
    )


clerk_provider = ClerkProvider.create
sign_in = SignIn.create
sign_up = SignUp.create
user_button = UserButton.create
pricing_table = PricingTable.create
show = Show.create
clerk_sync = ClerkSync.create
