"""The interviewer, drawn: five bars in a disc, the bars of our mark."""

import reflex as rx

_BARS = 5


def presence() -> rx.Component:
    """Return the disc of the interviewer; how it looks follows the attributes around it.

    `data-interviewer` and `data-held` of any element above it, `--level-you` and
    `--level-interviewer` of its own tell assets/presence.css what to draw, so that no event is sent
    for a level. The words beside it must say the same.
    """
    return rx.el.span(
        rx.el.i(*[rx.el.b() for _ in range(_BARS)]),
        data_call_levels="",
        class_name="presence",
        aria_hidden="true",
    )
