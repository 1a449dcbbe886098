"""The receipt of a deletion: what went, and what is still there with what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar


@dataclass(frozen=True, slots=True)
class LeftRow:
    """Something that could not be removed.

    Attributes:
        told: What it is and what to do next, as sentences.
        names: What it is called there, as a sentence; empty when it has no name.
    """

    told: str
    names: str


def removed_list(lines: ArrayVar[Sequence[str]]) -> rx.Component:
    """Return what was removed, one line each."""
    return rx.el.ul(rx.foreach(lines, rx.el.li), class_name="plain-list")


def left_list(rows: ArrayVar[Sequence[LeftRow]]) -> rx.Component:
    """Return what is still there, each with its next step."""
    return rx.el.ul(rx.foreach(rows, _left), class_name="plain-list")


def _left(row: ObjectVar[LeftRow]) -> rx.Component:
    return rx.el.li(
        row.told, rx.cond(row.names != "", rx.el.p(row.names, class_name="small muted names"))
    )
