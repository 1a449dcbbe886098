"""The dock of a call: the answer in writing and one bar of controls, always in sight.

Everything here works by the plain attributes that components/voice_room/component.py explains.
"""

from typing import Any, NamedTuple

import reflex as rx

from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


class Face(NamedTuple):
    """What a button shows: an icon, and the word under it."""

    icon: str
    word: Text


_MUTE = (Face("mic", _("Mute")), Face("mic-off", _("Unmute")))
_MOMENT = (Face("pause", _("A moment")), Face("play", _("Go on")))
_REPEAT = (Face("again", _("Repeat")),)
_SKIP = (Face("skip", _("Skip")),)
_TYPE = (Face("keyboard", _("Type")), Face("mic", _("Speak")))


def typed_answer(language: rx.Var[str]) -> rx.Component:
    """Return the field for a typed answer; Enter sends, Shift and Enter break the line.

    Args:
        language: What is typed in it, as in ISO 639-1; dictionaries and keyboards go by it.
    """
    return rx.el.div(
        rx.el.label(_("Your answer"), html_for="answer", class_name="unseen"),
        rx.el.textarea(
            id="answer",
            data_call_input="true",
            lang=language,
            dir="auto",
            rows="2",
            class_name="input",
            # assets/room.css tells by it whether something stands in the field.
            placeholder=_("Type your answer. Enter sends it."),
            aria_describedby="answer_keys",
        ),
        rx.el.span(_("Shift and Enter break the line."), id="answer_keys", class_name="unseen"),
        rx.el.button(
            icon("send"), _("Send"), type="button", data_call="send", class_name="button primary"
        ),
        class_name="typed-answer when-live",
    )


def unsent(language: rx.Var[str]) -> rx.Component:
    """Return what became of answers that are not kept yet; never cut away by the captions."""
    return rx.el.p(
        data_call_text="unsent", role="status", lang=language, tab_index=0, class_name="unsent"
    )


def call_bar(end: rx.Component) -> rx.Component:
    """Return the controls at the bottom, in reach of a thumb.

    Args:
        end: The button that ends the interview; it asks first.
    """
    return rx.el.div(
        _device_chip(),
        rx.el.div(
            _call_button("mute", _MUTE, aria_keyshortcuts="m", data_call_levels=""),
            _call_button("moment", _MOMENT, aria_keyshortcuts="Space"),
            _call_button("repeat", _REPEAT, aria_keyshortcuts="r"),
            _call_button("skip", _SKIP, aria_keyshortcuts="s"),
            _call_button("type", _TYPE, "stays", aria_keyshortcuts="t"),
            rx.el.button(
                *_faces((Face("more", _("More")),)),
                type="button",
                class_name="call-button stays more-controls",
                custom_attrs={"popoverTarget": "room-more"},
            ),
            class_name="call-buttons",
        ),
        end,
        class_name="call-bar when-live",
    )


def end_button() -> rx.Component:
    """Return the button that asks whether to end."""
    return rx.el.button(
        *_faces((Face("phone", _("End")),)),
        type="button",
        class_name="call-button end stays",
        data_call_end="true",
        aria_keyshortcuts="e",
        # Begins with what is seen, and says to the ear what ends.
        aria_label=_("End interview"),
    )


def more_controls() -> rx.Component:
    """Return the controls that a phone has no room for while somebody types."""
    return rx.el.div(
        *[
            _call_button(wish, faces, "in-menu")
            for wish, faces in (("moment", _MOMENT), ("repeat", _REPEAT), ("skip", _SKIP))
        ],
        class_name="stack tight",
    )


def _device_chip() -> rx.Component:
    return rx.el.button(
        icon("mic"),
        rx.el.span(_("Microphone and speaker: "), class_name="unseen"),
        rx.el.span(data_call_text="microphone", class_name="chip-name"),
        rx.el.i(rx.el.b(), data_call_levels="", class_name="meter", aria_hidden="true"),
        icon("down"),
        type="button",
        class_name="device-chip",
        custom_attrs={"popoverTarget": "room-devices"},
    )


def _call_button(
    wish: str,
    faces: tuple[Face, ...],
    kind: str = "",
    **props: Any,  # noqa: ANN401 (props of a button)
) -> rx.Component:
    """Return a button that steers the call; with two faces it shows what a press does next."""
    return rx.el.button(
        *_faces(faces), type="button", class_name=f"call-button {kind}", data_call=wish, **props
    )


def _faces(faces: tuple[Face, ...]) -> tuple[rx.Component, rx.Component]:
    whens = ("false", "true") if len(faces) > 1 else (None,)
    pairs = list(zip(whens, faces, strict=True))
    return (
        rx.el.span(*[_part(when, icon(face.icon)) for when, face in pairs], class_name="disc"),
        rx.el.span(*[_part(when, face.word) for when, face in pairs]),
    )


def _part(when: str | None, content: rx.Component | Text) -> rx.Component:
    return rx.el.span(content) if when is None else rx.el.span(content, data_call_when=when)
