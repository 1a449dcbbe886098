"""/onboarding"""

import reflex as rx

from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.links import button_link
from darasa_reflex.components.page.notices import empty_state, skeletons, viewed
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.states.doors.sign_in import OnboardingState as Onboarding
from darasa_reflex.states.doors.sign_in import SignInState as SignIn
from darasa_reflex.states.events.screen import view_of


@page("/onboarding", _("Welcome"), on_load=Onboarding.load)
def onboarding() -> rx.Component:
    """Return the moment between a new account and the app."""
    return rx.fragment(
        title_bar(_("Welcome")),
        viewed(
            view_of(Onboarding),
            Onboarding.refusal,
            empty_state(
                _("You are in."),
                _("Describe the job you want, then talk with its interviewer."),
                button_link(_("Go on"), SignIn.way_back, "primary"),
            ),
            skeletons("tall"),
        ),
    )
