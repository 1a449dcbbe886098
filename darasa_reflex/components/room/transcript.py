"""The transcript: what was said, in bubbles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.links import jump
from darasa_reflex.components.words import gettext as _


@dataclass(frozen=True, slots=True)
class Utterance:
    """One turn inside a bubble.

    Attributes:
        anchor: Id of its element, "turn-3" for the turn at position 3.
        text: What was said.
    """

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class BubbleRow:
    """Neighbouring turns of one speaker.

    Attributes:
        speaker: "actor" or "interviewer".
        time: When it began, from the start of the interview, as "03:12".
        language: What it was said in, as in ISO 639-1: screen readers change their voice for it.
        labels: What a reader should know: typed, rough, cut off.
        way: Words of a link to what a report says of it; empty where there is none.
        way_to: Where that leads, "#answer-3".
    """

    speaker: str
    time: str
    language: str = "en"
    labels: list[str] = field(default_factory=list)
    utterances: list[Utterance] = field(default_factory=list)
    way: str = ""
    way_to: str = ""


def bubble(row: ObjectVar[BubbleRow]) -> rx.Component:
    """Return what one speaker said in a row; the person's own sits on the right."""
    return rx.el.li(
        rx.el.div(
            rx.el.b(rx.cond(row.speaker == "actor", _("You"), _("Interviewer"))),
            rx.el.span(row.time, class_name="figures"),
            rx.foreach(row.labels, rx.el.span),
            rx.cond(row.way != "", jump(row.way, to=row.way_to, class_name="way")),
            class_name="bubble-head",
        ),
        rx.el.div(
            rx.foreach(row.utterances, _utterance), lang=row.language, class_name="bubble-body"
        ),
        class_name="bubble",
        data_speaker=row.speaker,
    )


def transcript(rows: ArrayVar[Sequence[BubbleRow]]) -> rx.Component:
    """Return a whole conversation, oldest first."""
    return rx.el.ol(rx.foreach(rows, bubble), class_name="transcript", aria_label=_("Transcript"))


def _utterance(said: ObjectVar[Utterance]) -> rx.Component:
    return rx.el.p(said.text, id=said.anchor, dir="auto")
