"""The screen of the device check: its rows, and the buttons that lead on.

Everything here works by the plain attributes that components/device_check/component.py explains.
"""

import reflex as rx

from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


def device_rows(
    sentence: rx.Var[str], language: rx.Var[str], listening: rx.Component
) -> rx.Component:
    """Return the microphone's row, whether one is heard, and further checks for who wants them.

    Args:
        sentence: To be read aloud.
        language: Of the sentence, as in ISO 639-1.
        listening: Whether anything here can hear the person.
    """
    return rx.fragment(
        check_tile("mic", _("Microphone"), _word("mic"), _devices(), row="mic", beside=_start()),
        listening,
        rx.el.details(
            rx.el.summary(_("More checks: hear yourself, echo, connection")),
            rx.el.p(
                _(
                    "You can start without any of this. What you record stays in this browser; "
                    "only the sentence you read aloud goes to our server, which forgets it at "
                    "once."
                ),
                class_name="hint",
            ),
            _row("take", _("Hear yourself"), _hear_yourself()),
            _row(
                "echo",
                _("Echo"),
                button(_("Test for echo"), data_check="echo", data_check_waits=""),
            ),
            _row("line", _("Connection"), button(_("Measure again"), data_check="line")),
            _row("ear", _("What the interviewer hears"), _reading(sentence, language)),
            class_name="more-checks",
        ),
    )


def start_actions(start: rx.Component) -> rx.Component:
    """Return the ways to the interview, whatever was checked."""
    typed = rx.el.button(
        icon("keyboard"),
        _("Type instead"),
        type="submit",
        data_check="type",
        class_name="button plain big",
    )
    return rx.el.div(start, typed, class_name="actions start-actions")


def check_tile(
    picture: str,
    title: Text,
    *told: rx.Component,
    row: str = "",
    beside: rx.Component | None = None,
) -> rx.Component:
    """Return one thing that checks itself: an icon, its title, how it stands.

    Args:
        picture: Name of the icon.
        title: What is checked.
        told: How it stands.
        row: Name of the row for the device check; empty where it does not draw it.
        beside: A button at the end.
    """
    return rx.el.div(
        rx.el.span(icon(picture), class_name="tile"),
        rx.el.div(rx.el.h3(title), *told),
        *([beside] if beside is not None else []),
        class_name="check",
        data_row=row,
    )


def _word(name: str) -> rx.Component:
    return rx.fragment(
        rx.el.span(role="status", class_name="check-word", data_check_text=name),
        rx.el.p(role="status", class_name="hint", data_check_text=f"{name}-sentence"),
    )


def _row(name: str, title: Text, *content: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h3(title),
            rx.el.span(role="status", class_name="check-word", data_check_text=name),
            class_name="check-head",
        ),
        rx.el.p(role="status", class_name="hint", data_check_text=f"{name}-sentence"),
        *content,
        class_name="check-row",
        data_row=name,
    )


def _devices() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.label(_("Use this microphone"), html_for="device"),
            rx.el.select(id="device", class_name="input", data_check_devices=""),
            class_name="field check-devices",
        ),
        rx.el.i(rx.el.b(), data_check_level="", class_name="meter check-meter", aria_hidden="true"),
    )


def _start() -> rx.Component:
    """Return the button that opens and closes the microphone; what it does now, it says itself."""
    return rx.el.button(
        rx.el.span(data_check_text="start"), type="button", class_name="button", data_check="start"
    )


def _hear_yourself() -> rx.Component:
    return rx.el.div(
        button(_("Record 5 seconds"), data_check="record", data_check_waits=""),
        button(_("Play"), data_check="play", data_check_waits=""),
        rx.el.span(data_check_text="left", aria_hidden="true", class_name="muted small figures"),
        class_name="actions",
    )


def _reading(sentence: rx.Var[str], language: rx.Var[str]) -> rx.Component:
    return rx.fragment(
        rx.el.p(_("Read this sentence aloud: "), rx.el.q(sentence, lang=language)),
        actions(
            button(_("Read it now"), data_check="read", data_check_waits=""),
            button(_("Done reading"), data_check="done"),
        ),
        rx.el.div(
            rx.el.p(data_check_text="heard", class_name="check-heard"),
            rx.el.p(data_check_text="fillers"),
            rx.el.p(data_check_text="engine", class_name="hint"),
            role="status",
            class_name="stack tight check-caption",
        ),
    )
