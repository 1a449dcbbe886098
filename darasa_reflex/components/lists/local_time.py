"""Times of day, in the zone and format of the person who reads them."""

from pathlib import Path

import reflex as rx
from reflex.components.component import field

from darasa_reflex.components.files import shared


class LocalTime(rx.Component):
    """A `time` element; the weekday for the last seven days, else the date, and the hour."""

    library = shared(__name__, Path(__file__).with_name("local_time.jsx")).importable_path
    tag = "LocalTime"

    iso: rx.Var[str] = field(doc="ISO 8601 with its zone.")


local_time = LocalTime.create
