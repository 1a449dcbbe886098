"""A field that reads a text file in the browser; nothing is uploaded but its words."""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

import reflex as rx
from reflex.components.component import field

from darasa_reflex.components import scripts


class TextFile(rx.Component):
    """An `input` of type "file" that hands over the text of what was chosen.

    Read as UTF-8, and as Windows-1252 where it is not: spreadsheets write both. A file of more than
    200 000 bytes is handed over as that many spaces, so that the server says what is too long.
    """

    library = scripts.library(__file__, "text_file.jsx")
    tag = "TextFile"

    accept: rx.Var[str] = field(default=rx.Var.create(".csv,.txt"), doc="Kinds that are offered.")

    on_text: rx.EventHandler[rx.event.passthrough_event_spec(str)]


text_file = TextFile.create
