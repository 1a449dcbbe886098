"""The app under test: the voice room alone, with the plainest look, and a list of its events."""

import json
from typing import Any
from uuid import uuid4

import reflex as rx
from one_voice_room.scripted_evi import lines  # its name where the test copies it

from darasa_reflex.components.voice_room.component import (
    CallEvent,
    ChatEvent,
    EndEvent,
    ErrorEvent,
    StatusEvent,
    TickEvent,
    voice_room,
)


class Seen(rx.State):
    interview_id: str = ""
    ticket: str = ""
    issued: str = ""
    typed: str = ""
    events: list[str] = []

    @rx.event
    async def start(self, kind: str) -> None:
        self.issued = f"{kind}-{uuid4().hex}"
        self.interview_id, self.ticket = "i-1", self.issued

    @rx.event
    async def forget(self) -> None:
        self.interview_id, self.ticket = "", ""

    @rx.event
    async def offer_again(self) -> None:
        self.interview_id, self.ticket = "i-1", self.issued

    @rx.event
    async def type(self, typed: str) -> None:
        self.typed = typed

    @rx.event
    async def note_status(self, event: StatusEvent) -> None:
        self._note("status", dict(event))

    @rx.event
    async def note_chat(self, event: ChatEvent) -> None:
        self._note("chat", dict(event))

    @rx.event
    async def note_turn(self, event: CallEvent) -> None:
        self._note("turn", dict(event))

    @rx.event
    async def note_tick(self, event: TickEvent) -> None:
        self._note("tick", dict(event))

    @rx.event
    async def note_end(self, event: EndEvent) -> None:
        self._note("end", dict(event))

    @rx.event
    async def note_error(self, event: ErrorEvent) -> None:
        self._note("error", dict(event))

    @rx.event
    async def finish(self) -> None:
        self._note("finish", {})

    def _note(self, name: str, event: dict[str, Any]) -> None:
        self.events.append(json.dumps({"event": name, **event}))


def control(wish: str, label: str) -> rx.Component:
    return rx.el.button(label, custom_attrs={"data-call": wish})


def told(name: str) -> rx.Component:
    return rx.el.p(custom_attrs={"data-call-text": name})


def devices(kind: str) -> rx.Component:
    return rx.el.select(custom_attrs={"data-call-devices": kind}, aria_label=kind)


def answer(controlled: bool) -> rx.Component:
    marks = {"data-call-input": "true"}
    if not controlled:
        return rx.el.textarea(custom_attrs=marks, aria_label="Answer")
    # Reflex waits for a pause in typing before it tells Python, so fast typing is not lost.
    return rx.text_area(
        custom_attrs={**marks, "aria-label": "Answer"}, value=Seen.typed, on_change=Seen.type
    )


def end_dialog() -> rx.Component:
    return rx.alert_dialog.root(
        rx.alert_dialog.trigger(rx.el.button("End", custom_attrs={"data-call-end": "true"})),
        rx.alert_dialog.content(
            rx.alert_dialog.title("End the interview?"),
            rx.alert_dialog.action(control("hang-up", "Finish")),
            rx.alert_dialog.cancel(rx.el.button("Stay")),
        ),
    )


def screen(*, controlled: bool = False) -> rx.Component:
    return rx.el.main(
        rx.el.button("Start", on_click=Seen.start("good")),
        *[
            rx.el.button(f"Start with {left} s", on_click=Seen.start(f"good{left}"))
            for left in (600, 121, 62, 2)
        ],
        rx.el.button("Start refused", on_click=Seen.start("refused")),
        rx.el.button("Start blocked", on_click=Seen.start("blocked")),
        rx.el.button("Start unanswered", on_click=Seen.start("unanswered")),
        rx.el.button("Forget", on_click=Seen.forget),
        rx.el.button("Offer again", on_click=Seen.offer_again),
        rx.el.p(Seen.issued, id="issued"),
        voice_room(
            control("mute", "Mute"),
            control("type", "Type"),
            control("moment", "Moment"),
            control("repeat", "Repeat"),
            control("skip", "Skip"),
            control("read", "Read"),
            control("mic", "Try again"),
            end_dialog(),
            told("timer"),
            told("left"),
            told("warning"),
            told("held"),
            told("interim"),
            told("unsent"),
            told("state"),
            told("question"),
            told("asked"),
            told("microphone"),
            rx.el.p(custom_attrs={"data-call-pips": ""}),
            rx.el.p(id="levels", custom_attrs={"data-call-levels": ""}),
            told("trouble"),
            devices("microphone"),
            devices("loudspeaker"),
            answer(controlled),
            control("send", "Send"),
            control("send-and-end", "Send and end"),
            rx.el.button("Finish now", on_click=Seen.finish, custom_attrs={"data-call-finish": ""}),
            rx.el.ol(rx.foreach(Seen.events, rx.el.li), id="events"),
            interview_id=Seen.interview_id,
            ticket=Seen.ticket,
            id="room",
            on_status=Seen.note_status,
            on_chat=Seen.note_chat,
            on_turn=Seen.note_turn,
            on_tick=Seen.note_tick,
            on_end=Seen.note_end,
            on_error=Seen.note_error,
        ),
        rx.link("Elsewhere", href="/elsewhere"),
    )


app = rx.App(api_transformer=lines)
app.add_page(screen, route="/")
app.add_page(lambda: screen(controlled=True), route="/controlled")
app.add_page(lambda: rx.el.p("Elsewhere"), route="/elsewhere")
