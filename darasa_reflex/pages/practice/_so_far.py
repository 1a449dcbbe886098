"""What all interviews of a job have shown so far, as the page of the job shows it."""

import reflex as rx

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.page.links import link
from darasa_reflex.components.practice.coverage import coverage_groups
from darasa_reflex.components.words import gettext as _
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.practice.so_far import SoFarState as SoFar


def shown_so_far(before: rx.Component) -> rx.Component:
    """Return it; `before` stands in its place while no interview of the job has feedback."""
    return rx.cond(
        (view_of(SoFar) == "ready") & (SoFar.groups.length() > 0),
        section(
            _("What the job asks for"),
            coverage_groups(SoFar.groups),
            beside=link(_("Your progress"), to=SoFar.progress_to, class_name="small"),
        ),
        before,
    )
