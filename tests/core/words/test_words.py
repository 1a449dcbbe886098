"""Sentences in other languages: what a catalogue must hold, and what pages get of it."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import darasa_reflex
from darasa_reflex.core.words.catalogue import (
    FOLDER,
    page_texts,
    place_of,
    plural_categories,
    read,
    singular,
    translated,
)
from darasa_reflex.core.words.extraction import current, extracted, in_python
from darasa_reflex.settings import Settings

PACKAGE = Path(darasa_reflex.__file__).parent
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.po"))
# Of a catalogue's sentences; a new one may be shown in English until somebody translates it.
TRANSLATED = 0.98


def all_of(forms: str | tuple[str, ...]) -> tuple[str, ...]:
    return forms if isinstance(forms, tuple) else (forms,)


def kept(text: str) -> tuple[set[str], str, str]:
    """What a translation has in common with its sentence: values, and blanks at the edges."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    return names, text[: -len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_holds_the_values_and_the_edges_of_its_sentence(language):
    catalog = read(language)
    told = list(translated(catalog))
    pairs = [(all_of(one.id)[-1], form) for one in told for form in all_of(one.string)]

    assert [(english, other) for english, other in pairs if kept(english) != kept(other)] == []
    assert len(told) / len(catalog) > TRANSLATED


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_the_sentences_of_the_code(language):
    assert current(language, extracted()) == place_of(language).read_bytes(), (
        "`python -m darasa_reflex words` brings it up to date"
    )


def test_a_sentence_that_is_a_value_of_another_one_is_collected(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(
        '_("Read {what}. " "Then go on.", what=link(_("this"), to=ngettext("a", "b", 2)))\n'
        "_(CONSTANT)\n_()\nother('not this')\npgettext('heading', 'You')\n"
    )

    assert list(in_python(module)) == [
        ("Read {what}. Then go on.", None),
        ("this", None),
        (("a", "b"), None),
        ("You", "heading"),
    ]


def test_pages_get_german_words_by_the_english_ones():
    german = page_texts("de")

    assert german["Sign in"] == "Anmelden"
    assert german["Question {number} of {of}"] == "Frage {number} von {of}"
    assert german["\x04".join(["state", "Listening"])] != german["Listening"]
    # What the server alone says is not sent to browsers.
    assert "This start link has expired. Start again." not in german
    assert "Please fill in your name." not in german  # said by the server alone
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


MARKS = {
    "_", "gettext", "ngettext", "pgettext", "pieces", "marked", "sentence", "sentences",
}  # fmt: skip
SENTENCE = re.compile(r"^(?!\(\?)[A-Z“(][^{}<>;=]*\w [a-z“][^{}<>;=]*$", re.DOTALL)
# Of the English sample on the landing page; and parts of answers where they are keys.
AS_THEY_ARE = {
    "Can you describe an incident you helped to resolve?",
    "Your part", "What “we” did", "What you learned", "What you have done",
}  # fmt: skip


def unmarked_in(file: Path) -> set[str]:
    """Sentences of a module that stand outside the functions that mark them, and no docstrings."""
    found, marked = set[str](), set[int]()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            marked.add(id(node.value))
        told = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if (told and node.func.id in MARKS) or (
            isinstance(node, ast.keyword) and node.arg == "doc"
        ):
            marked |= {id(inside) for inside in ast.walk(node)}
        if id(node) in marked:
            continue
        if isinstance(node, ast.JoinedStr):
            found.add(
                "x".join(part.value for part in node.values if isinstance(part, ast.Constant))
            )
        elif isinstance(node, ast.Constant):
            found |= {node.value} if isinstance(node.value, str) else set()
    return {one for one in found - AS_THEY_ARE if SENTENCE.match(one)}


@pytest.mark.slow
def test_every_sentence_of_pages_is_marked():
    files = [file for room in ("components", "pages") for file in (PACKAGE / room).rglob("*.py")]
    unmarked = {file.name: unmarked_in(file) for file in files}

    assert len(files) > 100
    assert {name: found for name, found in unmarked.items() if found} == {}


# Where the server says something to people, and what in it only programs or operators read.
SAYING = (
    "states/events", "states/doors", "states/jobs", "states/settings", "states/questions",
    "endpoints", "features/accounts", "features/personal_data", "features/language_models",
    "features/speech_models", "features/engine_choices", "states/report", "states/practice",
    "features/feedback", "features/practice", "providers/judge",
)  # fmt: skip
FOR_PROGRAMS = {
    "endpoints/api", "features/language_models/trial.py", "features/feedback/judging/unfit.py",
    "features/feedback/judging/locales", "features/feedback/by_model/instructions.py",
    "features/feedback/by_model/voice.py", "features/feedback/delivery/fillers.py",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("room", SAYING)
def test_every_sentence_of_the_server_is_marked(room):
    files = {file.relative_to(PACKAGE).as_posix(): file for file in (PACKAGE / room).rglob("*.py")}
    said = [name for name in files if not name.startswith(tuple(FOR_PROGRAMS))]
    unmarked = {name: unmarked_in(files[name]) for name in said}

    assert said
    assert {name: found for name, found in unmarked.items() if found} == {}
