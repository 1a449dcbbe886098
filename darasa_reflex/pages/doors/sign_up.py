"""/sign-up"""

import reflex as rx

from darasa_reflex.components.clerk.component import sign_up as clerks_sign_up
from darasa_reflex.components.forms.sign_in_forms import sign_up_form
from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.links import from_root
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.doors._sign_box import sign_box
from darasa_reflex.states.doors.sign_in import SignInState as SignIn


@page("/sign-up", _("Make an account"), clerk_in_main=True)
def sign_up() -> rx.Component:
    """Return what makes an account."""
    return rx.fragment(
        title_bar(_("Make an account")),
        sign_box(
            clerks_sign_up(
                force_redirect_url=from_root(SignIn.onboarding),
                sign_in_url=from_root(SignIn.sign_in),
                sign_in_force_redirect_url=from_root(SignIn.way_back),
            ),
            sign_up_form(SignIn.sign_in),
        ),
    )
