"""The icons. Colours, and how Radix Themes is dressed, stand in assets/theme.css."""

from collections.abc import Mapping
from types import MappingProxyType

import reflex as rx
from reflex.style import LiteralColorMode, color_mode, set_color_mode

from darasa_reflex.components.page.lean.lucide import LUCIDE
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _

# Paths on a grid of 24 by 24; data of ours keeps an icon library off the page.
_ICONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "back": ("M15 5l-7 7 7 7",),
        "found": ("M5 12.5l4.5 4.5L19 7.5",),
        "not-found": ("M7 12h10",),
        "practise": (
            "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
            "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
        ),
        "later": ("M12 5v14M5 12h14",),
        "take": ("M12 4v11", "M8 11.5l4 4 4-4", "M5 19.5h14"),
        "close": ("M6 6l12 12", "M18 6L6 18"),
        "search": ("M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14z", "M16.2 16.2L20.5 20.5"),
        "sun": (
            "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
            "M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2",
            "M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
        ),
        "moon": ("M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2z",),
        **LUCIDE,
    }
)

_THEMES: tuple[tuple[LiteralColorMode, Text], ...] = (
    ("light", _("Light")),
    ("dark", _("Dark")),
    ("system", _("Match system")),
)


def icon(name: str) -> rx.Component:
    """Return a decoration in the colour of the text around it; a word must say the same."""
    return rx.el.svg(
        *[rx.el.path(d=path) for path in _ICONS[name]],
        view_box="0 0 24 24",
        class_name="icon",
        aria_hidden="true",
    )


def theme_choice() -> rx.Component:
    """Return the choice of light or dark; the browser keeps it."""
    return rx.el.fieldset(
        rx.el.legend(_("Theme"), class_name="legend"),
        rx.el.div(
            *[
                rx.el.label(
                    rx.el.input(
                        type="radio",
                        name="theme",
                        value=mode,
                        checked=color_mode == mode,
                        on_change=set_color_mode(mode),
                    ),
                    rx.el.span(word),
                    class_name="choice",
                )
                for mode, word in _THEMES
            ],
            class_name="choices",
        ),
    )
