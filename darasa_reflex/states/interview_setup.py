"""Before an interview: its length, the interviewer's patience, and the start."""

from typing import Any

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, ServiceUnavailable
from darasa_reflex.states import addresses
from darasa_reflex.states.screen import Screen, showing
from darasa_reflex.states.used_up import Startable, forget_refusal, refuse
from darasa_reflex.states.who import actor_of, id_in_address
from darasa_reflex.wiring import services


class InterviewSetupState(Screen, Startable, rx.State):
    """What is said before an interview; what is chosen stays in the browser.

    Attributes:
        job: Name of the job info.
        job_to: Address of its page.
        engines: What to know about the engines, as sentences.
        patience: Chosen at first: a value of `Patience`.
        expressive: Whether the engine measures how voices sound.
        agreed: Whether the person agreed that this is kept and worded.
    """

    job: rx.Field[str] = rx.field("")
    job_to: rx.Field[str] = rx.field("")
    engines: rx.Field[list[str]] = rx.field(default_factory=list)
    patience: rx.Field[str] = rx.field("normal")
    expressive: rx.Field[bool] = rx.field(False)
    agreed: rx.Field[bool] = rx.field(False)
    # The interview that `start` made; the room opens its call without another click.
    _just_started: str = ""

    @rx.event
    async def load(self) -> None:
        """Read which job it is for, and which engines will play."""
        async with showing(self):
            actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
            forget_refusal(self)
            self.job = (await services().job_infos.get(actor, job_info_id)).name
            self.job_to = addresses.job_info_page(job_info_id)
            self.engines = list(services().strip())
            self.expressive = services().calls.engines.best.interviewer.expressive
            chosen = await services().profiles.read(actor)
            self.patience, self.agreed = chosen.patience, chosen.expressions_consent_at is not None

    @rx.event
    async def start(self, form: dict[str, Any]) -> EventSpec | None:
        """Make an interview and go to its room, or say beside the button why not."""
        actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
        chosen = form if isinstance(form, dict) else {}
        minutes = _whole_number(chosen.get("minutes"))
        forget_refusal(self)
        expressive = services().calls.engines.best.interviewer.expressive
        if expressive and chosen.get("expressions") == "on":  # taken back in the settings only
            await services().preferences.agree_to_expressions(actor, agreed=True)
            self.agreed = True
        try:
            started = await services().interviews.start(
                actor, job_info_id, minutes, chosen.get("patience"), **_manner(chosen)
            )
        except (AllowanceUsedUp, InvalidInput, ServiceUnavailable) as refusal:
            return refuse(self, refusal)
        self._just_started = str(started.interview_id)
        return rx.redirect(addresses.room(job_info_id, started.interview_id))


def _manner(chosen: dict[str, Any]) -> dict[str, object]:
    """Return what the form says of how it is asked; what it does not say stays as usual."""
    return {name: chosen[name] for name in ("kind", "difficulty", "tone") if name in chosen}


def _whole_number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isdecimal() else None
