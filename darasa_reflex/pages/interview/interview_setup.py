"""/app/job-infos/[job_info_id]/interviews/new"""

import reflex as rx

from darasa_reflex.components.device_check.component import device_check
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.set_up.coming import coming
from darasa_reflex.components.set_up.device_rows import device_rows
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.interview._setup import FORM, setup
from darasa_reflex.pages.interview._speech_models import speech_models
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.set_up.device_check import DeviceCheckState as Check
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState as Setup
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models


@page("/app/job-infos/[job_info_id]/interviews/new", "New interview", on_load=Setup.load)
def interview_setup() -> rx.Component:
    """Return the check of devices, and what is chosen before an interview."""
    ready = view_of(Setup) == "ready"
    return rx.fragment(
        title_bar(
            "New interview",
            back=(rx.cond(ready, Setup.job, "Job infos"), rx.cond(ready, Setup.job_to, "/app")),
        ),
        viewed(view_of(Setup), Setup.refusal, _content(), skeletons("", "", "")),
    )


def _content() -> rx.Component:
    check = device_check(
        device_rows(FORM, Setup.reading, Setup.language),
        ear_pass=Check.ear_pass,
        on_reading=Check.lend_ears,
        class_name="checks card",
    )
    return rx.el.div(
        section("Check your devices", check),
        rx.el.aside(
            section(
                "Your interview",
                coming(Models.coming),
                rx.el.div(setup(), class_name="card"),
            ),
            speech_models(others_open=Setup.model != ""),
            class_name="side stack",
        ),
        class_name="columns wide-side",
    )
