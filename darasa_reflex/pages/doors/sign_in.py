"""/sign-in"""

import reflex as rx

from darasa_reflex.components.clerk.component import sign_in as clerks_sign_in
from darasa_reflex.components.forms.sign_in_forms import sign_in_form
from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.links import from_root
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.doors._sign_box import sign_box
from darasa_reflex.states.doors.sign_in import SignInState as SignIn


@page("/sign-in", _("Sign in"), clerk_in_main=True)
def sign_in() -> rx.Component:
    """Return what lets people in; afterwards they are where they wanted to go."""
    return rx.fragment(
        title_bar(_("Sign in")),
        sign_box(
            clerks_sign_in(
                force_redirect_url=from_root(SignIn.way_back),
                sign_up_url=from_root(SignIn.sign_up),
                sign_up_force_redirect_url=from_root(SignIn.onboarding),
            ),
            sign_in_form(SignIn.sign_up),
        ),
    )
