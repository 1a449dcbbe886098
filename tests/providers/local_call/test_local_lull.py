"""When a long silence deserves a word."""

from darasa_reflex.providers.interviewer.local.lull import Lull


def words(lull, until_ms, audible_until_ms=0):
    return [at for at in range(0, until_ms, 1000) if lull.is_due(at, audible_until_ms)]


def test_a_word_comes_after_twenty_seconds_and_once_more_later_and_never_again():
    assert words(Lull(), 600_000) == [20_000, 60_000]


def test_silence_counts_from_the_end_of_the_interviewers_words():
    assert words(Lull(), 30_000, audible_until_ms=5_000) == [25_000]


def test_whoever_does_something_begins_a_new_silence():
    lull = Lull()
    words(lull, 600_000)

    lull.end(600_000)

    assert not lull.is_due(619_000, 0)
    assert lull.is_due(620_000, 0)
