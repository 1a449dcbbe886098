"""/app/job-infos/[job_info_id]/interviews/new"""

import reflex as rx

from darasa_reflex.components.device_check.component import device_check
from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.room.presence import presence
from darasa_reflex.components.set_up.coming import coming
from darasa_reflex.components.set_up.device_rows import check_tile, device_rows, start_actions
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.interview._setup import setup, start_button
from darasa_reflex.pages.interview._speech_models import speech_models
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.set_up.device_check import DeviceCheckState as Check
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState as Setup
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models


@page("/app/job-infos/[job_info_id]/interviews/new", _("New interview"), on_load=Setup.load)
def interview_setup() -> rx.Component:
    """Return one card: the interviewer, what is chosen, the microphone, and Start."""
    ready = view_of(Setup) == "ready"
    return rx.fragment(
        title_bar(
            _("New interview"),
            back=(rx.cond(ready, Setup.job, _("Jobs")), rx.cond(ready, Setup.job_to, "/app")),
        ),
        viewed(view_of(Setup), Setup.refusal, _content(), skeletons("", "", "")),
    )


def _content() -> rx.Component:
    check = device_check(
        device_rows(Setup.reading, Setup.language, _listening()),
        start_actions(start_button()),
        ear_pass=Check.ear_pass,
        on_reading=Check.lend_ears,
        class_name="checks",
    )
    return rx.fragment(
        rx.el.div(
            rx.el.div(
                presence(),
                rx.el.div(
                    rx.el.h2(_("Your interviewer")),
                    rx.el.p(
                        _("Reads the posting. Waits while you think."), class_name="small muted"
                    ),
                ),
                class_name="ready-face",
                data_interviewer="waiting",
            ),
            rx.el.div(setup(check), class_name="ready-body"),
            class_name="card ready",
        ),
        speech_models(others_open=Setup.model != ""),
    )


def _listening() -> rx.Component:
    """Return whether the person can be heard, and what is still coming."""
    return rx.cond(
        Models.coming.length() > 0,
        check_tile("ear", _("Better listening"), coming(Models.coming)),
        rx.cond(
            Models.hears,
            check_tile(
                "ear",
                _("Listening"),
                rx.el.p(_("Ready"), role="status", class_name="status", data_tone="good"),
            ),
        ),
    )
