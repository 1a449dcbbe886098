"""Job infos in a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.links import fact_line, link


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job info in the list.

    Attributes:
        address: Address of its page.
        title: The job's title, or "Not specified".
        held: How many interviews were held, in words.
        what_goes: What is deleted with it, as a sentence.
    """

    id: str
    address: str
    name: str
    title: str
    level: str
    held: str
    what_goes: str


def job_cards(
    cards: ArrayVar[Sequence[JobCard]], on_delete: Callable[[rx.Var[str]], EventType]
) -> rx.Component:
    """Return job infos as cards, each one link with a button that deletes it.

    Args:
        cards: The job infos.
        on_delete: Returns what deletes one, from its id.
    """
    return rx.el.ul(rx.foreach(cards, lambda card: _card(card, on_delete)), class_name="cards")


def _card(card: ObjectVar[JobCard], on_delete: Callable[[rx.Var[str]], EventType]) -> rx.Component:
    return rx.el.li(
        link(
            rx.el.h2(card.name, dir="auto"),
            fact_line([card.title, card.level]),
            fact_line([card.held]),
            to=card.address,
            class_name="job-card",
        ),
        delete_dialog(
            f"Delete “{card.name}”?",
            f"{card.what_goes} This cannot be undone.",
            on_delete(card.id),
            label=rx.Var.create(f"Delete {card.name}"),
        ),
        key=card.id,
    )
