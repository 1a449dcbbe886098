"""The catalogues of sentences: one file of gettext a language, read by Babel.

What is looked up is the English sentence itself. Plural forms are told apart by CLDR.
"""

from collections.abc import Iterator, Mapping
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

FOLDER = Path(__file__).with_name("catalogues")
# What pages and their scripts say stands below these.
PAGES = ("components/", "pages/")
# Whole numbers among which every language of CLDR shows all its forms: French has one for millions.
_SAMPLE = (*range(201), 1_000_000)

# As in the files that gettext makes of catalogues.
_CONTEXT_ENDS = "\x04"

Texts = Mapping[str, str | Mapping[str, str]]


def place_of(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return FOLDER / f"{language}.po"


def own_name(language: str) -> str:
    """Return what its readers call a language: "Deutsch"."""
    name = Locale(language).get_display_name(language) or language
    return name[0].upper() + name[1:]


def read(language: str) -> Catalog:
    """Return the catalogue of a language, as ISO 639-1 calls it."""
    with place_of(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def page_texts(language: str) -> Texts:
    """Return what pages say: by the English sentence, or its singular, the translation.

    A sentence with a number has one for each category of CLDR, "one" and "other" in German.
    """
    catalog = read(language)
    categories = plural_categories(language)
    return {
        singular(message): _translated(message, categories)
        for message in translated(catalog)
        if any(place.startswith(PAGES) for place, _ in message.locations)
    }


def translated(catalog: Catalog) -> Iterator[Message]:
    """Yield the sentences that can be shown."""
    for message in catalog:
        if message.id and not message.fuzzy and all(forms(message)):
            yield message


def forms(message: Message) -> tuple[str, ...]:
    """Return the translation of a sentence, or of its forms in the order of gettext."""
    given = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(str(form or "") for form in given)


def singular(message: Message) -> str:
    """Return what a sentence is looked up by, behind its context where it has one."""
    text = message.id[0] if isinstance(message.id, tuple) else str(message.id)
    return f"{message.context}{_CONTEXT_ENDS}{text}" if message.context else text


def plural_categories(language: str) -> list[str]:
    """Return the categories of CLDR in the order in which gettext numbers the forms."""
    forms, found = get_plural(language), dict[int, str]()
    form_of = c2py(forms.plural_expr)
    for number in _SAMPLE:
        found.setdefault(form_of(number), Locale(language).plural_form(number))
    return [found.get(form, "other") for form in range(forms.num_plurals)]


def _translated(message: Message, categories: list[str]) -> str | dict[str, str]:
    if isinstance(message.string, tuple):
        return dict(zip(categories, message.string, strict=True))
    return str(message.string)
