"""Chips: skills and requirements, to read and to edit."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.links import button
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import gettext as _


@dataclass(frozen=True, slots=True)
class ChipRow:
    """A chip that can be edited.

    Attributes:
        key: Names it for as long as the form is open.
        text: The skill or requirement.
        was_read: It came from the text and nobody has touched it.
    """

    key: str
    text: str
    was_read: bool = False


def chip(text: rx.Var[str] | str) -> rx.Component:
    """Return a chip to read, an item of a list."""
    return rx.el.li(text, class_name="chip", dir="auto")


def chips(texts: ArrayVar[Sequence[str]]) -> rx.Component:
    """Return chips to read."""
    return rx.el.ul(rx.foreach(texts, chip), class_name="chips")


def editable_chip(
    row: ObjectVar[ChipRow], on_rename: EventType[str], on_remove: EventType
) -> rx.Component:
    """Return a chip whose text is a field of its own; leaving the field keeps the change."""
    return rx.el.li(
        rx.el.input(
            default_value=row.text,
            on_blur=on_rename,
            size=row.text.length(),
            aria_label=_("Skill or requirement"),
            auto_complete="off",
            dir="auto",
            data_draft=rx.cond(row.was_read, "read", "skills"),
            data_draft_changed="skills",
            data_draft_before="refused",
        ),
        rx.el.button(
            icon("close"),
            rx.el.span(_("Remove {text}", text=row.text), class_name="unseen"),
            type="button",
            on_click=on_remove,
            data_changes="true",
        ),
        class_name="chip editable",
        key=f"{row.key} {row.text}",
    )


def refused_chip(text: rx.Var[str]) -> rx.Component:
    """Return what a draft remembers of a chip that was removed: nobody sees it."""
    return rx.el.input(type="hidden", value=text, data_draft="refused", key=text)


def chip_adder(on_add: EventType, on_leave: EventType) -> rx.Component:
    """Return the field that adds a chip: by Enter, by its button, or by leaving it."""
    return rx.el.form(
        rx.el.label(_("Add a skill"), html_for="new_skill", class_name="unseen"),
        rx.el.input(
            id="new_skill",
            name="new_skill",
            placeholder=_("Add a skill"),
            on_blur=on_leave,
            auto_complete="off",
            dir="auto",
            class_name="input",
        ),
        button(_("Add"), type="submit"),
        on_submit=on_add,
        reset_on_submit=True,
        data_part="true",
        class_name="add-chip",
    )
