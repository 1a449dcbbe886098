"""/app/job-infos/[job_info_id]"""

import reflex as rx

from darasa_reflex.components.forms.chips import chips
from darasa_reflex.components.lists.interview_rows import interview_rows
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import button_link, facts, link
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.interview._setup import setup
from darasa_reflex.pages.practice._so_far import shown_so_far
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.jobs.job_info import JobInfoState as Job
from darasa_reflex.states.practice.so_far import SoFarState as SoFar
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState


@page(
    "/app/job-infos/[job_info_id]",
    _("Job"),
    on_load=[Job.load, InterviewSetupState.load, SoFar.load],
)
def job_info() -> rx.Component:
    """Return the job, what was read from it, the set-up of an interview, and past interviews."""
    ready = view_of(Job) == "ready"
    return rx.fragment(
        title_bar(
            rx.cond(ready, Job.name, _("Job")),
            rx.cond(ready, rx.fragment(button_link(_("Edit"), f"{Job.address}/edit"), _delete())),
            back=(_("Jobs"), "/app"),
            subtitle=rx.cond(ready, facts(Job.facts)),
        ),
        viewed(view_of(Job), Job.refusal, _content(), skeletons("line", "tall", "")),
    )


def _content() -> rx.Component:
    return rx.el.div(
        rx.el.aside(
            section(_("New interview"), rx.el.div(setup(), class_name="card"), beside=_check()),
            class_name="side first",
        ),
        rx.el.div(
            shown_so_far(_skills()),
            _interviews(),
            section(_("Description"), rx.el.p(Job.description, class_name="prose", dir="auto")),
            class_name="stack",
        ),
        class_name="columns wide-side",
    )


def _skills() -> rx.Component:
    return rx.cond(
        Job.skills.length() > 0, section(_("You will be asked about"), chips(Job.skills))
    )


def _check() -> rx.Component:
    return link(_("Check microphone"), to=f"{Job.address}/interviews/new", class_name="small")


def _interviews() -> rx.Component:
    return section(
        _("Interviews"),
        rx.cond(
            Job.newest.length() > 0,
            interview_rows(Job.newest),
            rx.el.p(_("No interviews for this job yet."), class_name="muted"),
        ),
        beside=rx.cond(
            Job.newest.length() > 0,
            link(_("All interviews"), to=f"{Job.address}/interviews", class_name="small"),
        ),
    )


def _delete() -> rx.Component:
    return delete_dialog(
        _("Delete “{name}”?", name=Job.name),
        _("{what_goes} This cannot be undone.", what_goes=Job.what_goes),
        Job.delete,
    )
