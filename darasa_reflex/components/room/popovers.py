"""What opens over the room: native popovers, which need no script.

Notes and the transcript are drawers at the side; on a phone they come from below.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.links import button
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.room.dock import more_controls
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _

_KEYS = (
    ("M", _("Mute")),
    (_("Space"), _("Ask for a moment, go on")),
    ("R", _("Repeat the question")),
    ("S", _("Skip the question")),
    ("T", _("Type, back to voice")),
    ("E", _("End the interview; it asks first")),
)


@dataclass(frozen=True, slots=True)
class AboutRow:
    """One line of what a candidate should know of an interview: what about, and what is so."""

    term: str
    told: str


def opener(popover: str, name: Text, picture: str, class_name: str = "") -> rx.Component:
    """Return the button that opens a popover, as an icon with a name."""
    return rx.el.button(
        icon(picture),
        type="button",
        class_name=f"icon-button {class_name}",
        aria_label=name,
        custom_attrs={"popoverTarget": popover},
    )


def about(rows: ArrayVar[Sequence[AboutRow]]) -> rx.Component:
    """Return who hears, speaks, asks and rates, and the keys."""
    return _popover(
        "room-about",
        _("About this interview"),
        rx.el.dl(rx.foreach(rows, _about_row), class_name="plain-rows"),
        rx.el.div(rx.el.h3(_("Keys")), _keys(), class_name="keys-section"),
        place="under-tools",
    )


def devices() -> rx.Component:
    """Return the menus of microphones and speakers, which the voice room fills in."""
    return _popover(
        "room-devices",
        _("Microphone and speaker"),
        _menu("microphone", _("Microphone")),
        rx.el.i(rx.el.b(), data_call_levels="", class_name="meter", aria_hidden="true"),
        _menu("loudspeaker", _("Speaker")),
        rx.el.div(
            button(_("Screen reader reads captions"), "plain", data_call="read"),
            class_name="reading",
        ),
        place="over-bar",
    )


def recording(on_stop: EventType[()]) -> rx.Component:
    """Return that the answers are being recorded, and what stops it."""
    return _popover(
        "room-recording",
        _("Your answers are being recorded"),
        rx.el.div(
            rx.el.p(_("Only your own voice, so that you can hear it in the report.")),
            button(
                _("Stop recording"),
                on_click=on_stop,
                custom_attrs={"popoverTarget": "room-recording", "popoverTargetAction": "hide"},
            ),
            rx.el.p(
                _(
                    "Then neither this answer nor those that follow are kept. You can delete the "
                    "others in the report."
                ),
                class_name="hint",
            ),
            class_name="stack close",
        ),
        place="under-tools",
    )


def recording_sign() -> rx.Component:
    """Return the sign that answers are being recorded, which opens what stops it."""
    return rx.el.button(
        rx.el.i(class_name="recording-dot", aria_hidden="true"),
        rx.el.span(_("Recording"), class_name="recording-word"),
        rx.el.span(_("Rec"), class_name="recording-short"),
        type="button",
        class_name="recording-sign",
        aria_label=_("Recording: your answers are being recorded"),
        custom_attrs={"popoverTarget": "room-recording"},
    )


def notes(field: rx.Component, told: rx.Var[str]) -> rx.Component:
    """Return the drawer of the person's notes.

    Args:
        field: The textarea, named "notes".
        told: What became of what was typed last.
    """
    return _popover(
        "room-notes",
        _("Your notes"),
        rx.el.label(_("Notes for yourself"), html_for="notes", class_name="unseen"),
        field,
        rx.el.div(
            rx.el.p(
                _("Only you see these. They are never rated."), id="notes_hint", class_name="hint"
            ),
            rx.el.p(told, role="status", class_name="saved"),
            class_name="below",
        ),
        place="drawer",
    )


def said_so_far(turns: rx.Component) -> rx.Component:
    """Return the drawer of the whole transcript, scrolled to the newest."""
    inside = rx.auto_scroll(
        turns, class_name="said-list", tab_index=0, role="region", aria_label=_("Said so far")
    )
    return _popover("room-said", _("Said so far"), inside, place="drawer")


def more() -> rx.Component:
    """Return what the bar of a phone leaves out while somebody types."""
    return _popover("room-more", _("More"), more_controls(), place="over-bar")


def _popover(name: str, title: Text, *content: rx.Component, place: str) -> rx.Component:
    heading = f"{name}-title"
    close = rx.el.button(
        icon("close"),
        type="button",
        class_name="icon-button",
        aria_label=_("Close: {title}", title=title),
        custom_attrs={"popoverTarget": name, "popoverTargetAction": "hide"},
    )
    return rx.el.div(
        rx.el.div(rx.el.h2(title, id=heading), close, class_name="pop-head"),
        *content,
        id=name,
        role="dialog",
        aria_labelledby=heading,
        class_name=f"popover {place}",
        custom_attrs={"popover": "auto"},
    )


def _about_row(row: ObjectVar[AboutRow]) -> rx.Component:
    return rx.el.div(rx.el.dt(row.term), rx.el.dd(row.told), key=row.term)


def _keys() -> rx.Component:
    return rx.el.dl(
        *[rx.fragment(rx.el.dt(rx.el.kbd(key)), rx.el.dd(meaning)) for key, meaning in _KEYS],
        class_name="keys",
    )


def _menu(kind: str, label: Text) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=f"call-{kind}"),
        rx.el.select(id=f"call-{kind}", class_name="input", data_call_devices=kind),
        class_name=f"field of-{kind}s",
    )
