"""The words of pages: English stands in the code, other languages come from catalogues.

Where a server offers English alone its words are built into the pages. Where it offers more, pages
look each sentence up in the catalogue that the browser has loaded: words.js. `python -m
darasa_reflex words` collects the sentences for those who translate.
"""

import re
from typing import Any

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars import FunctionStringVar, VarData

from darasa_reflex.components import scripts
from darasa_reflex.settings import settings

Text = str | rx.Var[str]

# As in ISO 639-1; the first is for those who read none of them.
OFFERED = settings().languages
_BUILT_IN = OFFERED == ("en",)
_SCRIPT = scripts.library(__file__, "words.js")
_PLACE = re.compile(r"\{(\w+)\}")


def gettext(message: str, /, **values: str | int | rx.Var[Any]) -> rx.Var[str]:
    """Return a sentence in the language of who reads.

    Args:
        message: The sentence in English; `{name}` in it stands for a value of that name.
        values: What it is told with. Numbers are written as the language writes them.
    """
    if _BUILT_IN:
        return rx.Var.create(message.format(**values) if values else message)
    return _looked_up("gettext", message, *([values] if values else ()))


def pgettext(context: str, message: str, /) -> rx.Var[str]:
    """Return a text that another one like it in English must not be taken for.

    Args:
        context: What tells them apart, in a word.
        message: The text in English.
    """
    return rx.Var.create(message) if _BUILT_IN else _looked_up("pgettext", context, message)


def ngettext(
    one: str, many: str, count: int | rx.Var[int], /, **values: str | int | rx.Var[Any]
) -> rx.Var[str]:
    """Return a sentence that depends on a number, which is `{count}` in it.

    Args:
        one: The sentence in English for one.
        many: And for any other number.
        count: The number.
        values: As of `gettext`.
    """
    if not _BUILT_IN:
        return _looked_up("ngettext", one, many, count, *([values] if values else ()))
    told = {**values, "count": count}
    singular, plural = (gettext(message, **told) for message in (one, many))
    return rx.cond(count == 1, singular, plural)


def pieces(message: str, /, **parts: Any) -> list[Any]:  # noqa: ANN401 (components, vars and texts)
    """Return a sentence as children of a component: `{name}` in it stands for one of `parts`.

    In every language the parts stand in the same order.
    """
    between = [_piece(message, place) for place in range(len(_PLACE.findall(message)) + 1)]
    named = [parts[name] for name in _PLACE.findall(message)]
    both = [child for pair in zip(between, [*named, ""], strict=True) for child in pair]
    return [child for child in both if not (isinstance(child, str) and child == "")]


def language() -> rx.Var[str]:
    """Return the language of who reads, as in ISO 639-1."""
    if _BUILT_IN:
        return rx.Var.create("en")
    return rx.Var("language", _var_data=_imported("language")).to(str)


def _piece(message: str, place: int) -> Text:
    if _BUILT_IN:
        return _PLACE.sub("\0", message).split("\0")[place]
    return _looked_up("piece", message, place)


def _looked_up(name: str, *given: Any) -> rx.Var[str]:  # noqa: ANN401 (what a script is called with)
    return FunctionStringVar.create(name, _var_data=_imported(name)).call(*given).to(str)


def _imported(name: str) -> VarData:
    return VarData(imports={_SCRIPT: [ImportVar(tag=name)]})
