"""Job infos in a list."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.links import fact_line, link


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job info in the list.

    Attributes:
        address: Address of its page.
        title: The job's title, or "Not specified".
        held: How many interviews were held, in words.
    """

    id: str
    address: str
    name: str
    title: str
    level: str
    held: str


def job_cards(cards: ArrayVar[Sequence[JobCard]]) -> rx.Component:
    """Return job infos as cards, each one link."""
    return rx.el.ul(rx.foreach(cards, _card), class_name="cards")


def _card(card: ObjectVar[JobCard]) -> rx.Component:
    return rx.el.li(
        link(
            rx.el.h2(card.name, dir="auto"),
            fact_line([card.title, card.level]),
            fact_line([card.held]),
            to=card.address,
            class_name="job-card",
        ),
        key=card.id,
    )
