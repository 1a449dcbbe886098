"""When a long silence deserves a word."""

from darasa_reflex.providers.interviewer.local.silence_prompts import SilencePrompts


def words(silence_prompts, until_ms, audible_until_ms=0):
    return [at for at in range(0, until_ms, 1000) if silence_prompts.is_due(at, audible_until_ms)]


def test_a_word_comes_after_twenty_seconds_and_once_more_later_and_never_again():
    assert words(SilencePrompts(), 600_000) == [20_000, 60_000]


def test_silence_counts_from_the_end_of_the_interviewers_words():
    assert words(SilencePrompts(), 30_000, audible_until_ms=5_000) == [25_000]


def test_whoever_does_something_begins_a_new_silence():
    silence_prompts = SilencePrompts()
    words(silence_prompts, 600_000)

    silence_prompts.end(600_000)

    assert not silence_prompts.is_due(619_000, 0)
    assert silence_prompts.is_due(620_000, 0)
