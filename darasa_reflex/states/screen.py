"""What a page shows while it loads, and when there is nothing it may show."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import reflex as rx

from darasa_reflex.core.errors import NotFound, NotSignedIn

# The browser's own address. State may still belong to the page before; then its page is loading.
_HERE = rx.Var("(typeof window === 'undefined' ? '' : window.location.pathname)", _var_type=str)


class Screen(rx.State, mixin=True):
    """A page whose content is read from the database.

    Attributes:
        view: "loading", "ready", "missing" or "closed".
        shown_for: The address whose content this is.
        refusal: Why it is closed, as a sentence.
    """

    view: rx.Field[str] = rx.field("loading")
    shown_for: rx.Field[str] = rx.field("")
    refusal: rx.Field[str] = rx.field("")


@asynccontextmanager
async def showing(screen: Screen) -> AsyncIterator[None]:
    """Load a screen; a thing that is not there, or not theirs, becomes the page's own words."""
    here = str(screen.router.url.path)
    try:
        yield
    except (NotFound, NotSignedIn) as refusal:
        screen.reset()
        screen.view = "missing" if isinstance(refusal, NotFound) else "closed"
        screen.refusal = refusal.message
    else:
        screen.view = "ready"
    screen.shown_for = here


def view_of(screen: type[Screen]) -> rx.Var[str]:
    """Return how a screen's page stands for the address that the browser shows."""
    return rx.cond(screen.shown_for == _HERE, screen.view, "loading")
