"""Signing in and up: where it leads afterwards."""

from urllib.parse import urlencode

import reflex as rx
from reflex.event import EventSpec
from reflex.istate.data import ReflexURL

from darasa_reflex.core.paths import own_path
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of


class SignInState(rx.State):
    """Where the pages to sign in and up lead. Each passes the way back on to the others."""

    @rx.var(initial_value="/app")
    def way_back(self) -> str:
        """The page that asked for a sign-in; one of ours."""
        return _way_back(self.router.url)

    @rx.var(initial_value="/sign-in")
    def sign_in(self) -> str:
        """Address of the page to sign in."""
        return _leading_to("/sign-in", self.way_back)

    @rx.var(initial_value="/sign-up")
    def sign_up(self) -> str:
        """Address of the page to make an account."""
        return _leading_to("/sign-up", self.way_back)

    @rx.var(initial_value="/onboarding")
    def onboarding(self) -> str:
        """Where a new person is welcomed."""
        return _leading_to("/onboarding", self.way_back)


class OnboardingState(Screen, rx.State):
    """The welcome of a new person."""

    @rx.event
    async def load(self) -> EventSpec | None:
        """Lead on as soon as the person is known; no message of an identity provider is needed."""
        async with showing(self):
            await actor_of(self)
            return rx.redirect(_way_back(self.router.url), replace=True)


def _way_back(here: ReflexURL) -> str:
    return own_path(here.query_parameters.get("next", ""))


def _leading_to(page: str, way_back: str) -> str:
    return f"{page}?{urlencode({'next': way_back})}"
