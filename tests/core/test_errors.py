"""What people are told of errors, in their language, whenever and wherever it was raised."""

import asyncio
import pickle

import pytest

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import DarasaError, InvalidInput, NotFound, NotKept
from darasa_reflex.core.words.sentences import language, spoken_in
from darasa_reflex.core.words.stored import Sentence, sentence
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble
from darasa_reflex.features.language_models.port import Names
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language

NAMES = Names(provider="x", title="X", model="m", host="h", local=False)


def test_an_error_is_told_in_the_language_of_who_reads_it():
    error = NotFound()

    assert error.message == str(error) == "We could not find that."
    with spoken_in("de"):
        assert error.message == "Das konnten wir nicht finden."


@pytest.mark.parametrize(
    "error",
    [
        DarasaError(),
        NotKept("is full"),
        InvalidInput("name", "Please fill in your name."),
        *(NotAnswered(NAMES, trouble, status=status) for trouble in Trouble for status in (0, 418)),
        *(NotAnswered(NAMES, Trouble.LIMIT, wait_seconds=wait) for wait in (30, 600)),
    ],
    ids=lambda error: error.sentence[:40],
)
def test_no_error_leaves_a_word_in_english(error, monkeypatch):
    with pseudo_language(monkeypatch):
        assert outside_brackets(error.message) == ""
    assert "{" not in error.message


def test_what_was_not_kept_is_told_in_one_sentence():
    with spoken_in("de"):
        told = NotKept("is full").message

    assert told.startswith("Was Sie zuletzt getan haben, wurde nicht gespeichert: Unsere Datenbank")


async def test_work_of_the_database_speaks_the_language_of_whoever_waits_for_it(tmp_path):
    db = Database(f"sqlite:///{tmp_path / 'darasa.db'}")

    async def asked(code):
        with spoken_in(code):
            return await asyncio.gather(db.run(lambda _: language()), db.read(lambda _: language()))

    assert await asyncio.gather(asked("de"), asked("en")) == [["de", "de"], ["en", "en"]]


def test_a_sentence_in_the_state_of_a_tab_can_be_kept_elsewhere():
    told = sentence("Question {number} of {of}", number=3, of=sentence("Sign in"))

    kept = pickle.loads(pickle.dumps(told))

    assert kept == told
    assert isinstance(kept, Sentence)
    assert kept.values == told.values
