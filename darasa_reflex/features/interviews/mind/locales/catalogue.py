"""What there is of each language.

What English is not is loaded when it is first asked for: no server needs it to serve a page.
"""

from functools import cache
from importlib import import_module
from typing import Any

from darasa_reflex.features.interviews.mind.locales.english import catalogue as english
from darasa_reflex.features.interviews.mind.locales.listening import Listening
from darasa_reflex.features.interviews.mind.locales.standard import Standard
from darasa_reflex.features.interviews.mind.locales.wording import Wording

# The folders of the others, each with what is said, what is heard, and what a sentence may not be.
_FOLDERS = {"de": "german", "es": "spanish", "fr": "french"}


def load() -> None:
    """Load all languages. Takes about 0.2 s: call it in a thread."""
    for code in _FOLDERS:
        for part in (wording_of, listening_of, standard_of):
            part(code)


@cache
def wording_of(code: str) -> Wording:
    """Return what is said in a language; in English where there is nothing else."""
    return _found(code, "phrases") or english.ENGLISH


@cache
def listening_of(code: str) -> Listening | None:
    """Return how wishes are worded in a language; None for English and those without rules."""
    return _found(code, "wishes")


@cache
def standard_of(code: str) -> Standard:
    """Return what sentences in a language are measured by."""
    return _found(code, "unfit", "STANDARD") or english.STANDARD


def _found(code: str, module: str, name: str = "") -> Any:  # noqa: ANN401 (one of the three)
    """Return what a module of a language holds under a name, its own by default; or None."""
    if (folder := _FOLDERS.get(code)) is None:
        return None
    package = __name__.rpartition(".")[0]
    return getattr(import_module(f"{package}.{folder}.{module}"), name or folder.upper())
