"""Links to the report of the address, and how one is made."""

from typing import Any
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.report.sharing.sharing import NEW_LINK, LinkRow
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.sharing.links import Wish
from darasa_reflex.settings import settings
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address, id_of
from darasa_reflex.states.report.interview_report import InterviewReportState
from darasa_reflex.states.report.rows.sharing_rows import link_row
from darasa_reflex.wiring import services


class SharingState(Screen, rx.State):
    """A cache of the links to one report. A new one goes to the browser, and is not kept here.

    Attributes:
        rows: Newest first.
        fresh: Whether one was just made.
        wrong_field: Name of the field that is wrong; empty when none is.
        wrong_text: The sentence beside it.
    """

    rows: rx.Field[list[LinkRow]] = rx.field(default_factory=list)
    fresh: rx.Field[bool] = rx.field(False)
    wrong_field: rx.Field[str] = rx.field("")
    wrong_text: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read the links to the report of the address."""
        async with showing(self):
            actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
            await services().interviews.get(actor, interview_id)
            await _show(self, actor, interview_id)

    @rx.event
    async def make(self, form: dict[str, Any]) -> list[EventSpec]:
        """Make a link to the feedback that is shown, and show it once; or say what is wrong."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().interviews.get(actor, interview_id)
        run = (await self.get_state(InterviewReportState)).run
        try:
            secret = await services().report_links.make(actor, interview_id, run, _wish(form))
        except (InvalidInput, AllowanceUsedUp) as refusal:
            self.fresh, self.wrong_text = False, refusal.message
            self.wrong_field = "share_name"
            return [rx.set_focus("share_name")]
        await _show(self, actor, interview_id)
        self.fresh = True
        link = f"{self.router.headers.origin}{settings().path}/shared#link={secret}"
        shown = [rx.set_value(NEW_LINK, link), rx.set_focus(NEW_LINK)]
        return [rx.set_value("share_name", ""), *shown]

    @rx.event
    async def revoke(self, key: str) -> None:
        """Take a link back."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().report_links.revoke(actor, id_of(key))
        await _show(self, actor, interview_id)


def _wish(form: object) -> Wish:
    given: dict[str, Any] = form if isinstance(form, dict) else {}
    return Wish(
        name=given.get("share_name", ""),
        days=given.get("share_days"),
        words="share_words" in given,
        measured="share_measured" in given,
        audio="share_audio" in given,
    )


async def _show(page: SharingState, actor: Actor, interview_id: UUID) -> None:
    found = await services().report_links.of(actor, interview_id)
    page.rows = [link_row(*one) for one in found]
    page.fresh, page.wrong_field, page.wrong_text = False, "", ""
