"""Moments: how they end by word, and how much of them lies before an answer."""

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.writing.moments import Moments, says_ready


@pytest.mark.parametrize(
    "text", ["I'm ready.", "Okay, I\u2019m ready now.", "ready", "um so let's go on", "I am back"]
)
def test_these_words_end_a_moment(text):
    assert says_ready(text)


@pytest.mark.parametrize(
    "text",
    ["", "I am ready to lead a team", "I'm not ready", "We went on", "The release was ready"],
)
def test_these_do_not(text):
    assert not says_ready(text)


def test_only_what_lies_before_the_first_word_is_counted_and_only_once():
    holds = Moments()
    holds.take(evi.PauseAssistant(), 10_000, 12_000)
    holds.take(evi.ResumeAssistant(), 20_000, 12_000)
    holds.take(evi.PauseAssistant(), 30_000, 0)

    assert holds.before(34_000, 40_000) == 8_000 + 4_000
    holds.take(evi.ResumeAssistant(), 40_000, 0)
    assert holds.before(30_000, 41_000) == 0


def test_a_moment_within_the_interviewers_words_is_none():
    holds = Moments()
    holds.take(evi.PauseAssistant(), 1_000, 9_000)
    holds.take(evi.ResumeAssistant(), 3_000, 9_000)

    assert holds.before(10_000, 10_000) == 0


def test_a_moment_that_lasts_over_an_answer_is_not_counted_twice():
    holds = Moments()
    holds.take(evi.PauseAssistant(), 10_000, 0)

    counted = [holds.before(15_000, 16_000), holds.before(30_000, 31_000)]
    holds.take(evi.ResumeAssistant(), 40_000, 0)

    assert [*counted, holds.before(50_000, 51_000)] == [5_000, 14_000, 9_000]
