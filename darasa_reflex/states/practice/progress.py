"""How a person's interviews go over time."""

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.practice.rows import GroupRow, PractisedRow, TrendRow
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext
from darasa_reflex.features.practice.progress.service import Overview, Practised
from darasa_reflex.features.practice.progress.trend import LEAST
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address, id_of
from darasa_reflex.states.practice.group_rows import groups
from darasa_reflex.states.practice.trend_rows import trend_row
from darasa_reflex.wiring import services

# The value of the choice "All jobs".
ALL = "all"
_LONGEST_QUESTION = 160


class ProgressState(Screen, rx.State):
    """A cache of the progress in one job, or in all.

    Attributes:
        jobs: Values and words of the jobs that can be chosen.
        chosen: The value that is chosen.
        reports: How many interviews have a report, in words.
        early: What it takes to tell a change, as a sentence; empty once there is enough.
        trends: Of all that was measured more than once.
        groups: Requirements of the job by how they stand; empty over all jobs.
        practised: Answers that were given again.
        job_to: Address of the job; of all jobs where none is chosen.
    """

    jobs: rx.Field[list[list[str]]] = rx.field(default_factory=list)
    chosen: rx.Field[str] = rx.field(ALL)
    reports: rx.Field[str] = rx.field("")
    early: rx.Field[str] = rx.field("")
    trends: rx.Field[list[TrendRow]] = rx.field(default_factory=list)
    groups: rx.Field[list[GroupRow]] = rx.field(default_factory=list)
    practised: rx.Field[list[PractisedRow]] = rx.field(default_factory=list)
    job_to: rx.Field[str] = rx.field("/app")

    @rx.event
    async def load(self) -> None:
        """Read the progress over all jobs."""
        async with showing(self):
            actor = await actor_of(self)
            self.chosen, self.job_to = ALL, "/app"
            _show(self, await services().progress.over(actor))

    @rx.event
    async def load_job(self) -> None:
        """Read the progress in the job of the address."""
        async with showing(self):
            actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
            found = await services().progress.over(actor, job_info_id)
            self.chosen, self.job_to = str(job_info_id), addresses.job_info_page(job_info_id)
            _show(self, found)

    @rx.event
    async def choose(self, value: str) -> EventSpec:
        """Go to the progress in another job, or in all."""
        actor = await actor_of(self)
        if value == ALL:
            return rx.redirect("/app/progress")
        job_info = await services().job_infos.get(actor, id_of(value))
        return rx.redirect(addresses.progress(job_info.id))


def _show(page: ProgressState, found: Overview) -> None:
    page.jobs = [[ALL, _("All jobs")], *([str(job_id), name] for job_id, name in found.jobs)]
    page.reports = _with_feedback(found.reports) if found.reports else ""
    page.early = _early(found.reports)
    # A single value is no line.
    page.trends = [trend_row(one) for one in found.series if len(one.values) > 1]
    page.groups = groups(found.requirements) if found.reports else []
    page.practised = [_practised(one) for one in found.practised]


def _early(reports: int) -> str:
    if not reports or reports >= LEAST:
        return ""
    return ngettext(
        "It is too early to compare: you have {count} interview with feedback. From the third on, "
        "a change can be told from chance.",
        "It is too early to compare: you have {count} interviews with feedback. From the third "
        "on, a change can be told from chance.",
        reports,
    )


def _with_feedback(reports: int) -> str:
    return ngettext("{count} interview with feedback", "{count} interviews with feedback", reports)


def _practised(one: Practised) -> PractisedRow:
    told = ngettext("{count} attempt", "{count} attempts", one.attempts)
    if one.best:
        found, of = one.best
        told = _("{attempts}, {found} of {of} parts in the best", attempts=told, found=found, of=of)
    text = one.question
    return PractisedRow(
        question=text if len(text) <= _LONGEST_QUESTION else f"{text[:_LONGEST_QUESTION]}…",
        address=addresses.answer_again(one.job_info_id, one.interview_id, one.turn_id),
        told=told,
        at=one.at.isoformat(),
        asks=one.language,
    )
