"""Job infos in a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.links import facts, link
from darasa_reflex.components.words import gettext as _


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job info in the list.

    Attributes:
        address: Address of its page.
        facts: The job's title, if it is known, and the level.
        held: How many interviews were held, in words.
        last: When the last one began, in ISO 8601; empty without one.
        next: What to do next, in words, and where.
        what_goes: What is deleted with it, as a sentence.
    """

    id: str
    address: str
    name: str
    facts: list[str]
    held: str
    last: str
    next: str
    next_to: str
    what_goes: str


def job_cards(
    cards: ArrayVar[Sequence[JobCard]], on_delete: Callable[[rx.Var[str]], EventType]
) -> rx.Component:
    """Return jobs as cards: each leads to its job, its foot to the next interview.

    Args:
        cards: The jobs.
        on_delete: Returns what deletes one, from its id.
    """
    return rx.el.ul(rx.foreach(cards, lambda card: _card(card, on_delete)), class_name="cards")


def _card(card: ObjectVar[JobCard], on_delete: Callable[[rx.Var[str]], EventType]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h2(link(card.name, to=card.address), id=f"job-{card.id}", dir="auto"),
            facts(card.facts.to(list[str])),
        ),
        rx.el.div(
            rx.el.p(
                rx.el.span(card.held),
                rx.cond(card.last != "", local_time(iso=card.last)),
                class_name="facts",
            ),
            link(card.next, to=card.next_to, class_name="todo", aria_describedby=f"job-{card.id}"),
            class_name="foot",
        ),
        delete_dialog(
            _("Delete “{name}”?", name=card.name),
            _("{what_goes} This cannot be undone.", what_goes=card.what_goes),
            on_delete(card.id),
            label=_("Delete {name}", name=card.name),
        ),
        key=card.id,
        class_name="job-card",
    )
