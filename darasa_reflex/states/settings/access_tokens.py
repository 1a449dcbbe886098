"""Settings: tokens by which programs act for the person."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput
from darasa_reflex.features.accounts.tokens.models import AccessToken
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.wiring import services

NEW = "new_token"


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token, in the words of the page. Its digest names it; nobody gets in by that."""

    digest: str
    name: str
    used: str


class AccessTokensState(Screen, rx.State):
    """A cache of the person's tokens. A new one goes to the browser, and is not kept here.

    Attributes:
        rows: Newest first.
        fresh: Name of the token that was just made; empty when none was.
        wrong_field: Name of the field that is wrong; empty when none is.
        wrong_text: The sentence beside it.
    """

    rows: rx.Field[list[TokenRow]] = rx.field(default_factory=list)
    fresh: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")
    wrong_text: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read the person's tokens."""
        async with showing(self):
            actor = await actor_of(self)
            self.rows = [_row(one) for one in await services().access_tokens.of(actor)]
            self.fresh = self.wrong_field = self.wrong_text = ""

    @rx.event
    async def make(self, form: dict[str, Any]) -> list[EventSpec]:
        """Make a token and show it once, or say beside the field what is wrong."""
        actor = await actor_of(self)
        self.fresh = self.wrong_field = self.wrong_text = ""
        try:
            name = form.get("token_name") if isinstance(form, dict) else None
            secret = await services().access_tokens.make(actor, name)
        except (InvalidInput, AllowanceUsedUp) as refusal:
            self.wrong_field, self.wrong_text = "token_name", refusal.message
            return [rx.set_focus("token_name")]
        self.rows = [_row(one) for one in await services().access_tokens.of(actor)]
        self.fresh = self.rows[0].name
        return [rx.set_value(NEW, secret), rx.set_value("token_name", ""), rx.set_focus(NEW)]

    @rx.event
    async def remove(self, digest: str) -> None:
        """Take a token back."""
        actor = await actor_of(self)
        await services().access_tokens.remove(actor, digest)
        self.rows = [_row(one) for one in await services().access_tokens.of(actor)]
        self.fresh = ""


def _row(one: AccessToken) -> TokenRow:
    return TokenRow(
        digest=one.digest,
        name=one.name,
        used=one.used_at.isoformat() if one.used_at else "",
    )
