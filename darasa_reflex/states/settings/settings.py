"""Settings: what a person chose, and the end of the account."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.cv.cv_file import text_of
from darasa_reflex.features.accounts.profile import ABOUT_LENGTH, Choices
from darasa_reflex.states.events.door import forget_content
from darasa_reflex.states.events.screen import Screen, another_opening, showing
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.states.settings.receipt import ReceiptState, show_receipt
from darasa_reflex.wiring import services

_FOR_EVER = "never"
_DAYS = {"30": 30, "90": 90, _FOR_EVER: None}


class SettingsState(Screen, rx.State):
    """A cache of what a person chose; what is typed stays in the browser.

    Attributes:
        opened: Names this opening of the page; its fields are made anew with another. 0: none here.
        name: What the interviewer calls them; empty while nothing is known.
        email: As the identity provider knows it; empty without one.
        about_me: What they told of themselves.
        patience: A value of `Patience`.
        captions: Whether the room shows what is said.
        agreed: Whether they agreed to vocal expressions when the page was opened.
        agreed_at: Since when they agree, in ISO 8601; empty: they do not.
        measured: Whether the engine in use measures how voices sound.
        keep: "30", "90" or "never".
        wrong_field: Name of the field that is wrong; empty when none is.
        wrong_text: The sentence beside it.
        saved: Name of the field that was saved last; empty when something was refused since.
        deleting: Whether the account is being deleted.
    """

    opened: rx.Field[int] = rx.field(0)
    name: rx.Field[str] = rx.field("")
    email: rx.Field[str] = rx.field("")
    about_me: rx.Field[str] = rx.field("")
    patience: rx.Field[str] = rx.field("normal")
    captions: rx.Field[bool] = rx.field(True)
    agreed: rx.Field[bool] = rx.field(False)
    agreed_at: rx.Field[str] = rx.field("")
    measured: rx.Field[bool] = rx.field(False)
    keep: rx.Field[str] = rx.field(_FOR_EVER)
    wrong_field: rx.Field[str] = rx.field("")
    wrong_text: rx.Field[str] = rx.field("")
    saved: rx.Field[str] = rx.field("")
    deleting: rx.Field[bool] = rx.field(False)

    @rx.event
    async def load(self) -> None:
        """Read what the person chose."""
        stands = self.stands
        async with showing(self):
            actor = await actor_of(self)
            _show(self, await services().profiles.read(actor))
            self.measured = services().engines.expressive
            self.wrong_field = self.wrong_text = self.saved = ""
            self.deleting = False
            if not stands:
                self.opened = another_opening()

    @rx.event
    async def rename(self, form: dict[str, Any]) -> EventSpec | None:
        """Keep the name, or say beside it what is wrong."""
        actor = await actor_of(self)
        async with _saving(self, "name"):
            await services().profiles.rename(
                actor, form.get("name") if isinstance(form, dict) else None
            )
        return rx.set_focus("name") if self.wrong_field else None

    @rx.event
    async def tell_about(self, form: dict[str, Any]) -> EventSpec | None:
        """Keep what the person tells of themselves, or say beside it what is wrong."""
        actor = await actor_of(self)
        async with _saving(self, "about_me"):
            text = form.get("about_me") if isinstance(form, dict) else None
            await services().profiles.tell_about(actor, text)
        return rx.set_focus("about_me") if self.wrong_field else None

    @rx.event
    async def take_file(self, piece: str, place: int, last: bool) -> EventSpec | None:
        """Take a piece of a CV; with the last one show its text, which is not saved yet."""
        actor = await actor_of(self)
        text: str | None = None
        async with _saving(self, "about_me"):
            data = services().cv_uploads.take(actor, piece, place, last=last)
            text = None if data is None else await text_of(data)
        self.saved = ""  # it is only shown
        return None if text is None else rx.set_value("about_me", text[:ABOUT_LENGTH])

    @rx.event
    async def choose_patience(self, value: str) -> None:
        """Keep how patient the interviewer is at first."""
        actor = await actor_of(self)
        async with _saving(self, "patience"):
            await services().profiles.choose_patience(actor, value)

    @rx.event
    async def show_captions(self, shown: bool) -> None:
        """Keep whether the room shows what is said."""
        actor = await actor_of(self)
        async with _saving(self, "captions"):
            await services().profiles.show_captions(actor, shown)

    @rx.event
    async def agree(self, agreed: bool) -> None:
        """Keep that the voice may be described, or delete at once what was kept of it."""
        actor = await actor_of(self)
        async with _saving(self, "expressions"):
            if not isinstance(agreed, bool):
                raise InvalidInput(
                    "expressions", _("Please choose whether your voice is described.")
                )
            await services().preferences.agree_to_expressions(actor, agreed=agreed)
            self.agreed_at = _agreed_at(await services().profiles.read(actor))

    @rx.event
    async def keep_for(self, value: str) -> None:
        """Keep after how many days interviews are deleted."""
        actor = await actor_of(self)
        async with _saving(self, "keep_days"):
            days = _DAYS.get(value, 0) if isinstance(value, str) else 0
            await services().profiles.keep_for(actor, days)

    @rx.event(background=True)
    async def delete_account(self) -> EventSpec:
        """Delete the person and all that is theirs, and go to the receipt."""
        async with self:
            actor = await actor_of(self)
            self.deleting = True
        try:
            receipt = await services().personal_data.delete(actor)
        finally:
            async with self:
                self.deleting = False
        async with self:
            await forget_content(self)
            show_receipt(await self.get_state(ReceiptState), receipt)
        return rx.redirect("/deleted")


@asynccontextmanager
async def _saving(page: SettingsState, field: str) -> AsyncGenerator[None]:
    """Tell beside a field that it was saved, or why not."""
    page.wrong_field = page.wrong_text = page.saved = ""
    try:
        yield
    except InvalidInput as refusal:
        page.wrong_field, page.wrong_text = refusal.field, refusal.message
    else:
        page.saved = field


def _show(page: SettingsState, chosen: Choices) -> None:
    # The one local person has no name until they choose one.
    named = "" if services().door.kind == "open" else chosen.provider_name
    page.name = chosen.chosen_name or named
    page.email = chosen.email or ""
    page.about_me = chosen.about_me
    page.patience, page.captions = chosen.patience, chosen.captions
    page.agreed_at = _agreed_at(chosen)
    page.agreed = page.agreed_at != ""
    page.keep = str(chosen.keep_days or _FOR_EVER)


def _agreed_at(chosen: Choices) -> str:
    at = chosen.expressions_consent_at
    return at.isoformat() if at else ""
