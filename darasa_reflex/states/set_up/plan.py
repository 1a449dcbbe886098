"""What the person's plan includes, and how much of it they have used."""

import reflex as rx

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of
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
            self.used = ngettext(
                "You have held {count} interview.",
                "You have held {count} interviews.",
                allowance.used,
            )


def _badge(included: int | None, *, sold: bool) -> str:
    if included is None:
        return _("Unlimited") if sold else ""
    return ngettext("{count} interview", "{count} interviews", included)


def _includes(included: int | None, *, sold: bool) -> str:
    if included is None:
        if sold:
            return _("Your plan includes any number of interviews.")
        return _("This server allows each person any number of interviews.")
    if sold:
        return ngettext(
            "Your plan includes {count} interview.",
            "Your plan includes {count} interviews.",
            included,
        )
    return ngettext(
        "This server allows each person {count} interview.",
        "This server allows each person {count} interviews.",
        included,
    )
