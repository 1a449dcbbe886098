"""Which sentences the code has, and a catalogue brought up to date with them.

In Python and in scripts a sentence is the first argument of one of the functions named here.
"""

import ast
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from darasa_reflex.core.words.catalogue import place_of, read

ROOT = Path(__file__).parents[2]
# The place of an argument, counted from 1; with "c" that of a context, as Babel has it.
Place = int | tuple[int, Literal["c"]]
_FUNCTIONS: Mapping[str, tuple[Place, ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pieces": None,
    "marked": None,
    "sentence": None,
    "sentences": (1, 2),
}
_SUFFIXES = {".py", ".js", ".jsx"}
_WIDTH = 100

# A sentence, or its singular and plural, and its context.
Told = tuple[str | tuple[str, ...], str | None]
_HEAD = "# What is said. `python -m darasa_reflex words` brings it up to date with the code."


def extracted() -> Catalog:
    """Return every sentence of the code, with the files that have it."""
    found = Catalog(charset="utf-8")
    for file in _files():
        place = file.relative_to(ROOT).as_posix()
        for message, context in in_python(file) if file.suffix == ".py" else _in_script(file):
            found.add(message, locations=[(place, 1)], context=context)
    return found


def in_python(file: Path) -> Iterator[Told]:
    """Return the sentences of a module, each with its context or None.

    They may stand within each other, as values; Babel's own reader leaves those out.
    """
    found = list[tuple[tuple[int, int], Told]]()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in _FUNCTIONS:
                told = _told(node.args, _FUNCTIONS[name] or (1,))
                found += [((node.lineno, node.col_offset), told)] if told else []
            case _:
                pass
    return (told for _, told in sorted(found, key=lambda one: one[0]))


def _told(arguments: list[ast.expr], places: tuple[Place, ...]) -> Told | None:
    """Return what is told at these places, counted from 1; None where they hold no texts."""
    context, texts = None, list[str]()
    for place in places:
        at, is_context = (place[0], True) if isinstance(place, tuple) else (place, False)
        node = arguments[at - 1] if at <= len(arguments) else None
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            return None
        context, texts = (node.value, texts) if is_context else (context, [*texts, node.value])
    return (texts[0] if len(texts) == 1 else tuple(texts)), context


def _in_script(file: Path) -> Iterator[Told]:
    for _, message, _, context in extract_from_file(
        "javascript", file, keywords=_FUNCTIONS, options={"encoding": "utf-8"}
    ):
        yield message, context


def current(language: str, template: Catalog) -> bytes:
    """Return the catalogue of a language with the sentences of a template, as a file.

    Translations of sentences that are gone go, too.
    """
    known = place_of(language).exists()
    catalog = read(language) if known else Catalog(language, header_comment=_HEAD, fuzzy=False)
    template.creation_date = catalog.creation_date
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.project, catalog.version, catalog.msgid_bugs_address = "pages", "1", ""
    catalog.last_translator = catalog.language_team = ""
    written = BytesIO()
    write_po(written, catalog, width=_WIDTH, include_lineno=False, ignore_obsolete=True)
    return written.getvalue()


def _files() -> Iterator[Path]:
    for file in sorted(ROOT.rglob("*")):
        if file.suffix in _SUFFIXES:
            yield file
