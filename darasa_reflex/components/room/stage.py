"""The stage of a call: progress, the interviewer, the question, the newest captions.

Everything here works by the plain attributes that components/voice_room/component.py explains.
"""

from collections.abc import Sequence

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.page.notices import notice
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.room.presence import presence
from darasa_reflex.components.room.transcript import BubbleRow, Utterance
from darasa_reflex.components.words import gettext as _

# The newest bubbles of a conversation: three lines never show more.
_NEWEST = 3


def progress() -> rx.Component:
    """Return how far the interview is, in words and in pips."""
    return rx.el.div(
        rx.el.span(data_call_text="question"),
        rx.el.span(data_call_pips="", class_name="pips", aria_hidden="true"),
        class_name="room-progress when-live",
    )


def time_left() -> rx.Component:
    """Return the time that is left: drawn every second, read out only when it is pressing."""
    return rx.el.div(
        rx.el.span(data_call_text="left", class_name="figures time-left"),
        rx.el.span(data_call_text="warning", role="status", class_name="unseen"),
        class_name="when-live",
    )


def asked(way_in: rx.Component) -> rx.Component:
    """Return the interviewer with the question; before and after a call, the way in.

    Args:
        way_in: What can be done while no call is live.
    """
    return rx.el.div(
        presence(),
        rx.el.div(
            rx.el.p(data_call_text="state", role="status", class_name="call-state"),
            rx.el.p(
                rx.el.span(_("Paused. I will wait. "), role="status"),
                rx.el.span(data_call_text="held", class_name="figures muted"),
                class_name="held-note",
            ),
            rx.el.p(_("You are muted."), class_name="muted-note"),
            class_name="call-states when-called",
        ),
        rx.el.p(data_call_text="asked", class_name="question when-live"),
        way_in,
        class_name="asked",
    )


def captions(rows: ArrayVar[Sequence[BubbleRow]], language: rx.Var[str]) -> rx.Component:
    """Return the last three lines of what was said, with the words that are not final yet.

    Args:
        rows: The transcript; all of it stands in the drawer that the button opens.
        language: What the person answers in, as in ISO 639-1.
    """
    return rx.el.section(
        rx.el.div(
            rx.foreach(rows[-_NEWEST:], _caption),
            rx.el.p(
                rx.el.b(_("You")),
                rx.el.span(data_call_text="interim", lang=language, class_name="interim"),
                class_name="yours",
            ),
        ),
        rx.el.button(
            icon("expand"),
            type="button",
            class_name="icon-button",
            aria_label=_("Show everything said so far"),
            custom_attrs={"popoverTarget": "room-said"},
        ),
        class_name=rx.cond(rows.length() > 0, "captions", "captions none-yet"),
        aria_label=_("Captions"),
    )


def _caption(row: ObjectVar[BubbleRow]) -> rx.Component:
    mine = row.speaker == "actor"
    return rx.el.p(
        rx.el.b(rx.cond(mine, _("You"), _("Interviewer"))),
        rx.el.span(
            rx.foreach(row.utterances, lambda said: rx.el.span(said.text, " ", dir="auto")),
            lang=row.language,
        ),
        class_name=rx.cond(mine, "yours", ""),
    )


def captions_off() -> rx.Component:
    """Return what stands in place of the captions of a room with `no-captions`."""
    return rx.el.p(
        _("Captions are off, as you chose in the settings. What is said stands in the report."),
        class_name="hint captions-off when-live",
    )


def read_aloud(newest: ArrayVar[Sequence[Utterance]]) -> rx.Component:
    """Return the interviewer's last words for screen readers, which must not talk over a voice.

    While the answer is not typed and nobody asked for it, assets/room.css takes it out of the
    accessibility tree. Words that are not final never stand here.
    """
    return rx.el.div(
        rx.foreach(newest, lambda said: rx.el.p(said.text, key=said.anchor)),
        aria_live="polite",
        class_name="unseen read-aloud",
    )


def problem(
    sentence: rx.Var[str], kind: rx.Var[str], instead: rx.Var[str], on_instead: EventType
) -> rx.Component:
    """Return what is wrong with line or engine; assets/room.css hides what is over.

    Args:
        sentence: For the person.
        kind: An `ErrorKind` of the voice room.
        instead: Title of the engine that could play instead; empty without one.
        on_instead: Lets it play.
    """
    return rx.el.div(
        notice(
            rx.el.p(sentence),
            rx.cond(
                instead != "",
                rx.el.div(
                    button(_("Use {instead}", instead=instead), "primary", on_click=on_instead),
                    class_name="instead",
                ),
            ),
            tone="warning",
            role="alert",
        ),
        class_name="problem",
        data_kind=kind,
    )


def trouble() -> rx.Component:
    """Return what hinders for now: it floats over the interviewer, never over box or bar."""
    choose = button(_("Choose"), data_choose="", custom_attrs={"popoverTarget": "room-devices"})
    return rx.el.div(
        notice(
            rx.el.p(data_call_text="trouble"),
            actions(
                choose,
                button(_("Try again"), data_call="mic"),
                button(_("Type your answers"), data_call="type"),
            ),
            tone="warning",
            role="alert",
        ),
        class_name="trouble when-live",
    )
