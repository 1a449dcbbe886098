"""Stretches of speech put together: a pause within a sentence is no full stop."""

import pytest

from darasa_reflex.features.interviews.engines.speech.speech import Heard, HeardWord
from darasa_reflex.providers.interviewer.local.ears.reading import joined


def heard(text):
    """Return what was heard, each word a second long."""
    words = text.split()
    return Heard(text, None, tuple(HeardWord(one, at, at + 1) for at, one in enumerate(words)))


@pytest.mark.parametrize(
    ("stretches", "text"),
    [
        (
            ("The period was so far.", "that some insisted."),
            "The period was so far that some insisted.",
        ),
        (("We waited.", "Then it failed."), "We waited. Then it failed."),
        (("We waited because...", "nobody came."), "We waited because... nobody came."),
        (("Did it work?", "no."), "Did it work? no."),
        (("It was v2.", "3 in the end."), "It was v2. 3 in the end."),
        (("All of it.",), "All of it."),
        ((), ""),
    ],
)
def test_a_sentence_with_a_pause_in_it_stands_as_one(stretches, text):
    assert joined(map(heard, stretches)).text == text


def test_its_words_are_those_of_its_text():
    found = joined([heard("It was so far."), None, heard("that they went.")])

    assert " ".join(word.text for word in found.words) == found.text


def test_words_without_times_are_joined_the_same_way():
    found = joined([Heard("It was so far."), heard("that they went.")])

    assert found == Heard("It was so far that they went.")
