"""What the person's plan includes, and how much of it they have used."""

import reflex as rx

from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.states.jobs.rows import counted
from darasa_reflex.wiring import services


class PlanState(Screen, rx.State):
    """A cache of a person's plan. Every page reads it, for its header.

    Attributes:
        badge: The plan in one or two words; empty where there is no limit and nobody sells plans.
        includes: What it includes, as a sentence.
        used: What of it is used, as a sentence.
    """

    badge: rx.Field[str] = rx.field("")
    includes: rx.Field[str] = rx.field("")
    used: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read what is included and what is used."""
        async with showing(self):
            actor = await actor_of(self)
            allowance = await services().interviews.allowance(actor)
            sold = actor.features is not None
            self.badge = _badge(allowance.included, sold=sold)
            self.includes = _includes(allowance.included, sold=sold)
            self.used = f"You have held {counted(allowance.used, 'interview')}."


def _badge(included: int | None, *, sold: bool) -> str:
    if included is None:
        return "Unlimited" if sold else ""
    return counted(included, "interview")


def _includes(included: int | None, *, sold: bool) -> str:
    whole = "any number of interviews" if included is None else counted(included, "interview")
    return f"Your plan includes {whole}." if sold else f"This server allows each person {whole}."
