"""A field that hands a chosen file over in pieces that fit into events."""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

import reflex as rx
from reflex.components.component import field

from darasa_reflex.components import scripts


class BinaryFile(rx.Component):
    """An `input` of type "file".

    `on_piece` gets each piece in its order: base64, its place from 0, and whether it is the last.
    Of a file of more than 5 MB only one comes, with place -1.
    """

    library = scripts.library(__file__, "binary_file.jsx")
    tag = "BinaryFile"

    accept: rx.Var[str] = field(default=rx.Var.create(""), doc="Kinds that are offered.")

    on_piece: rx.EventHandler[rx.event.passthrough_event_spec(str, int, bool)]


binary_file = BinaryFile.create
