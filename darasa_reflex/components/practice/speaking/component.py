"""An answer spoken once more: the microphone goes to /v0/ear while it is open, captions come back.

Its children are the screen. They steer it by plain attributes, so a look needs no JavaScript:

- `data-speak="start" | "done" | "cancel"` on a button.
- `data-speak-text="caption" | "time" | "problem"` on an element without children: what was heard so
  far, how long it has been, what went wrong.
- The root tells CSS how things are: `data-speaking` ("idle", "opening", "listening", "reading") and
  `--level-you` (0 to 1).
"""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

import reflex as rx
from reflex.components.component import field
from reflex.event import no_args_event_spec, passthrough_event_spec
from typing_extensions import TypedDict  # one that pydantic can check on Python 3.11

from darasa_reflex.components import scripts

# What speaking.jsx imports lies beside it, or beside the device check and the voice room.
from darasa_reflex.components.device_check import component as _device_check  # noqa: F401
from darasa_reflex.components.voice_room.component import WORKLET

scripts.link_parts(__file__)


class KeptEvent(TypedDict):
    """What `on_kept` receives: the number of the attempt. It carries no words."""

    number: int


class Speaking(rx.NoSSRComponent):
    """Room for one spoken answer. Renders its children in one `div`."""

    library = scripts.library(__file__, "speaking.jsx")
    tag = "Speaking"

    ear_pass: rx.Var[str] = field(
        doc="Opens /v0/ear when it changes after `on_speak`. One use, 60 s."
    )
    worklet_url: rx.Var[str] = field(
        default=rx.Var.create(WORKLET), doc="Address of pcm_worklet.js on our own origin."
    )

    on_speak: rx.EventHandler[no_args_event_spec] = field(
        doc="The microphone is open; it needs a pass."
    )
    on_kept: rx.EventHandler[passthrough_event_spec(KeptEvent)] = field(
        doc="The answer is kept: read it from the database."
    )


speaking = Speaking.create
