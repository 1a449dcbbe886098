"""The interview room: start a call, show it, leave."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.room.popovers import AboutRow
from darasa_reflex.components.room.transcript import BubbleRow, Utterance
from darasa_reflex.components.voice_room.component import (
    CallEvent,
    ChatEvent,
    EndEvent,
    ErrorEvent,
    StatusEvent,
    TickEvent,
)
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotFound, NotKept
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.models import Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.interviews.status import InterviewStatus, InterviewView
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.call_events import interview_of, seconds_of, text_of
from darasa_reflex.states.events.screen import Screen, showing, shut
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.report.rows.bubbles import bubbles
from darasa_reflex.states.report.self_rating import ask_after
from darasa_reflex.states.room.about import about
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.states.set_up.used_up import Startable, forget_refusal, refuse
from darasa_reflex.wiring import services

# The `ErrorKind` of a failed engine, and of a database that takes nothing.
_ENGINE, _NOT_KEPT = "engine", "not_kept"
_NO_TICKET = marked(
    "Our database {why}. The interview goes on as soon as what is said can be kept again."
)
# The reason of an end: another call of the same interview has begun.
_REPLACED = "replaced"
# The `ErrorKind` of a call that came too late for its place in the plan.
_USED_UP = "used_up"


class InterviewRoomState(Screen, Startable, rx.State):
    """A cache of one call, for the eyes. A reload reads all of it again.

    Attributes:
        interview_id: The interview of the page.
        chat_id: Of the live call.
        elapsed_seconds: Stored length of the interview.
        ticket: Opens the call when it becomes non-empty. One use, 60 s.
        status: Where the interview stands: a value of `InterviewStatus`.
        problem: What the person should know of their line or the engine; empty when all is well.
        problem_kind: An `ErrorKind` of the voice room; CSS hides a problem that is over.
        instead: Title of the engine that could play after this one failed; empty without one.
        newest: What the interviewer said last.
        called: What the job is called: its title, or the company where it has none.
        company: The company, where a title stands above it.
        job_to: Address of the job's page.
        report_to: Address of the transcript and the feedback.
        about: Who hears, speaks, asks and rates, in a candidate's words.
        recorded: Whether the answers are being recorded.
        typed: Whether nothing heard the person when the page was opened: it begins in writing.
        captions: Whether what is said is shown while it is said.
        language: What the person answers in, as in ISO 639-1.
        asks: What the interviewer speaks.
        turns: What was kept, as bubbles.
        elsewhere: Whether the call that was here goes on in another tab, or on another device.
        notes: What the person noted for themselves.
        notes_told: What became of the notes typed last, as a word or a sentence.
    """

    interview_id: rx.Field[str] = rx.field("")
    chat_id: rx.Field[str] = rx.field("")
    elapsed_seconds: rx.Field[int] = rx.field(0)
    ticket: rx.Field[str] = rx.field("")
    status: rx.Field[str] = rx.field("")
    problem: rx.Field[str] = rx.field("")
    problem_kind: rx.Field[str] = rx.field("")
    instead: rx.Field[str] = rx.field("")
    newest: rx.Field[list[Utterance]] = rx.field(default_factory=list)
    called: rx.Field[str] = rx.field("")
    company: rx.Field[str] = rx.field("")
    job_to: rx.Field[str] = rx.field("")
    report_to: rx.Field[str] = rx.field("")
    about: rx.Field[list[AboutRow]] = rx.field(default_factory=list)
    recorded: rx.Field[bool] = rx.field(False)
    typed: rx.Field[bool] = rx.field(False)
    captions: rx.Field[bool] = rx.field(True)
    language: rx.Field[str] = rx.field(ENGLISH)
    asks: rx.Field[str] = rx.field(ENGLISH)
    turns: rx.Field[list[BubbleRow]] = rx.field(default_factory=list)
    elsewhere: rx.Field[bool] = rx.field(False)
    notes: rx.Field[str] = rx.field("")
    notes_told: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read the interview, and all that was said in it."""
        self.ticket, self.problem, self.problem_kind, self.instead = "", "", "", ""
        self.elsewhere, self.chat_id = False, ""
        forget_refusal(self)
        async with showing(self):
            actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
            view = await services().interviews.get(actor, interview_id)
            self.interview_id, self.status = str(interview_id), view.status.value
            self.elapsed_seconds = view.interview.duration_seconds
            job = view.job_info
            self.called, self.company = job.title or job.name, job.name if job.title else ""
            self.job_to = addresses.job_info_page(job.id)
            self.report_to = addresses.interview_page(view.job_info.id, interview_id)
            self.language = view.interview.language
            self.asks = QuestionPlan.of(view.interview.plan).language
            self.notes, self.notes_told = view.interview.notes, ""
            engine = services().calls.interviewers.chosen(view.interview.wanted_engine)
            self.typed = not engine.engine.hears(view.interview.language)
            self.about = about(view.interview, services().engines)
            self.recorded = view.interview.recorded and not services().recordings.obstacle
            self.captions = (await services().profiles.read(actor)).captions
            _show(self, await services().interviews.transcript(actor, interview_id))

    @rx.event
    async def go_on(self, event: CallEvent) -> EventSpec | None:
        """Open the call of an interview that was started a moment ago, without another click."""
        actor, interview_id = await actor_of(self), interview_of(event)
        setup = await self.get_state(InterviewSetupState)
        started, setup._just_started = setup._just_started, ""
        return await _open(self, actor, interview_id) if started == str(interview_id) else None

    @rx.event
    async def open_call(self) -> EventSpec | None:
        """Open the call, or a further one: the ticket makes the voice room connect."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        async with _still_there(self, interview_id):
            return await _open(self, actor, interview_id)
        return None

    @rx.event
    async def use_next_engine(self) -> EventSpec | None:
        """Let the next best engine play this interview, and open a call with it."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().preferences.use_next_engine(actor, interview_id)
        view = await services().interviews.get(actor, interview_id)
        self.about = about(view.interview, services().engines)
        return await _open(self, actor, interview_id)

    @rx.event
    async def show_status(self, event: StatusEvent) -> None:
        """Follow the line; when it is gone, a new ticket is needed."""
        actor, interview_id = await actor_of(self), interview_of(event)
        async with _still_there(self, interview_id):
            view = await services().interviews.get(actor, interview_id)
            self.status = view.status.value
            if text_of(event, "status") in {"lost", "ended", "error"}:
                self.ticket = ""

    @rx.event
    async def keep_chat(self, event: ChatEvent) -> None:
        """Store the chat id the moment it is known."""
        actor, chat_id = await actor_of(self), text_of(event, "chat_id")
        with suppress(NotKept):  # the call itself tells, and keeps it later
            await services().interviews.keep_chat(actor, interview_of(event), chat_id)
        self.chat_id, self.status = chat_id, InterviewStatus.RUNNING.value
        forget_refusal(self)

    @rx.event
    async def show_turns(self, event: CallEvent) -> None:
        """Read the kept turns again; the browser says only that there is a new one."""
        actor, interview_id = await actor_of(self), interview_of(event)
        async with _still_there(self, interview_id):
            _show(self, await services().interviews.transcript(actor, interview_id))

    @rx.event
    async def keep_duration(self, event: TickEvent) -> None:
        """Store how long the call has lasted, as far as the server's clock agrees."""
        actor, interview_id = await actor_of(self), interview_of(event)
        seconds = seconds_of(event)
        async with _still_there(self, interview_id):
            with suppress(NotKept):  # the call itself tells, and keeps it later
                self.elapsed_seconds = await services().interviews.keep_duration(
                    actor, interview_id, seconds
                )

    @rx.event
    async def show_end(self, event: EndEvent) -> None:
        """Show how the interview stands after a call."""
        actor, interview_id = await actor_of(self), interview_of(event)
        async with _still_there(self, interview_id):
            view = await services().interviews.get(actor, interview_id)
            self.ticket, self.status = "", view.status.value
            self.elsewhere = text_of(event, "reason") == _REPLACED or _lives_elsewhere(self, view)
            self.elapsed_seconds = view.interview.duration_seconds
            _show(self, await services().interviews.transcript(actor, interview_id))

    @rx.event
    async def show_problem(self, event: ErrorEvent) -> EventSpec | None:
        """Show what the voice room says of the line or the engine."""
        actor, interview_id = await actor_of(self), interview_of(event)
        async with _still_there(self, interview_id):
            view = await services().interviews.get(actor, interview_id)
            if text_of(event, "kind") == _USED_UP:
                sold = actor.features is not None
                return refuse(self, AllowanceUsedUp(text_of(event, "message"), upgradable=sold))
            self.problem, self.problem_kind = text_of(event, "message"), text_of(event, "kind")
            failed = self.problem_kind == _ENGINE
            self.instead = services().preferences.next_engine(view.interview) if failed else ""
        return None

    @rx.event
    async def stop_recording(self) -> None:
        """Record no more of this interview, not even the answer that is being given."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().recordings.end(actor, interview_id)
        self.recorded = False
        view = await services().interviews.get(actor, interview_id)
        self.about = about(view.interview, services().engines)

    @rx.event
    async def keep_notes(self, text: str) -> None:
        """Keep the notes as they stand now."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        try:
            self.notes = await services().notes.keep(actor, interview_id, text)
            self.notes_told = _("Saved")
        except InvalidInput as wrong:
            self.notes_told = wrong.message

    @rx.event
    async def finish(self) -> EventSpec:
        """End the interview, ask for feedback, and go to it."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        view = await services().interviews.get(actor, interview_id)
        await services().interviews.finish(actor, interview_id)
        await services().feedback.request(actor, interview_id)
        await ask_after(self, interview_id)
        return rx.redirect(addresses.interview_page(view.job_info.id, interview_id))

    @rx.event
    async def discard(self) -> EventSpec:
        """Delete the interview and go back to its job."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        view = await services().interviews.get(actor, interview_id)
        await services().interviews.delete(actor, interview_id)
        return rx.redirect(addresses.job_info_page(view.job_info.id))


@asynccontextmanager
async def _still_there(room: InterviewRoomState, interview_id: UUID) -> AsyncGenerator[None]:
    """Close the room where its interview was deleted in another tab: nothing in it is kept."""
    try:
        yield
    except NotFound as gone:
        if room.interview_id == str(interview_id):
            shut(room, gone)
        elif room.view != "missing":  # else what was on its way when it was closed
            raise


def _lives_elsewhere(room: InterviewRoomState, view: InterviewView) -> bool:
    """Tell whether the call that lives is another than this tab's.

    A tab whose line broke while it was replaced was not told so.
    """
    lives = view.status is InterviewStatus.RUNNING
    return lives and bool(room.chat_id) and room.chat_id != view.interview.chat_id


async def _open(room: InterviewRoomState, actor: Actor, interview_id: UUID) -> EventSpec | None:
    """Get a ticket, which makes the voice room connect; or show why there is none."""
    forget_refusal(room)
    try:
        ticket = await services().interviews.reopen(actor, interview_id)
    except AllowanceUsedUp as refusal:
        room.problem = room.instead = ""
        return refuse(room, refusal)
    except NotKept as outage:
        if room.problem_kind != _NOT_KEPT or not room.problem:  # what was lost matters more
            room.problem, room.problem_kind = _(_NO_TICKET, why=_(outage.why)), _NOT_KEPT
        return None
    room.problem = room.problem_kind = room.instead = ""
    room.ticket, room.elsewhere = ticket, False
    return None


def _show(room: InterviewRoomState, turns: Sequence[Turn]) -> None:
    room.turns = bubbles(turns, room.language, room.asks, live=True)
    theirs = (row for row in reversed(room.turns) if row.speaker == Speaker.INTERVIEWER)
    room.newest = next((row.utterances for row in theirs), [])
