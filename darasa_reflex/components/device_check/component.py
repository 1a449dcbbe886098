"""The device check: microphone, sound, echo, connection and transcription, in the browser.

Its children are the screen. They steer it by plain attributes, so a look needs no JavaScript:

- `data-check="start" | "record" | "play" | "echo" | "line" | "read" | "done" | "type"` on a button.
  "start" opens the microphone and closes it; the others open it when they need it. "type" makes the
  room that opens next open in writing. `data-check-waits` marks buttons that do nothing while
  something runs; they are `aria-disabled` then.
- `select[data-check-devices]` is filled with the microphones. The chosen one is remembered in this
  browser, and the voice room uses it.
- `data-check-text="mic" | "take" | "echo" | "line" | "ear"` on an element without children: the
  row's state in a word, with `data-tone` ("", "good", "warning", "danger"). The same names with
  `-sentence`: what to do about it. Further texts: "start" (label of that button), "left" (seconds
  of a recording), "heard" (what the interviewer's ears heard), "fillers", "engine".
- The root tells CSS how things are: `data-mic`, `data-take`, `data-echo`, `data-line`, `data-ear`
  (the states in words.js), `data-open` ("true" while the microphone is open) and `data-devices`
  (how many there are). Each element with `data-check-level` gets `--level` (0 to 1).
"""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

import reflex as rx
from reflex.components.component import field
from reflex.event import no_args_event_spec

from darasa_reflex.components import scripts

# What device_check.jsx imports lies beside it, or beside the voice room, which it shares with it.
from darasa_reflex.components.voice_room.component import WORKLET

scripts.link_parts(__file__)


class DeviceCheck(rx.NoSSRComponent):
    """A check that needs nobody's approval to go on. Renders its children in one `div`."""

    library = scripts.library(__file__, "device_check.jsx")
    tag = "DeviceCheck"

    ear_pass: rx.Var[str] = field(
        doc="Opens /v0/ear when it changes after `on_reading`. One use, 60 s."
    )
    worklet_url: rx.Var[str] = field(
        default=rx.Var.create(WORKLET), doc="Address of pcm_worklet.js on our own origin."
    )

    on_reading: rx.EventHandler[no_args_event_spec] = field(
        doc="A sentence was read aloud and is to be transcribed: it needs a pass."
    )


device_check = DeviceCheck.create
