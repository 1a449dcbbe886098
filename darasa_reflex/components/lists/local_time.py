"""Times of day, in the zone and format of the person who reads them."""

import reflex as rx
from reflex.components.component import field

from darasa_reflex.components import scripts


class LocalTime(rx.Component):
    """A `time` element; the weekday for the last seven days, else the date, and the hour."""

    library = scripts.library(__file__, "local_time.jsx")
    tag = "LocalTime"

    iso: rx.Var[str] = field(doc="ISO 8601 with its zone.")


local_time = LocalTime.create
