"""Questions of a person's own: brought, listed, removed."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.lists.question_rows import QuestionRow
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.questions.own.models import OwnQuestion
from darasa_reflex.states.events.screen import Screen, another_opening, showing
from darasa_reflex.states.events.who import actor_of, id_of
from darasa_reflex.wiring import services

_LEVELS = {
    "junior": marked("junior level"),
    "mid-level": marked("mid level"),
    "senior": marked("senior level"),
}
_SECTIONS = {
    "introduction": marked("at the beginning"),
    "background": marked("about your background"),
    "behavioural": marked("how you work"),
    "role": marked("the job itself"),
}


class OwnQuestionsState(Screen, rx.State):
    """A cache of the person's questions; what is pasted stays in the browser.

    Attributes:
        opened: Names this opening of the page; its fields are made anew with another. 0: none here.
        use: One of `choosing.USES`.
        house: What the server brings along, as a sentence; may be empty.
        told: What was done last, as a sentence.
        wrong_field: Name of the field that is wrong; empty when none is.
        wrong_text: The sentence beside it.
        saved: Name of the choice that was saved last.
    """

    opened: rx.Field[int] = rx.field(0)
    rows: rx.Field[list[QuestionRow]] = rx.field(default_factory=list)
    use: rx.Field[str] = rx.field("first")
    house: rx.Field[str] = rx.field("")
    told: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")
    wrong_text: rx.Field[str] = rx.field("")
    saved: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read the person's questions."""
        stands = self.stands
        async with showing(self):
            actor = await actor_of(self)
            await _show(self, actor)
            if not stands:
                self.opened = another_opening()
                self.told = self.saved = self.wrong_field = self.wrong_text = ""

    @rx.event
    async def add(self, form: dict[str, Any]) -> EventSpec | None:
        """Keep the questions of the pasted list, and empty its field."""
        actor = await actor_of(self)
        text = form.get("questions") if isinstance(form, dict) else None
        return rx.set_value("questions", "") if await _add(self, actor, text) else None

    @rx.event
    async def add_file(self, text: str) -> None:
        """Keep the questions of a file that was chosen."""
        actor = await actor_of(self)
        await _add(self, actor, text)

    @rx.event
    async def remove(self, question_id: str) -> None:
        """Delete a question."""
        actor = await actor_of(self)
        await services().own_questions.remove(actor, id_of(question_id))
        await _show(self, actor)
        self.told = _("The question is deleted.")

    @rx.event
    async def clear(self) -> None:
        """Delete all of them."""
        actor = await actor_of(self)
        await services().own_questions.clear(actor)
        await _show(self, actor)
        self.told = _("All your questions are deleted.")

    @rx.event
    async def choose_use(self, use: str) -> None:
        """Keep how they stand among the others."""
        actor = await actor_of(self)
        async with _refusals(self):
            await services().own_questions.choose_use(actor, use)
            self.use, self.saved = str(use), "use"


async def _add(page: OwnQuestionsState, actor: Actor, text: object) -> bool:
    async with _refusals(page):
        added = await services().own_questions.add(actor, text)
        await _show(page, actor)
        new = ngettext("{count} question added.", "{count} questions added.", added)
        page.told = new if added else _("You have all of these already.")
        return True
    return False


async def _show(page: OwnQuestionsState, actor: Actor) -> None:
    bank = await services().own_questions.read(actor)
    page.rows, page.use = [_row(one) for one in bank.questions], bank.use
    brings = ngettext(
        "This server brings {count} question of its own along; they are asked before the built-in "
        "ones.",
        "This server brings {count} questions of its own along; they are asked before the "
        "built-in ones.",
        bank.house,
    )
    page.house = brings if bank.house else ""


def _row(one: OwnQuestion) -> QuestionRow:
    named = (_LEVELS.get(one.level), _SECTIONS.get(one.section))
    parts = [one.role, *(_(word) for word in named if word)]
    return QuestionRow(str(one.id), one.text, " · ".join(filter(None, parts)), one.follow_up)


@asynccontextmanager
async def _refusals(page: OwnQuestionsState) -> AsyncGenerator[None]:
    """Turn a refusal into the sentence beside its field."""
    page.wrong_field = page.wrong_text = page.told = page.saved = ""
    try:
        yield
    except InvalidInput as refusal:
        page.wrong_field, page.wrong_text = refusal.field, refusal.message
