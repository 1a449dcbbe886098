"""One answer of an interview, given again."""

from typing import Any
from uuid import UUID

import reflex as rx
from reflex.event import EventType

from darasa_reflex.components.practice.rows import FigureRow, HintRow, TellingRow
from darasa_reflex.components.practice.speaking.component import KeptEvent
from darasa_reflex.core.errors import InvalidInput, ServiceUnavailable
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.practice.rehearsal import Rehearsal
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, another_opening, showing
from darasa_reflex.states.events.who import actor_of, id_in_address, is_still_there
from darasa_reflex.states.practice import telling_rows
from darasa_reflex.wiring import services


class AnswerAgainState(Screen, rx.State):
    """A cache of one answer and the attempts at it; what is typed stays in the browser.

    Attributes:
        opened: Names this opening of the page; its fields are made anew with another. 0: none here.
        asks: The language of the question, as in ISO 639-1.
        language: What the person answers in, likewise.
        report_to: Address of the report.
        tried: How often it was answered again, in words; empty when never.
        first: The answer in the interview.
        hints: The parts its kind of question asks for; empty where rules do not read it.
        stronger: Lines of a stronger answer from the person's own facts; empty without a model.
        gained: What is new in the newest attempt, as a sentence; `left` what is not there yet,
            `following` what to do next.
        figures: What was measured of the first answer and the newest.
        tellings: First, best and newest, each once.
        hears: Whether something hears the language of the interview, so that it can be spoken.
        ear_pass: Opens /v0/ear. One use, 60 s.
        judge: Name of the language model that reads attempts; empty without one.
        judging: Whether it reads one just now.
        unjudged: Whether there is an attempt that it has not read.
        judge_failed: Why it did not, as a sentence.
        saved: Counts the answers that were typed and kept.
        told: What was done last, as a sentence.
        wrong_field: Name of the field that is wrong; empty when none is.
        wrong_text: The sentence beside it.
    """

    opened: rx.Field[int] = rx.field(0)
    question: rx.Field[str] = rx.field("")
    asks: rx.Field[str] = rx.field("en")
    language: rx.Field[str] = rx.field("en")
    report_to: rx.Field[str] = rx.field("")
    tried: rx.Field[str] = rx.field("")
    first: rx.Field[str] = rx.field("")
    hints: rx.Field[list[HintRow]] = rx.field(default_factory=list)
    stronger: rx.Field[list[str]] = rx.field(default_factory=list)
    gained: rx.Field[str] = rx.field("")
    left: rx.Field[str] = rx.field("")
    following: rx.Field[str] = rx.field("")
    figures: rx.Field[list[FigureRow]] = rx.field(default_factory=list)
    tellings: rx.Field[list[TellingRow]] = rx.field(default_factory=list)
    hears: rx.Field[bool] = rx.field(False)
    ear_pass: rx.Field[str] = rx.field("")
    judge: rx.Field[str] = rx.field("")
    judging: rx.Field[bool] = rx.field(False)
    unjudged: rx.Field[bool] = rx.field(False)
    judge_failed: rx.Field[str] = rx.field("")
    saved: rx.Field[int] = rx.field(0)
    told: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")
    wrong_text: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read the answer of the address."""
        stands = self.stands
        async with showing(self):
            actor = await actor_of(self)
            await _show(self, actor, *_ids(self))
            if not stands:
                self.opened = another_opening()
                self.judging, self.judge_failed = False, ""
                self.told = self.wrong_field = self.wrong_text = ""

    @rx.event
    async def keep(self, form: dict[str, Any]) -> EventType[()]:
        """Keep what was typed as an attempt, and show it beside the others."""
        actor, (interview_id, turn_id) = await actor_of(self), _ids(self)
        self.told = self.wrong_field = self.wrong_text = ""
        typed = form.get("answer") if isinstance(form, dict) else None
        try:
            number = await services().attempts.keep(actor, interview_id, turn_id, typed)
        except InvalidInput as refusal:
            self.wrong_field, self.wrong_text = refusal.field, refusal.message
            return rx.set_focus("answer")
        await _show(self, actor, interview_id, turn_id)
        self.told = _("Attempt {number} is kept.", number=number)
        self.saved += 1
        shown = [rx.set_value("answer", ""), rx.set_focus("changed")]
        return [*shown, AnswerAgainState.have_judged()]

    @rx.event
    async def lend_ears(self) -> None:
        """Give a pass to have the answer heard while it is spoken."""
        actor, place = await actor_of(self), _ids(self)
        language = (await services().attempts.read(actor, *place)).interview.language
        self.told = self.wrong_field = self.wrong_text = ""
        self.ear_pass = services().ears.passes.issue(actor, language, place)

    @rx.event
    async def show_kept(self, event: KeptEvent) -> EventType[()]:
        """Show an attempt that was spoken; the browser says only that there is one."""
        del event
        actor, (interview_id, turn_id) = await actor_of(self), _ids(self)
        await _show(self, actor, interview_id, turn_id)
        self.told = _("What you said is kept.")
        return [rx.set_focus("changed"), AnswerAgainState.have_judged()]

    @rx.event(background=True)
    async def have_judged(self) -> None:
        """Have the newest attempt read by the language model, where there is one."""
        async with self:
            actor, place = await actor_of(self), _ids(self)
            page = self.router.url.path
            if not self.unjudged or self.judging:
                return
            self.judging, self.judge_failed = True, ""
        failed = ""
        try:
            await services().verdicts.judge(actor, *place)
        except ServiceUnavailable as refusal:
            failed = refusal.message
        finally:
            async with self:
                stays = self.router.url.path == page
                self.judging = self.judging and not stays
        async with self:
            if stays and await is_still_there(self, actor):
                self.judge_failed = failed
                await _show(self, actor, *place)

    @rx.event
    async def choose(self, number: int) -> None:
        """Let one telling count as the best."""
        actor, (interview_id, turn_id) = await actor_of(self), _ids(self)
        await services().attempts.choose(actor, interview_id, turn_id, number)
        await _show(self, actor, interview_id, turn_id)
        self.told = _("Kept as your best.")


def _ids(page: AnswerAgainState) -> tuple[UUID, UUID]:
    return id_in_address(page, "interview_id"), id_in_address(page, "turn_id")


async def _show(page: AnswerAgainState, actor: Actor, interview_id: UUID, turn_id: UUID) -> None:
    found: Rehearsal = await services().attempts.read(actor, interview_id, turn_id)
    page.question = found.question
    page.asks = QuestionPlan.of(found.interview.plan).language
    page.language = found.interview.language
    page.report_to = addresses.interview_page(found.job_info.id, interview_id)
    many = found.many
    page.tried = ngettext("{count} attempt", "{count} attempts", many) if many else ""
    page.first = found.first.told.text
    page.hears = services().speaking.hears(found.interview.language)
    page.hints, page.stronger = telling_rows.hints(found), list(found.stronger)
    page.tellings = telling_rows.tellings(found)
    page.figures = telling_rows.figure_rows(found)
    page.gained, page.left, page.following = telling_rows.changes(found)
    page.judge = services().verdicts.model
    page.unjudged = bool(page.judge and found.many and found.newest.judged is None)
