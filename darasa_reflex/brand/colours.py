"""A whole set of colours from one accent, each pair with enough contrast to be read.

Contrast is that of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; the grounds are
those of assets/theme.css, which a test compares.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What text needs, and what a colour gets that is derived: it stands in for somebody's choice.
READABLE, COMFORTABLE = 4.5, 6.0
LIGHT_GROUNDS = ("#ffffff", "#fafaf9", "#f1f3f2")
DARK_GROUNDS = ("#21262b", "#191d21", "#111417", "#0d1012")
# The accent of assets/theme.css on light pages, and text on it.
OURS = ("#0f6a62", "#ffffff")
_WHITE, _BLACK = "#ffffff", "#000000"
_STEPS = 20
# Below it sRGB is linear (IEC 61966-2-1).
_TOE = 0.04045


class Unreadable(ValueError):
    """An accent cannot be read on our pages.

    Attributes:
        ratio: Its lowest contrast there, 1 to 21.
        instead: A colour near it that can be read.
    """

    def __init__(self, ratio: float, instead: str) -> None:
        super().__init__(instead)
        self.ratio, self.instead = ratio, instead


@dataclass(frozen=True, slots=True)
class Palette:
    """What depends on the accent, each as #rrggbb.

    Attributes:
        accent: Links, buttons, marks.
        strong: The same where the pointer is.
        on_accent: Text on both of them.
        yours: Ground of what the person said.
        ring: Around what is live.
    """

    accent: str
    strong: str
    on_accent: str
    yours: str
    ring: str

    def variables(self) -> str:
        """Return it as the variables of assets/theme.css."""
        named = {
            "--accent": self.accent,
            "--accent-strong": self.strong,
            "--on-accent": self.on_accent,
            "--yours": self.yours,
            "--ring": self.ring,
        }
        return "".join(f"{name}: {value}; " for name, value in named.items())


def light(accent: str) -> Palette:
    """Return the colours of light pages.

    Raises:
        Unreadable: It has less than 4.5 : 1 on one of their grounds.
    """
    _check(accent, LIGHT_GROUNDS, _WHITE, _BLACK)
    return Palette(
        accent,
        strong=mixed(accent, _BLACK, 0.2),
        on_accent=_WHITE,
        yours=mixed(_WHITE, accent, 0.1),
        ring=mixed(_WHITE, accent, 0.2),
    )


def dark(accent: str) -> Palette:
    """Return the colours of dark pages.

    Raises:
        Unreadable: It has less than 4.5 : 1 on one of their grounds.
    """
    _check(accent, DARK_GROUNDS, DARK_GROUNDS[1], _WHITE)
    return Palette(
        accent,
        strong=mixed(accent, _WHITE, 0.25),
        on_accent=mixed(accent, _BLACK, 0.85),
        yours=mixed(DARK_GROUNDS[1], accent, 0.1),
        ring=mixed(DARK_GROUNDS[1], accent, 0.25),
    )


def dark_of(accent: str) -> str:
    """Return the accent for dark pages: with as much white, in steps of 5 %, as 6 : 1 takes."""
    return _first(accent, _WHITE, DARK_GROUNDS, DARK_GROUNDS[1], COMFORTABLE)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share, 0 to 1, of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _check(accent: str, grounds: Iterable[str], tinted: str, towards: str) -> None:
    ratio = _lowest(accent, grounds, tinted)
    if ratio < READABLE:
        raise Unreadable(ratio, _first(accent, towards, grounds, tinted, READABLE))


def _lowest(accent: str, grounds: Iterable[str], tinted: str) -> float:
    return min(contrast(accent, one) for one in (*grounds, mixed(tinted, accent, 0.1)))


def _first(accent: str, towards: str, grounds: Iterable[str], tinted: str, wanted: float) -> str:
    steps = (mixed(accent, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in steps if _lowest(one, grounds, tinted) >= wanted)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _TOE else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> Iterator[int]:
    return (int(colour[at : at + 2], 16) for at in (1, 3, 5))
