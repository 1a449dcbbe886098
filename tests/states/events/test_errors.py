"""An error nobody foresaw: the person reads a sentence, and the log none of their words."""

from darasa_reflex.core.errors import DarasaError
from darasa_reflex.states.events.errors import note_page_error, show_error

WORDS = "my manager was fired over it"


def test_a_bug_is_told_in_a_sentence_of_ours_and_noted_without_words(caplog):
    shown = str(show_error(ValueError(WORDS)))

    assert DarasaError.sentence in shown
    assert "unexpected ValueError at" in caplog.text
    assert WORDS not in shown + caplog.text


def test_of_a_page_that_failed_only_the_kind_of_its_error_is_noted(caplog):
    for told in (f"TypeError: {WORDS}", WORDS):
        note_page_error(RuntimeError(told))

    noted = [record.getMessage() for record in caplog.records]
    assert noted == ["a page failed: TypeError", "a page failed: error"]
