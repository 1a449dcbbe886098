"""What further languages bring to the built pages: a catalogue each, and who chooses one.

Pages are prerendered in English. For another language a script in the head has the browser load
its catalogue before anything is drawn, and the page is rendered anew instead of taken over.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import reflex as rx
from reflex.utils.prerequisites import get_web_dir
from reflex_base.plugins import Plugin

from darasa_reflex.components.words import OFFERED, language
from darasa_reflex.core.words.choice import COOKIE
from darasa_reflex.settings import settings

# Below the address of the pages.
FOLDER = "words"
_ENTRY = "entry.client.js"
_CHOICE = "choose_language.js"
_DIGITS = 8


class Languages(Plugin):
    """Puts the catalogues into the pages while Reflex builds them."""

    def get_static_assets(self, **_: Any) -> Sequence[tuple[Path, str | bytes]]:  # noqa: ANN401
        """Return the catalogues, and what starts a page in the language of who reads."""
        if not _catalogues():
            return []
        own = [(Path("public", FOLDER, name), text) for name, text in _catalogues().values()]
        return [*own, (Path("app", _ENTRY), _beside(_ENTRY))]

    def pre_compile(self, **_: Any) -> None:  # noqa: ANN401 (Reflex's own TypedDict)
        """Take away what an older build has left."""
        shutil.rmtree(Path.cwd() / get_web_dir() / "public" / FOLDER, ignore_errors=True)

    def provides_entry_client(self) -> bool:
        """Tell whether pages are started by our own script."""
        return bool(_catalogues())


def choice() -> list[rx.Component]:
    """Return what has the browser load a catalogue; nothing where all pages are in English."""
    if not _catalogues():
        return []
    below = f"{settings().path}/{FOLDER}"
    files = {code: f"{below}/{name}" for code, (name, _) in _catalogues().items()}
    given = json.dumps([COOKIE, list(OFFERED), files])
    return [rx.el.script(f"({_beside(_CHOICE).strip().rstrip(';')})(...{given})")]


def root_attributes() -> dict[str, str]:
    """Return what `html` says of every page; where all are in English, Reflex says so itself."""
    # Reflex writes a Var as its code here, though its types promise text alone.
    return cast("dict[str, str]", {"lang": language()}) if _catalogues() else {}


def names() -> Mapping[str, str]:
    """Return the languages that are offered, as their own readers call them."""
    # See `_catalogue`.
    from darasa_reflex.core.words.catalogue import own_name  # noqa: PLC0415

    return {code: own_name(code) for code in OFFERED}


@cache
def _catalogues() -> Mapping[str, tuple[str, str]]:
    """Return name and text of the script of each language but English."""
    return {code: _catalogue(code) for code in OFFERED if code != "en"}


def _catalogue(code: str) -> tuple[str, str]:
    # Babel is loaded by servers that offer more than English.
    from darasa_reflex.core.words.catalogue import page_texts  # noqa: PLC0415

    held = json.dumps({"language": code, "texts": page_texts(code)}, ensure_ascii=False)
    script = f"window.darasaWords = {held};\n"
    digest = hashlib.sha256(script.encode()).hexdigest()[:_DIGITS]
    return f"{code}.{digest}.js", script


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
