"""/app/job-infos/new and /app/job-infos/[job_info_id]/edit"""

import reflex as rx

from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.jobs._job_form import job_form
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState as Form


@page("/app/job-infos/new", _("Add a job"), on_load=Form.begin)
def job_info_new() -> rx.Component:
    """Return the empty form."""
    return _form(_("Add a job"), job_form(Form.save, "/app"))


@page("/app/job-infos/[job_info_id]/edit", _("Edit the job"), on_load=Form.load)
def job_info_edit() -> rx.Component:
    """Return the form with what was kept."""
    return _form(_("Edit the job"), job_form(Form.save_changes, Form.way_back, save=_("Save")))


def _form(title: Text, form: rx.Component) -> rx.Component:
    return rx.fragment(
        title_bar(title, back=(_("Jobs"), "/app")),
        viewed(view_of(Form), Form.refusal, form, skeletons("", "", "tall")),
    )
