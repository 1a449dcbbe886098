"""A field that hands a chosen file over in pieces that fit into events."""

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

    # Its overloads name up to two types; it takes as many as there are.
    on_piece: rx.EventHandler[
        rx.event.passthrough_event_spec(str, int, bool)  # pyright: ignore[reportCallIssue]
    ]


binary_file = BinaryFile.create
