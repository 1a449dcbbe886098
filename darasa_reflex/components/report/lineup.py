"""What heard, spoke and worded an interview, quietly."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces


@dataclass(frozen=True, slots=True)
class StintRow:
    """What played for a while.

    Attributes:
        since: From when on, "03:12"; empty when nothing else played.
        said: What, and why nothing better, as sentences.
    """

    since: str
    said: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the interviewer, as "Heard by", and what played it in turn."""

    part: str
    stints: list[StintRow] = field(default_factory=list)


def lineup(parts: ArrayVar[Sequence[PartRow]]) -> rx.Component:
    """Return what played an interview; nothing for one of which that was not kept."""
    return rx.cond(
        parts.length() > 0,
        section(
            _("How the interview was held"), rx.el.dl(rx.foreach(parts, _part), class_name="lineup")
        ),
    )


def _part(row: ObjectVar[PartRow]) -> rx.Component:
    return rx.el.div(rx.el.dt(row.part), rx.foreach(row.stints, _stint))


def _stint(row: ObjectVar[StintRow]) -> rx.Component:
    since = rx.el.span(*pieces("From {time}: ", time=row.since), class_name="figures")
    return rx.el.dd(rx.cond(row.since != "", since), row.said)
