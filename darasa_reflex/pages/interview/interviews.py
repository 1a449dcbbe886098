"""/app/job-infos/[job_info_id]/interviews"""

import reflex as rx

from darasa_reflex.components.lists.interview_rows import interview_rows
from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.links import button, button_link
from darasa_reflex.components.page.notices import empty_state, skeletons, viewed
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.jobs.interviews import InterviewsState as Interviews


@page("/app/job-infos/[job_info_id]/interviews", _("Interviews"), on_load=Interviews.load)
def interviews() -> rx.Component:
    """Return the interviews of a job, newest first."""
    ready = view_of(Interviews) == "ready"
    return rx.fragment(
        title_bar(
            _("Interviews"),
            rx.cond(
                ready & (Interviews.rows.length() > 0),
                button_link(_("New interview"), f"{Interviews.job_to}/interviews/new", "primary"),
            ),
            back=(
                rx.cond(ready, Interviews.job, _("Jobs")),
                rx.cond(ready, Interviews.job_to, "/app"),
            ),
        ),
        viewed(view_of(Interviews), Interviews.refusal, _content(), skeletons("", "", "")),
    )


def _content() -> rx.Component:
    return rx.cond(
        Interviews.rows.length() > 0,
        rx.el.div(
            interview_rows(Interviews.rows),
            rx.cond(Interviews.older, button(_("Show older"), on_click=Interviews.show_older)),
            class_name="stack close",
        ),
        empty_state(
            _("No interviews for this job yet."),
            _("Each interview is listed here with its date, its length and its feedback."),
            button_link(_("Start one"), f"{Interviews.job_to}/interviews/new", "primary"),
        ),
    )
