"""What the server says, in the language of who reads, now or when it is read again later."""

from dataclasses import dataclass

import pytest
from pydantic import TypeAdapter

from darasa_reflex.core.words.sentences import gettext, ngettext, number, spoken_in
from darasa_reflex.core.words.stored import Text, joined, sentence, sentences
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language


@dataclass(frozen=True)
class Note:
    title: Text
    lines: tuple[Text, ...] = ()


NOTE = TypeAdapter(Note)


def kept(note: Note) -> Note:
    return NOTE.validate_json(NOTE.dump_json(note))


def test_a_sentence_is_said_in_the_language_of_the_task_alone():
    english = gettext("Question {number} of {of}", number=3, of=12)
    with spoken_in("de"):
        german = gettext("Question {number} of {of}", number=3, of=12)

    assert (english, german) == ("Question 3 of 12", "Frage 3 von 12")
    assert gettext("Sign in") == "Sign in"


def test_what_a_catalogue_does_not_hold_is_said_in_english():
    with spoken_in("de"):
        assert gettext("No catalogue has {this}.", this=1) == "No catalogue has 1."
        assert ngettext("{count} of none", "{count} of nones", 2) == "2 of nones"


@pytest.mark.parametrize(
    ("value", "digits", "english", "german"),
    [
        (999, None, "999", "999"),
        (1234, None, "1,234", "1.234"),
        (-1234, None, "-1,234", "-1.234"),
        (12345, None, "12,345", "12.345"),
        (1234.5678, None, "1,234.568", "1.234,568"),
        ("2026", None, "2026", "2026"),
        (12345.67, 1, "12,345.7", "12.345,7"),
        (2.5, None, "2.5", "2,5"),
        (2.0, 1, "2.0", "2,0"),
        (2.6, 0, "3", "3"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value, digits, english, german):
    assert number(value, digits) == english
    with spoken_in("de"):
        assert number(value, digits) == german


def test_a_stored_sentence_is_read_in_the_language_of_who_reads_it_then():
    inner = sentence("Sign in")
    note = Note(
        inner, (joined([inner, sentence("Question {number} of {of}", number=inner, of=2)]),)
    )

    assert note.lines == ("Sign in Question Sign in of 2",)
    with spoken_in("de"):
        assert kept(note) == Note("Anmelden", ("Anmelden Frage Anmelden von 2",))
    assert kept(note) == note


def test_a_stored_sentence_keeps_its_number(monkeypatch):
    note = Note(
        sentences("{count} day", "{count} days", 1), (sentences("{count} day", "{count} days", 2),)
    )

    assert kept(note) == Note("1 day", ("2 days",))
    with pseudo_language(monkeypatch):
        assert kept(note).title == "⟦1 day⟧"


def test_a_persons_words_are_kept_to_the_letter():
    words = 'He said {"message": "Sign in"} and {number}'
    note = Note(words, (sentence("Question {number} of {of}", number=words, of="{number}"),))

    with spoken_in("de"):
        told = kept(note)
    assert told.title == words
    assert told.lines == (f"Frage {words} von {{number}}",)


def test_the_pseudo_language_shows_what_was_not_looked_up(monkeypatch):
    with pseudo_language(monkeypatch):
        text = f"{gettext('Sign in')} now, {gettext('{who} of {all}', who=gettext('One'), all=3)}."

    assert outside_brackets(text) == "now, ."
