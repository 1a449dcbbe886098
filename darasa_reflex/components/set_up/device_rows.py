"""The screen of the device check: its rows, and the buttons that lead on.

Everything here works by the plain attributes that components/device_check/component.py explains.
"""

import reflex as rx

from darasa_reflex.components.page.links import actions, button


def device_rows(form: str, sentence: rx.Var[str], language: rx.Var[str]) -> rx.Component:
    """Return the five rows, and the ways on.

    Args:
        form: Id of the form that starts the interview.
        sentence: To be read aloud.
        language: Of the sentence, as in ISO 639-1.
    """
    return rx.fragment(
        rx.el.p(
            "You can start without any of this. What you record stays in this browser; only the "
            "sentence you read aloud goes to our server, which forgets it at once.",
            class_name="hint",
        ),
        _row("mic", "Microphone", _devices(), _start()),
        _row("take", "Hear yourself", _hear_yourself()),
        _row("echo", "Echo", button("Test for echo", data_check="echo", data_check_waits="")),
        _row("line", "Connection", button("Measure again", data_check="line")),
        _row("ear", "What the interviewer hears", _reading(sentence, language)),
        ways_on(form),
    )


def ways_on(form: str) -> rx.Component:
    """Return the ways to the interview, whatever was checked."""
    return actions(
        button("Continue anyway", type="submit", form=form),
        button("Type instead", type="submit", form=form, data_check="type"),
    )


def _row(name: str, title: str, *content: rx.Component) -> rx.Component:
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
            rx.el.label("Use this microphone", html_for="device"),
            rx.el.select(id="device", class_name="input", data_check_devices=""),
            class_name="field check-devices",
        ),
        rx.el.i(rx.el.b(), class_name="meter check-meter", aria_hidden="true"),
    )


def _start() -> rx.Component:
    """Return the button that opens and closes the microphone; what it does now, it says itself."""
    return rx.el.button(
        rx.el.span(data_check_text="start"), type="button", class_name="button", data_check="start"
    )


def _hear_yourself() -> rx.Component:
    return rx.el.div(
        button("Record 5 seconds", data_check="record", data_check_waits=""),
        button("Play", data_check="play", data_check_waits=""),
        rx.el.span(data_check_text="left", aria_hidden="true", class_name="muted small figures"),
        class_name="actions",
    )


def _reading(sentence: rx.Var[str], language: rx.Var[str]) -> rx.Component:
    return rx.fragment(
        rx.el.p("Read this sentence aloud: ", rx.el.q(sentence, lang=language)),
        actions(
            button("Read it now", data_check="read", data_check_waits=""),
            button("Done reading", data_check="done"),
        ),
        rx.el.div(
            rx.el.p(data_check_text="heard", class_name="check-heard"),
            rx.el.p(data_check_text="fillers"),
            rx.el.p(data_check_text="engine", class_name="hint"),
            role="status",
            class_name="stack tight check-caption",
        ),
    )
