"""What the server says, in the language of who reads.

The language belongs to the task: whatever lets a request, an event or a call in sets it, and what
runs on its behalf inherits it. Work that nobody reads along, logs and commands are in English.
Babel is loaded with the first other language: a server that offers English alone never needs it.
"""

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from gettext import c2py

ENGLISH = "en"
Value = str | int | float
PLACE = re.compile(r"\{(\w+)\}")
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def language() -> str:
    """Return the language of who reads, as ISO 639-1 calls it."""
    return _language.get()


def speak(language: str) -> None:
    """Say what follows in this task in a language that the server offers."""
    _language.set(language)


@contextmanager
def spoken_in(language: str) -> Generator[None]:
    """Say what follows in a language, until the end of the block."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def gettext(message: str, /, **values: Value) -> str:
    """Return a sentence in the language of who reads.

    Args:
        message: The sentence in English; `{name}` in it stands for a value of that name.
        values: What it is told with. Numbers are written as the language writes them.
    """
    forms = texts_of(language()).get(message)
    return filled(message if forms is None else forms[0], values)


def ngettext(one: str, many: str, count: int, /, **values: Value) -> str:
    """Return a sentence that depends on a number, which is `{count}` in it.

    Args:
        one: The sentence in English for one.
        many: And for any other number.
        count: The number.
        values: As of `gettext`.
    """
    forms = texts_of(language()).get(one)
    if forms is None or len(forms) == 1:
        text = one if count == 1 else many
    else:
        text = forms[_form_of(language())(count)]
    return filled(text, {**values, "count": count})


def filled(text: str, values: Mapping[str, Value]) -> str:
    """Return a sentence with its values; braces within a value are left as they are."""
    if not values:
        return text
    return PLACE.sub(lambda at: number(values[at[1]]) if at[1] in values else at[0], text)


def number(value: Value, digits: int | None = None) -> str:
    """Return a number as the language of who reads writes it; a text stays as it is.

    As CLDR has it there are marks between thousands, from 1,000 on. What counts nothing, such as a
    year, a port or the line of a file, is given as a text.

    Args:
        value: The number.
        digits: How many to show after the decimal point; None: as many as it has, at most three.
    """
    if isinstance(value, str):
        return value
    if language() == ENGLISH:
        return f"{round(value, 3):,}" if digits is None else f"{value:,.{digits}f}"
    return _written(value, digits, language())


def short(value: float, digits: int = 3) -> str:
    """Return a number rounded to so many digits, and without decimals where it then has none."""
    rounded = float(round(value, digits))
    return number(int(rounded) if rounded.is_integer() else rounded)


def listed(names: Sequence[str]) -> str:
    """Return at least one name as a list: "a", "a and b", "a, b and c"."""
    *some, last = names
    return gettext("{some} and {last}", some=", ".join(some), last=last) if some else last


@cache
def texts_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return what a catalogue holds: by the English sentence, or its singular, the forms."""
    if language == ENGLISH:
        return {}
    from darasa_reflex.core.words import catalogue  # noqa: PLC0415

    sentences = catalogue.translated(catalogue.read(language))
    return {catalogue.singular(one): catalogue.forms(one) for one in sentences}


def prepare(language: str) -> None:
    """Read all that a language needs. Takes a second, so a server asks before it begins."""
    if language != ENGLISH:
        texts_of(language)
        _form_of(language)
        _written(0.5, None, language)


@lru_cache(maxsize=1024)
def _written(value: float, digits: int | None, language: str) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 (see the module)

    pattern = "#,##0.###" if digits is None else f"#,##0.{'0' * digits}".rstrip(".")
    return format_decimal(value, pattern, locale=language)


@cache
def _form_of(language: str) -> Callable[[int], int]:
    from babel.messages.plurals import get_plural  # noqa: PLC0415

    return c2py(get_plural(language).plural_expr)
