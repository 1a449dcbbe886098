"""/app/progress and /app/job-infos/[job_info_id]/progress"""

import reflex as rx
from reflex.vars import ArrayVar

from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import button_link
from darasa_reflex.components.page.notices import empty_state, notice, skeletons, viewed
from darasa_reflex.components.practice.coverage import coverage_groups
from darasa_reflex.components.practice.trends import band_legend, practised, trends
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.practice.progress import ProgressState as Progress


@page("/app/progress", _("Progress"), menu=_("Progress"), on_load=Progress.load)
def progress() -> rx.Component:
    """Return how all interviews of a person go."""
    return _page()


@page("/app/job-infos/[job_info_id]/progress", _("Progress"), on_load=Progress.load_job)
def progress_in_job() -> rx.Component:
    """Return how the interviews of one job go."""
    return _page()


def _page() -> rx.Component:
    ready = view_of(Progress) == "ready"
    return rx.fragment(
        title_bar(
            _("Progress"),
            rx.cond(ready, _jobs()),
            subtitle=rx.cond(ready & (Progress.reports != ""), rx.el.p(Progress.reports)),
        ),
        viewed(view_of(Progress), Progress.refusal, _content(), skeletons("line", "tall", "tall")),
    )


def _jobs() -> rx.Component:
    return rx.el.div(
        rx.el.label(_("Job"), html_for="job", class_name="unseen"),
        rx.el.select(
            rx.foreach(Progress.jobs, _job),
            id="job",
            class_name="input",
            value=Progress.chosen,
            on_change=Progress.choose,
        ),
        class_name="field",
    )


def _job(choice: ArrayVar[list[str]]) -> rx.Component:
    return rx.el.option(choice[1], value=choice[0])


def _content() -> rx.Component:
    return rx.cond(
        Progress.reports == "",
        empty_state(
            _("Nothing to compare yet"),
            _(
                "Hold an interview and get its feedback. From the third on, a change can be told "
                "from chance."
            ),
            button_link(_("Go to your jobs"), Progress.job_to, "primary"),
        ),
        rx.el.div(
            rx.cond(
                Progress.early != "",
                notice(
                    rx.el.p(Progress.early),
                    button_link(_("Practise again"), Progress.job_to),
                    role="note",
                ),
            ),
            rx.cond(Progress.trends.length() > 0, _trends()),
            rx.cond(
                Progress.groups.length() > 0,
                section(_("What the job asks for"), coverage_groups(Progress.groups)),
            ),
            rx.cond(
                Progress.practised.length() > 0,
                section(_("Answers you gave again"), practised(Progress.practised)),
            ),
            class_name="stack",
        ),
    )


def _trends() -> rx.Component:
    return section(
        _("Over your interviews"),
        trends(Progress.trends),
        rx.el.p(
            _(
                "The newer half of your interviews is compared with the older half. Of twenty "
                "measures that have not changed, about one looks changed by chance."
            ),
            class_name="hint",
        ),
        beside=band_legend(),
    )
