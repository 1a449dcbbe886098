"""Job infos in a list."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import facts, link


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job info in the list.

    Attributes:
        address: Address of its page.
        facts: The job's title, if it is known, and the level.
        held: How many interviews were held, in words.
        last: When the last one began, in ISO 8601; empty without one.
        next: What to do next, in words, and where.
    """

    id: str
    address: str
    name: str
    facts: list[str]
    held: str
    last: str
    next: str
    next_to: str


def job_cards(cards: ArrayVar[Sequence[JobCard]]) -> rx.Component:
    """Return job infos as cards: each leads to its job, and its foot to the next interview."""
    return rx.el.ul(rx.foreach(cards, _card), class_name="cards")


def _card(card: ObjectVar[JobCard]) -> rx.Component:
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
        key=card.id,
        class_name="job-card",
    )
