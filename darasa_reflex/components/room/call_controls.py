"""The screen of a call: what the voice room fills in, and the controls that steer it.

Everything here works by the plain attributes that components/voice_room/component.py explains.
"""

from collections.abc import Sequence

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar

from darasa_reflex.components.page.dialogs import dialog_title
from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.page.notices import notice
from darasa_reflex.components.room.transcript import Utterance


def call_head() -> rx.Component:
    """Return state, question and time: filled in by the voice room, not by events."""
    return rx.el.div(
        rx.el.div(
            rx.el.span(class_name="presence", aria_hidden="true"),
            rx.el.span(data_call_text="state", role="status", class_name="call-state"),
        ),
        rx.el.span(data_call_text="question", class_name="muted"),
        rx.el.span(data_call_text="left", class_name="figures time-left"),
        rx.el.span(data_call_text="warning", role="status", class_name="unseen"),
        class_name="call-head when-live",
    )


def captions(turns: rx.Component, language: rx.Var[str]) -> rx.Component:
    """Return what was said, scrolled to the newest, with the words that are not final yet.

    Args:
        turns: The transcript.
        language: What the person answers in, as in ISO 639-1.
    """
    return rx.auto_scroll(
        turns,
        rx.el.p(data_call_text="interim", lang=language, class_name="interim"),
        rx.el.p(data_call_text="unsent", role="status", lang=language, class_name="interim unsent"),
        id="captions",
        class_name="captions",
        tab_index=0,
        role="region",
        aria_label="Captions",
    )


def captions_off() -> rx.Component:
    """Return what stands in place of the captions of a room with `no-captions`."""
    return rx.el.p(
        "Captions are off, as you chose in the settings. What is said stands in the report.",
        class_name="hint captions-off",
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
                    button(f"Use {instead}", "primary", on_click=on_instead), class_name="instead"
                ),
            ),
            tone="warning",
            role="alert",
        ),
        class_name="problem",
        data_kind=kind,
    )


def _trouble() -> rx.Component:
    # In the bar, which is in sight wherever the captions are scrolled to, and below the answer.
    return rx.el.div(
        notice(
            rx.el.p(data_call_text="trouble"),
            actions(
                button("Try again", data_call="mic"),
                button("Type your answers", data_call="type"),
            ),
            tone="warning",
            role="alert",
        ),
        class_name="trouble",
    )


def _sound_menu() -> rx.Component:
    """Return the menus of microphones and loudspeakers; the voice room fills them in."""
    return rx.el.details(
        rx.el.summary("Microphone and loudspeaker"),
        rx.el.div(
            _devices("microphone", "Microphone"),
            _devices("loudspeaker", "Loudspeaker"),
            class_name="sound-menus",
        ),
        class_name="sound-menu",
    )


def _devices(kind: str, label: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=f"call-{kind}"),
        rx.el.select(id=f"call-{kind}", class_name="input", data_call_devices=kind),
        class_name=f"field of-{kind}s",
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


def _reading_choice() -> rx.Component:
    """Return the switch that has captions read aloud by a screen reader."""
    return rx.el.div(button("Read captions aloud", "plain", data_call="read"), class_name="reading")


def call_settings() -> rx.Component:
    """Return what may be changed during a call: devices, and captions read aloud."""
    return rx.el.div(_sound_menu(), _reading_choice(), class_name="call-settings when-live")


def call_keys() -> rx.Component:
    """Return the keys that work during a call."""
    return rx.el.dl(
        *[
            rx.fragment(rx.el.dt(rx.el.kbd(key)), rx.el.dd(meaning))
            for key, meaning in (
                ("M", "Mute"),
                ("Space", "Give me a moment, go on"),
                ("R", "Repeat the question"),
                ("S", "Skip the question"),
                ("T", "Type instead, back to voice"),
                ("E", "End the interview; it asks first"),
            )
        ],
        class_name="keys",
    )


def typed_answer() -> rx.Component:
    """Return the field for a typed answer; Enter sends, Shift and Enter break the line."""
    return rx.el.div(
        rx.el.label("Your answer", html_for="answer"),
        rx.el.textarea(
            id="answer",
            data_call_input="true",
            dir="auto",
            rows="3",
            class_name="input",
            placeholder="Type here. Enter sends, Shift + Enter breaks the line.",
        ),
        actions(button("Send", "primary", data_call="send")),
        class_name="typed-answer when-live",
    )


def call_bar(end: rx.Component) -> rx.Component:
    """Return the controls at the bottom, in reach of a thumb.

    Args:
        end: The button that ends the interview; it asks first.
    """
    return rx.el.div(
        _trouble(),
        rx.el.div(
            _meter("you", "You"),
            _meter("interviewer", "Interviewer"),
            class_name="meters",
            aria_hidden="true",
        ),
        rx.el.div(
            button("Mute", data_call="mute", aria_keyshortcuts="m"),
            button("Give me a moment", data_call="moment", aria_keyshortcuts="Space"),
            button("Repeat", data_call="repeat", aria_keyshortcuts="r"),
            button("Skip", data_call="skip", aria_keyshortcuts="s"),
            button("Type instead", data_call="type", aria_keyshortcuts="t"),
            end,
            class_name="call-buttons",
        ),
        rx.el.p("You are muted.", class_name="muted-note"),
        rx.el.p(
            rx.el.span("Paused. I will wait. ", role="status"),
            rx.el.span(data_call_text="held", class_name="figures"),
            class_name="held-note",
        ),
        class_name="call-bar when-live",
    )


def end_dialog(job_to: rx.Var[str], on_finish: EventType, on_discard: EventType) -> rx.Component:
    """Return the End button that asks once; the focus starts on the way to feedback.

    Args:
        job_to: Where "Save for later" leads.
        on_finish: Ends the interview and asks for feedback.
        on_discard: Deletes the interview.
    """
    finish = button(
        "End interview and get feedback",
        "primary",
        data_call="hang-up",
        on_click=on_finish,
        auto_focus=True,
    )
    later = button("Save for later", data_call="hang-up", on_click=rx.redirect(job_to))
    discard = button("Discard", "danger plain", data_call="hang-up", on_click=on_discard)
    return rx.alert_dialog.root(
        rx.alert_dialog.trigger(
            button("End interview", "danger", data_call_end="true", aria_keyshortcuts="e")
        ),
        rx.alert_dialog.content(
            dialog_title("End the interview?"),
            rx.alert_dialog.description(
                "What was said is kept. Saved for later, it can be resumed; discarded, it is gone."
            ),
            rx.el.div(
                rx.alert_dialog.action(finish),
                rx.alert_dialog.action(later),
                rx.alert_dialog.action(discard),
                rx.alert_dialog.cancel(button("Go on", "plain")),
                class_name="stacked",
            ),
            class_name="dialog",
        ),
    )


def _meter(whose: str, word: str) -> rx.Component:
    return rx.el.div(rx.el.span(word), rx.el.i(rx.el.b(), class_name="meter", data_whose=whose))
