"""Which two tellings of a turn are the same one."""

import pytest

from darasa_reflex.features.interviews.recollection.alignment import Words, align, words_of

KEPT = "We moved the queue to another server and nobody noticed."


def turn(text, speaker="actor", at_ms=0):
    return Words(speaker, words_of(text), at_ms)


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("we moved the queue to another server, and nobody noticed", True),
        ("We moved the queue to another server and nobody noted.", True),
        ("We moved the queue to another server", True),
        ("We moved the database to another city and everybody noticed.", False),
        ("I wrote the report for the other team in the evening.", False),
    ],
)
def test_a_word_that_was_corrected_makes_no_other_turn_and_another_sentence_does(told, same):
    before = turn("Tell me more.", "interviewer")

    pairs = align([before, turn(KEPT)], [before, turn(told)])

    assert pairs == ({0: 0, 1: 1} if same else {0: 0})


def test_the_same_words_of_the_other_side_are_another_turn():
    assert align([turn(KEPT)], [turn(KEPT, "interviewer")]) == {}
