"""The voice room: one live call in the browser.

Its children are the screen. They steer the call by plain attributes, so a look needs no JavaScript:

- `data-call="mute" | "type" | "moment" | "repeat" | "skip" | "read" | "send" | "send-and-end" |
  "hang-up" | "mic"` on a button ("mic" opens the microphone again, "read" turns reading captions
  aloud on and off). Words in it may be marked `data-call-when="true" | "false"`, for while its
  state is so; CSS chooses between them, and such a button is not told as pressed besides.
  `textarea[data-call-input]` holds a typed answer; Enter sends it. `data-call-end` on the
  button that asks whether to end, `data-call-resume` on the one that opens a further call: a lost
  line is taken up again by pressing it, unless that says "by-hand". `data-call-finish` on the one
  that ends the interview: after "send-and-end" it is pressed once the answer is kept.
- `select[data-call-devices="microphone" | "loudspeaker"]` without options: it is filled in, and
  what is chosen in it is used at once and remembered. `data-microphones` and `data-loudspeakers`
  on the root: how many there are; no loudspeakers where the browser lets no page choose one.
- `data-call-text="timer" | "left" | "warning" | "held" | "interim" | "unsent" | "state" |
  "question" | "asked" | "microphone" | "trouble"` on an element without children: it is filled in.
  "question" is where in the plan it stands, "asked" the question itself, "microphone" the name of
  the one in use. `data-call-pips` likewise: an `i` for each planned question, of class `done` or
  `now`. "unsent" holds
  answers that the server has not kept yet: typed ones, and spoken ones that it gave back. "warning"
  changes three times in a call and is meant to be read out; "left" changes every second and is not.
- The root tells CSS how things are: `data-status` ("idle" or a `Status`), `data-muted`,
  `data-typing`, `data-held` and `data-reading` ("true", "false"), `data-mic` ("on", "off",
  "error"), `data-trouble` (what hinders for now, see troubles.js, or empty), `data-time` ("calm",
  "amber" from 2 min left, "red" from 1 min, "up"), `data-interviewer` ("speaking", "listening",
  "thinking", "waiting"), `data-return` ("trying" while a lost line is taken up again by itself,
  "stopped" once that was given up, else empty).
- Each element with `data-call-levels` gets `--level-you` and `--level-interviewer` (0 to 1).
- A call that begins in writing opens no microphone until the person wants to speak. Microphone and
  loudspeaker are those that this browser remembers, if they are there (chosen.js).
- A microphone that fails opens the answer's field; once it works again, the room is back in voice
  unless something was typed.
- Keys while connected: M mutes, T types, Space asks for a moment, R repeats the question, S skips
  it, E presses `data-call-end`. `data-keys="off"` on the root stops them.
"""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

from typing import Literal

import reflex as rx
from reflex.components.component import field
from reflex.event import passthrough_event_spec
from typing_extensions import TypedDict  # one that pydantic can check on Python 3.11

from darasa_reflex.components import (
    scripts,
    words,  # noqa: F401 (puts what the scripts import beside them)
)

# What voice_room.jsx imports lies beside it; the browser loads the worklet by its own address.
scripts.link_parts(__file__)
WORKLET = scripts.address(__file__, "audio/pcm_worklet.js")

Status = Literal["connecting", "connected", "lost", "ended", "error"]
EndReason = Literal[
    "hang_up",
    "completed",
    "inactivity",
    "max_duration",
    "replaced",
    "lost",
    "stopped",
    "signed_out",
]
ErrorKind = Literal[
    "connect_failed",
    "line_blocked",
    "not_kept",
    "ticket",
    "engine",
    "used_up",
    "server",
]


class CallEvent(TypedDict):
    """What every event of a call carries.

    Attributes:
        interview_id: As it was when the call began, even if the prop has changed since.
    """

    interview_id: str


class StatusEvent(CallEvent):
    """What `on_status` receives."""

    status: Status


class ChatEvent(CallEvent):
    """What `on_chat` receives."""

    chat_id: str


class TickEvent(CallEvent):
    """What `on_tick` receives.

    Attributes:
        elapsed_seconds: Whole seconds since the call was connected, on the browser's clock.
    """

    elapsed_seconds: int


class EndEvent(CallEvent):
    """What `on_end` receives.

    Attributes:
        reason: "completed" when the interviewer hung up, "hang_up" when the person did.
    """

    reason: EndReason


class ErrorEvent(CallEvent):
    """What `on_error` receives. What hinders only for now is no error: see `data-trouble`.

    Attributes:
        kind: "line_blocked" when our server would have taken the ticket, but the socket did not
            reach it; "not_kept" when the database took nothing; "engine" when what plays the
            interviewer failed, so that another may help; "used_up" when the person has held all
            interviews they may.
        message: One plain sentence for the person.
    """

    kind: ErrorKind
    message: str


class VoiceRoom(rx.NoSSRComponent):
    """A live call over EVI: JSON text and binary PCM frames. Renders its children in one `div`."""

    library = scripts.library(__file__, "voice_room.jsx")
    tag = "VoiceRoom"

    interview_id: rx.Var[str] = field(doc="Goes out again with every event of the call it began.")
    ticket: rx.Var[str] = field(
        doc="Opens a call when it changes, after mount, to a text not seen before. "
        "One use, 60 s. Becoming empty ends nothing."
    )
    in_writing: rx.Var[bool] = field(
        default=rx.Var.create(False),
        doc="A call that opens while this is true begins in writing: nothing hears the person.",
    )
    worklet_url: rx.Var[str] = field(
        default=rx.Var.create(WORKLET), doc="Address of pcm_worklet.js on our own origin."
    )

    on_ready: rx.EventHandler[passthrough_event_spec(CallEvent)] = field(
        doc="The room stands in the page: from now on a changed ticket opens a call."
    )
    on_status: rx.EventHandler[passthrough_event_spec(StatusEvent)] = field(
        doc="The call changed its status."
    )
    on_chat: rx.EventHandler[passthrough_event_spec(ChatEvent)] = field(
        doc="The chat id is known. Comes once per call, right after it is connected."
    )
    on_turn: rx.EventHandler[passthrough_event_spec(CallEvent)] = field(
        doc="A turn was kept, or ended where it was talked over. Carries no words: read them "
        "from the database."
    )
    on_tick: rx.EventHandler[passthrough_event_spec(TickEvent)] = field(
        doc="Every 10 s while connected, and once at the end."
    )
    on_end: rx.EventHandler[passthrough_event_spec(EndEvent)] = field(
        doc="A call that was connected, or hung up while connecting, is over. Not sent on unmount."
    )
    on_error: rx.EventHandler[passthrough_event_spec(ErrorEvent)] = field(
        doc="Something failed that the person should know."
    )


voice_room = VoiceRoom.create
