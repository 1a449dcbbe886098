"""One interview afterwards: its transcript and its feedback."""

import asyncio
from dataclasses import replace
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec, EventType

from darasa_reflex.components.report.lineup import PartRow
from darasa_reflex.components.report.rows.measured_rows import DeliveryRow
from darasa_reflex.components.report.rows.report_rows import ReportRow, RunRow, WayRow
from darasa_reflex.components.room.transcript import BubbleRow
from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.runs.views import FeedbackView
from darasa_reflex.features.interviews.status import InterviewStatus, InterviewView
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address, id_of, is_still_there
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.practice.next_steps import NextStepsState, answers_again
from darasa_reflex.states.report.conversation import conversation_of
from darasa_reflex.states.report.hearing import how_much
from darasa_reflex.states.report.rows.bubbles import bubbles, with_ways
from darasa_reflex.states.report.rows.delivery_rows import delivery_row
from darasa_reflex.states.report.rows.lineup_rows import part_rows
from darasa_reflex.states.report.rows.report_rows import report_row, run_rows, ways_of
from darasa_reflex.states.report.rows.sharing_rows import comments_by_place
from darasa_reflex.wiring import services

_LOOK_EVERY_SECONDS = 1.0
# A page left open stops asking after ten minutes; a reload asks again.
_LOOKS = 600
# A number beyond this is no run of ours, and too large for a database.
_MOST_RUNS = 1_000_000
_UNDER_WAY = frozenset({"queued", "running"})


class InterviewReportState(Screen, rx.State):
    """A cache of one interview, its turns and its newest feedback.

    Attributes:
        job: Name of the job info.
        job_to: Address of its page.
        room: Address of the interview's room.
        open: Whether it can be resumed.
        status: A value of `InterviewStatus`.
        began: When it was started, ISO 8601 in UTC.
        length: As "03:12".
        notes: What the person noted for themselves, as lines.
        lineup: What heard, spoke and worded it; empty when that was not kept.
        feedback: "queued", "running", "ready" or "failed"; empty when none was asked for.
        step: What is being done, in words.
        reason: Why it failed, as a sentence.
        made_at: When this feedback was asked for, ISO 8601 in UTC.
        stale: Whether the transcript has changed since it was made.
        measured: Delivery that was measured, while the rest is being made or has failed.
        interview: Id of the interview.
        here: Address of this page.
        practise: Address where the next interview is set up.
        run: Number of the feedback that is shown.
        runs: All feedback on this interview, newest first.
        recordings: How much is recorded of the answers; empty when nothing is.
        commented: Ways to the answers to which somebody with a link wrote.
    """

    job: rx.Field[str] = rx.field("")
    job_to: rx.Field[str] = rx.field("")
    room: rx.Field[str] = rx.field("")
    open: rx.Field[bool] = rx.field(False)
    status: rx.Field[str] = rx.field("")
    began: rx.Field[str] = rx.field("")
    length: rx.Field[str] = rx.field("")
    notes: rx.Field[str] = rx.field("")
    rough: rx.Field[bool] = rx.field(False)
    turns: rx.Field[list[BubbleRow]] = rx.field(default_factory=list)
    lineup: rx.Field[list[PartRow]] = rx.field(default_factory=list)
    feedback: rx.Field[str] = rx.field("")
    step: rx.Field[str] = rx.field("")
    reason: rx.Field[str] = rx.field("")
    made_at: rx.Field[str] = rx.field("")
    stale: rx.Field[bool] = rx.field(False)
    measured: rx.Field[DeliveryRow] = rx.field(default_factory=DeliveryRow)
    interview: rx.Field[str] = rx.field("")
    here: rx.Field[str] = rx.field("")
    practise: rx.Field[str] = rx.field("")
    run: rx.Field[int] = rx.field(0)
    runs: rx.Field[list[RunRow]] = rx.field(default_factory=list)
    report: rx.Field[ReportRow] = rx.field(default_factory=ReportRow)
    recordings: rx.Field[str] = rx.field("")
    commented: rx.Field[list[WayRow]] = rx.field(default_factory=list)
    # Counts the watchers; a newer one ends those before it.
    _watchers: int = 0

    @rx.event
    async def load(self) -> EventType[()] | None:
        """Read the interview of the address; watch its feedback if that is under way."""
        async with showing(self):
            actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
            view = await services().interviews.get(actor, interview_id)
            _show(self, view)
            self.lineup = part_rows(await services().lineups.of(actor, interview_id))
            await _show_feedback(self, actor, interview_id)
            await _list_runs(self, actor, interview_id)
        return InterviewReportState.watch() if self.feedback in _UNDER_WAY else None

    @rx.event
    async def ask(self) -> EventType[()]:
        """Ask for feedback, for the first time or again."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().feedback.request(actor, interview_id)
        await _show_feedback(self, actor, interview_id)
        return InterviewReportState.watch()

    @rx.event
    async def ask_without_model(self) -> EventType[()]:
        """Ask for what can be known without a language model."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().feedback.request(actor, interview_id, without_model=True)
        await _show_feedback(self, actor, interview_id)
        return InterviewReportState.watch()

    @rx.event
    async def show_run(self, run: int) -> EventType[()] | None:
        """Show another feedback on this interview, an older one too."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        if isinstance(run, bool) or not isinstance(run, int) or not 0 < run <= _MOST_RUNS:
            raise NotFound
        await _show_feedback(self, actor, interview_id, run)
        await _list_runs(self, actor, interview_id)
        return InterviewReportState.watch() if self.feedback in _UNDER_WAY else None

    @rx.event(background=True)
    async def watch(self) -> EventType[()] | None:
        """Show where the feedback stands until it is ready, failed, or the page was left."""
        async with self:
            actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
            self._watchers += 1
            mine = self._watchers
        for _ in range(_LOOKS):
            if not await _look(self, actor, interview_id, mine):
                return NextStepsState.load()
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        return None

    @rx.event
    async def delete_comment(self, key: str) -> None:
        """Delete what somebody with a link wrote."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().comments.remove(actor, interview_id, id_of(key))
        await _show_feedback(self, actor, interview_id, self.run)

    @rx.event
    async def delete_recordings(self) -> None:
        """Delete the sound of all answers; words and feedback stay."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().recordings.delete(actor, interview_id)
        await _show_feedback(self, actor, interview_id, self.run)

    @rx.event
    async def delete(self) -> EventSpec:
        """Delete the interview of the address and go back to its job."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        view = await services().interviews.get(actor, interview_id)
        await services().interviews.delete(actor, interview_id)
        return rx.redirect(addresses.job_info_page(view.job_info.id))


async def _look(state: InterviewReportState, actor: Actor, interview_id: UUID, mine: int) -> bool:
    """Show the newest feedback; tell whether to look again."""
    latest = await services().feedback.latest(actor, interview_id)
    async with state:
        left = not state.router.url.path.rstrip("/").endswith(str(interview_id))
        if left or state._watchers != mine:
            return False
        if not await is_still_there(state, actor):
            return True
        _stand(state, latest)
        if state.feedback not in _UNDER_WAY:
            await _show_feedback(state, actor, interview_id)
            await _list_runs(state, actor, interview_id)
        return state.feedback in _UNDER_WAY


async def _list_runs(state: InterviewReportState, actor: Actor, interview_id: UUID) -> None:
    found = await services().feedback.history(actor, interview_id)
    state.runs = run_rows(found, state.run)


def _show(state: InterviewReportState, view: InterviewView) -> None:
    interview, job_info = view.interview, view.job_info
    state.job, state.job_to = job_info.name, addresses.job_info_page(job_info.id)
    state.room = addresses.room(job_info.id, interview.id)
    state.here = addresses.interview_page(job_info.id, interview.id)
    state.practise = addresses.interview_setup(job_info.id)
    state.interview = str(interview.id)
    state.open, state.status = view.status is not InterviewStatus.ENDED, view.status.value
    state.began, state.length = interview.created_at.isoformat(), clock(interview.duration_seconds)
    state.rough, state.notes = interview.rough, interview.notes


async def _show_feedback(
    state: InterviewReportState, actor: Actor, interview_id: UUID, run: int | None = None
) -> None:
    """Show the turns as they stand now, and beside them a run of feedback; None: the newest."""
    view = await services().interviews.get(actor, interview_id)
    turns = await services().interviews.transcript(actor, interview_id)
    feedback = services().feedback
    shown = await (
        feedback.latest(actor, interview_id)
        if run is None
        else feedback.read_run(actor, interview_id, run)
    )
    again = await answers_again(actor, view.job_info.id, interview_id)
    comments = comments_by_place(await services().comments.of(actor, interview_id))
    kept = await services().recordings.of(actor, interview_id)
    said = replace(
        conversation_of(view.interview, turns, again, comments, kept),
        saving=services().recordings.saving(interview_id),
    )
    state.recordings = how_much(said)
    _stand(state, shown)
    report = shown.report if shown else None
    row = await asyncio.to_thread(report_row, report, said) if report else ReportRow()
    state.report = row
    state.commented = [WayRow(one.name, f"#{one.key}") for one in row.answers if one.comments]
    state.turns = with_ways(bubbles(turns, said.language, said.asks), ways_of(row))


def _stand(state: InterviewReportState, latest: FeedbackView | None) -> None:
    """Show how a run of feedback stands, and what was measured before anything was rated."""
    state.feedback = str(latest.status) if latest else ""
    state.step = latest.step if latest else ""
    state.reason = (latest.reason or "") if latest else ""
    state.stale = latest.stale if latest else False
    state.made_at = latest.created_at.isoformat() if latest else ""
    state.run = latest.run if latest else 0
    state.measured = delivery_row(latest.metrics if latest else ())
