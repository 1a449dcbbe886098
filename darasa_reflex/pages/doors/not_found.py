"""Every address that leads nowhere."""

import reflex as rx

from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.notices import not_found_state
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page


@page("404", _("Not found"))
def not_found() -> rx.Component:
    """Return the way back to pages that exist."""
    return rx.fragment(title_bar(_("Page not found")), not_found_state())
