"""Sentences in other languages: what a catalogue must hold, and what pages get of it."""

import re
from string import Formatter

import pytest

from darasa_reflex.core.words.catalogue import (
    FOLDER,
    page_texts,
    place_of,
    plural_categories,
    read,
    singular,
)
from darasa_reflex.core.words.extraction import current, extracted
from darasa_reflex.settings import Settings

LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.po"))
EDGES = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)


def names_in(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def forms_of(value):
    return value if isinstance(value, list | tuple) else [value]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_with_the_same_values_and_edges(language):
    wrong = []
    for message in read(language):
        english = forms_of(message.id)[-1]
        for told in forms_of(message.string):
            same = set(names_in(told)) == set(names_in(english))
            if english and not (told and same and EDGES.match(told)[1] == EDGES.match(english)[1]):
                wrong.append(english)
            if english and EDGES.match(told)[2] != EDGES.match(english)[2]:
                wrong.append(english)

    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_the_sentences_of_the_code(language):
    assert current(language, extracted()) == place_of(language).read_bytes(), (
        "`python -m darasa_reflex words` brings it up to date"
    )


def test_pages_get_german_words_by_the_english_ones():
    german = page_texts("de")

    assert german["Sign in"] == "Anmelden"
    assert german["Question {number} of {of}"] == "Frage {number} von {of}"
    assert len(german) == len([one for one in read("de") if one.id])
    assert "" not in {singular(one) for one in read("de") if one.id}


@pytest.mark.parametrize(
    ("language", "categories"),
    [("de", ["one", "other"]), ("fr", ["one", "many", "other"]), ("pl", ["one", "few", "many"])],
)
def test_forms_are_told_apart_as_cldr_does(language, categories):
    assert plural_categories(language)[: len(categories)] == categories


def test_a_language_without_a_catalogue_is_refused(monkeypatch):
    monkeypatch.setenv("DARASA_LANGUAGES", "en, de")
    assert Settings(_env_file=None).languages == ("en", "de")

    monkeypatch.setenv("DARASA_LANGUAGES", "en,xx")
    with pytest.raises(ValueError, match="languages"):
        Settings(_env_file=None)
