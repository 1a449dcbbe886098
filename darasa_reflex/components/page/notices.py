"""What a page shows when it has nothing to show: skeletons, empty states, refusals, notices."""

from typing import Literal

import reflex as rx

from darasa_reflex.components.page.links import actions, button_link, jump, link
from darasa_reflex.components.words import Text, pieces
from darasa_reflex.components.words import gettext as _
from darasa_reflex.settings import settings

Tone = Literal["", "good", "warning", "danger"]
Role = Literal["status", "alert", "note"]

# The page to sign in, which leads back here. Not a link of the server's making: it is the browser
# that knows the page's address.
_SIGN_IN = rx.Var(
    "('/sign-in?next=' + encodeURIComponent(typeof window === 'undefined' ? '/app' "
    f": window.location.pathname.slice({len(settings().path)}) + window.location.search))",
    _var_type=str,
)


def empty_state(title: Text, text: Text, *way_on: rx.Component) -> rx.Component:
    """Return what a place is for and the one thing to do there."""
    return rx.el.div(rx.el.h2(title), rx.el.p(text), *way_on, class_name="empty")


def not_found_state() -> rx.Component:
    """Return the answer to an address that leads nowhere, or to somebody else's thing."""
    return rx.el.div(
        rx.el.h2(_("We could not find that.")),
        rx.el.p(_("It may have been deleted, or the address is not complete.")),
        button_link(_("Go to your jobs"), "/app", "primary"),
        class_name="empty lost",
        role="alert",
    )


def closed_state(message: rx.Var[str]) -> rx.Component:
    """Return why a person may not see a page, in the words of the refusal."""
    return rx.el.div(
        rx.el.h2(_("This page is not open to you.")),
        rx.el.p(message),
        button_link(_("Go to the start page"), "/", "primary"),
        class_name="empty lost",
        role="alert",
    )


def signed_out_state() -> rx.Component:
    """Return the way to sign in, and from there back to this page."""
    return rx.el.div(
        rx.el.h2(_("Please sign in first.")),
        rx.el.p(_("Then you are back on this page, and all that was saved is here.")),
        sign_in_from_here(_("Sign in"), "button primary"),
        class_name="empty lost",
        role="alert",
    )


def sign_in_from_here(words: Text, class_name: str) -> rx.Component:
    """Return a link to the page to sign in, which leads back to the page it is followed from."""
    return link(words, to=_SIGN_IN, class_name=class_name)


def unreachable_state() -> rx.Component:
    """Return what can be done when the sign-in provider's scripts do not load."""
    return rx.el.div(
        rx.el.h2(_("The sign-in service is not loading.")),
        rx.el.p(
            _(
                "It comes from another address than this page. A content blocker in your browser, "
                "or your connection, may hold it back. What you said before is saved."
            )
        ),
        actions(_reload("button primary"), button_link(_("Go to the start page"), "/")),
        class_name="empty lost",
        role="alert",
    )


def _reload(class_name: str = "target") -> rx.Component:
    return jump(_("Reload"), to="", class_name=class_name)


def notice(*children: rx.Component, tone: Tone = "", role: Role = "status") -> rx.Component:
    """Return a message in the page; the words must carry the tone as well."""
    return rx.el.div(*children, class_name="notice", data_tone=tone, role=role)


def skeletons(*shapes: Literal["", "line", "tall"]) -> rx.Component:
    """Return grey shapes of what is coming; they appear after 300 ms, and words after 12 s."""
    return rx.el.div(
        *[rx.el.div(class_name=f"skeleton {shape}") for shape in shapes],
        rx.el.span(_("Loading"), class_name="unseen"),
        rx.el.p(
            *pieces("This takes longer than usual. {reload}", reload=_reload()), class_name="late"
        ),
        class_name="skeletons",
        role="status",
    )


def viewed(
    view: rx.Var[str], message: rx.Var[str], content: rx.Component, loading: rx.Component
) -> rx.Component:
    """Return the content of a page, or what stands in for it.

    Args:
        view: "ready", "missing", "closed", "signed-out", "unreachable", or anything else while
            loading.
        message: Why it is closed.
        content: Shown when ready.
        loading: Skeletons in the shape of the content.
    """
    return rx.fragment(
        rx.match(
            view,
            ("ready", content),
            ("missing", not_found_state()),
            ("closed", closed_state(message)),
            ("signed-out", signed_out_state()),
            ("unreachable", unreachable_state()),
            loading,
        )
    )
