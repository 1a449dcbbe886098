"""What a page shows while it loads, and when there is nothing it may show."""

import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import reflex as rx

from darasa_reflex.core.errors import DarasaError, NotFound, NotSignedIn
from darasa_reflex.states.events.door import DoorState, states_of_ours
from darasa_reflex.states.events.tabs.returned_tabs import RETURNED

# As whole numbers a browser can tell apart.
MOST_OPENINGS = 2**52
# The browser's own address. State may still belong to the page before; then its page is loading.
_HERE = rx.Var("(typeof window === 'undefined' ? '' : window.location.pathname)", _var_type=str)


class Screen(rx.State, mixin=True):
    """A page whose content is read from the database.

    Attributes:
        view: "loading", "ready", "missing", "closed" to who is not signed in, or "refused".
        shown_for: The address whose content this is.
        refusal: Why it is closed, as a sentence.
    """

    view: rx.Field[str] = rx.field("loading")
    shown_for: rx.Field[str] = rx.field("")
    refusal: rx.Field[str] = rx.field("")
    # The line on which its content was read.
    _line: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether its content stands on the page that the browser shows."""
        return self.view == "ready" and self.shown_for == str(self.router.url.path)

    @property
    def was_cut_off(self) -> bool:
        """Whether the page loads again only because its line broke; what is typed in it stands."""
        return self.is_shown and self._line != self.router.session.session_id

    @property
    def is_unknown_here(self) -> bool:
        """Whether it stands in its tab, and this server has never read it: it began anew since."""
        line, page = self.router.session.session_id, str(self.router.url.path)
        return self._line == "" and RETURNED.stands(line, page)

    @property
    def stands(self) -> bool:
        """Whether the page stands in its tab, with what is typed in it."""
        return self.was_cut_off or self.is_unknown_here


@asynccontextmanager
async def showing(screen: Screen) -> AsyncGenerator[None]:
    """Load a screen; a thing that is not there, or not theirs, becomes the page's own words.

    What else goes wrong is told beside the page, and who came back keeps what stands in it.
    """
    try:
        yield
    except (NotFound, NotSignedIn) as refusal:
        shut(screen, refusal)
    except Exception:
        RETURNED.leave(screen.router.session.session_id, screen.get_full_name())
        raise
    else:
        screen.view, screen.shown_for = "ready", str(screen.router.url.path)
        screen._line = screen.router.session.session_id


def another_opening() -> int:
    """Return what no opening of a page was named before, by this server or another; never 0."""
    return 1 + secrets.randbelow(MOST_OPENINGS)


def shut(screen: Screen, refusal: DarasaError) -> None:
    """Show a refusal instead of the page."""
    screen.reset()
    views = ((NotFound, "missing"), (NotSignedIn, "closed"))
    screen.view = next((view for kind, view in views if isinstance(refusal, kind)), "refused")
    screen.refusal, screen.shown_for = refusal.message, str(screen.router.url.path)


async def begin_anew(state: rx.State) -> None:
    """Note that the browser has loaded the whole page: nothing stands on it any more."""
    for kind in states_of_ours():
        if issubclass(kind, Screen):
            (await state.get_state(kind)).shown_for = ""


def view_of(screen: type[Screen]) -> rx.Var[str]:
    """Return how a screen's page stands for the address that the browser shows.

    "closed" becomes "signed-out" where people can sign in, "unreachable" where that cannot load,
    and "loading" until the sign-in provider has told this page who is there. "refused" is closed
    whoever is signed in.
    """
    refused = rx.cond(screen.view == "refused", "closed", screen.view)
    view = rx.cond(screen.view == "closed", _closed(), refused)
    return rx.cond(screen.shown_for == _HERE, view, "loading")


def _closed() -> rx.Var[str]:
    told = rx.cond(DoorState.standing == "unreachable", "unreachable", "loading")
    with_clerk = rx.cond(DoorState.standing == "out", "signed-out", told)
    signs_in = rx.cond(DoorState.kind == "form", "signed-out", "loading")
    without = rx.cond(DoorState.kind == "open", "closed", signs_in)
    return rx.cond(DoorState.kind == "clerk", with_clerk, without)
