"""/app/job-infos/[job_info_id]/interviews/new"""

import reflex as rx

from darasa_reflex.components.headings import title_bar
from darasa_reflex.components.notices import skeletons, viewed
from darasa_reflex.pages._frame import page
from darasa_reflex.pages._setup import setup
from darasa_reflex.states.interview_setup import InterviewSetupState as Setup
from darasa_reflex.states.screen import view_of


@page("/app/job-infos/[job_info_id]/interviews/new", "New interview", on_load=Setup.load)
def interview_setup() -> rx.Component:
    """Return what is chosen before an interview, alone."""
    ready = view_of(Setup) == "ready"
    return rx.fragment(
        title_bar(
            "New interview",
            back=(rx.cond(ready, Setup.job, "Job infos"), rx.cond(ready, Setup.job_to, "/app")),
        ),
        viewed(
            view_of(Setup),
            Setup.refusal,
            rx.el.div(setup(), class_name="card narrow"),
            skeletons("", "", ""),
        ),
    )
