"""What a brand brings to the built pages: signs and font as files, colours as the last sheet."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import reflex as rx
from reflex.utils.prerequisites import get_web_dir
from reflex_base.plugins import Plugin

from darasa_reflex.brand.brand import DARK_LOGO, FONT, ICON, LOGO, SHEET, Brand, brand
from darasa_reflex.brand.colours import OURS
from darasa_reflex.brand.sign import letter
from darasa_reflex.components.page.links import from_root

# Below the address of the pages.
FOLDER = "brand"
_OURS = "brand.css"
_OUR_FONT = "/fonts/figtree.woff2"
_SHEETS = "styles/__reflex_global_styles.css"
# Twice the same class weighs more than once, as in theme.css, in whichever order sheets are read.
_LIGHT = ":root:root, .light.light, .light-theme.light-theme"
_DARK = ".dark.dark, .dark-theme.dark-theme"


class Branded(Plugin):
    """Puts a brand into the pages while Reflex builds them."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand

    def get_static_assets(self, **_: Any) -> Sequence[tuple[Path, str | bytes]]:  # noqa: ANN401
        """Return the sheet of the brand."""
        return [(Path("styles") / _OURS, sheet(self._brand))]

    def pre_compile(self, **context: Any) -> None:  # noqa: ANN401 (Reflex's own TypedDict)
        """Copy the signs, and let the sheet be read after all others."""
        place = Path.cwd() / get_web_dir() / "public" / FOLDER
        shutil.rmtree(place, ignore_errors=True)
        for name in (LOGO, DARK_LOGO, ICON, FONT):
            if file := self._brand.file(name):
                place.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place / name)
        context["add_modify_task"](_SHEETS, lambda text: f"{text}\n@import url('./{_OURS}');")


def icon() -> list[rx.Component]:
    """Return what names the picture of the browser's tab; nothing where ours is found by itself."""
    own = brand()
    if own.folder is None:
        return []
    name = next((name for name in (ICON, LOGO) if own.file(name)), None)
    palettes = own.palettes()
    colours = (palettes[0].accent, palettes[0].on_accent) if palettes else OURS
    drawn = f"data:image/svg+xml,{quote(letter(own.name, *colours))}"
    return [rx.el.link(rel="icon", href=from_root(f"/{FOLDER}/{name}") if name else drawn)]


def font() -> list[rx.Component]:
    """Return what has the font come with the pages; nothing where a brand may have another."""
    own = brand()
    if own.file(SHEET) and not own.file(FONT):
        return []
    place = from_root(f"/{FOLDER}/{FONT}" if own.file(FONT) else _OUR_FONT)
    kind: dict[str, Any] = {"as": "font", "type": "font/woff2", "crossOrigin": "anonymous"}
    return [rx.el.link(rel="preload", href=place, custom_attrs=kind)]


def sheet(brand: Brand) -> str:
    """Return colours and font of a brand over those of assets/theme.css, then its `brand.css`."""
    own = brand.file(SHEET)
    return _colours(brand) + _font(brand) + (own.read_text(encoding="utf-8") if own else "")


def _colours(brand: Brand) -> str:
    palettes = brand.palettes()
    if palettes is None:
        return ""
    light, dark = (palette.variables() for palette in palettes)
    return (
        f"{_LIGHT} {{ {light}}}\n{_DARK} {{ {dark}}}\n"
        f"@media print {{ {_LIGHT}, {_DARK} {{ {light}}} }}\n"
    )


def _font(brand: Brand) -> str:
    if brand.file(FONT) is None:
        return ""
    face = f'url("/{FOLDER}/{FONT}") format("woff2")'
    return (
        f'@font-face {{ font-family: "{FOLDER}"; src: {face}; font-weight: 1 1000; '
        f'font-display: swap }}\n:root:root {{ --font: "{FOLDER}", system-ui, sans-serif }}\n'
    )
