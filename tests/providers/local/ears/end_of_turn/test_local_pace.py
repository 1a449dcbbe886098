"""How long a silence may last: by words, by the speaker, within the patience."""

import pytest

from darasa_reflex.providers.interviewer.local.ears.pace import Pace

FINISHED = "I measured every query and rewrote the two slowest of them."
OPEN = (
    "We chose PostgreSQL because",
    "We chose PostgreSQL because.",
    "The hardest part was, um,",
    "Well, let me think about that.",
    "I worked there with",
    "It was a problem of the…",
)
DONE = (
    "Could you repeat the question, please?",
    "Skip this one.",
    "I rewrote two queries and it became faster. That's it.",
    "It took two weeks. Does that answer your question?",
)


@pytest.mark.parametrize("patience_ms", [800, 1_500])
@pytest.mark.parametrize("text", OPEN)
def test_an_unfinished_sentence_is_waited_for_longer(patience_ms, text):
    assert Pace(patience_ms).wait_ms(text) >= 2 * patience_ms


@pytest.mark.parametrize("patience_ms", [800, 1_500])
def test_a_finished_sentence_is_waited_for_shorter(patience_ms):
    assert Pace(patience_ms).wait_ms(FINISHED) < patience_ms


@pytest.mark.parametrize("patience_ms", [1_500, 3_000])
@pytest.mark.parametrize("text", DONE)
def test_after_a_wish_or_a_last_word_nobody_waits_for_more(patience_ms, text):
    pace = Pace(patience_ms)

    assert pace.wait_ms(text) < pace.wait_ms(FINISHED)


@pytest.mark.parametrize("text", ["Yes.", "", "Two years at Acme"])
def test_what_may_go_on_is_waited_for_a_little_longer(text):
    pace = Pace(1_500)

    assert pace.wait_ms(FINISHED) < pace.wait_ms(text) < pace.wait_ms(OPEN[0])


@pytest.mark.parametrize("patience_ms", [800, 1_500])
def test_words_that_cannot_be_trusted_count_for_nothing(patience_ms):
    assert Pace(patience_ms).wait_ms(None) == patience_ms


@pytest.mark.parametrize("text", [None, "", FINISHED, *OPEN])
def test_the_greatest_patience_leaves_four_seconds_to_think_anywhere(text):
    assert Pace(3_000).wait_ms(text) > 4_000


def test_a_speaker_who_pauses_long_is_given_that_time():
    pace = Pace(1_500)
    before = pace.wait_ms(FINISHED)

    pace.learn(((0, 1_000), (2_500, 4_000), (5_400, 6_000), (7_500, 9_000)))

    assert before < 1_400
    assert pace.wait_ms(FINISHED) == 1_500


def test_two_pauses_teach_nothing_yet():
    pace = Pace(1_500)

    pace.learn(((0, 1_000), (2_500, 4_000), (5_500, 6_000)))

    assert pace.wait_ms(FINISHED) == Pace(1_500).wait_ms(FINISHED)


def test_one_very_long_pause_teaches_little():
    pace = Pace(1_500)
    short = tuple((at, at + 500) for at in range(0, 10_000, 1_000))

    pace.learn(((-9_000, -8_500), *short))

    assert pace.wait_ms(FINISHED) == Pace(1_500).wait_ms(FINISHED)


@pytest.mark.parametrize("text", [FINISHED, "Two years at Acme"])
def test_an_answer_that_sounds_finished_as_well_is_waited_for_shorter_still(text):
    assert Pace(1_500).wait_ms(text, over=0.98) < Pace(1_500).wait_ms(FINISHED)


def test_who_pauses_long_is_given_that_time_however_finished_it_sounds():
    pace = Pace(1_500)
    pace.learn(((0, 1_000), (2_500, 4_000), (5_400, 6_000), (7_500, 9_000)))

    assert pace.wait_ms(FINISHED, over=1.0) == pace.wait_ms(FINISHED) == 1_500


@pytest.mark.parametrize("patience_ms", [800, 1_500, 3_000])
def test_the_sound_never_makes_a_wait_longer_nor_too_short(patience_ms):
    for text in (None, "", FINISHED, "Two years", *OPEN, *DONE):
        by_words = Pace(patience_ms).wait_ms(text)
        for over in (None, 0.0, 0.5, 0.9, 1.0):
            assert 600 <= Pace(patience_ms).wait_ms(text, over) <= by_words, (text, over)


@pytest.mark.parametrize("text", [None, "", *OPEN, *DONE])
def test_the_sound_does_not_count_where_words_say_more(text):
    pace = Pace(1_500)

    assert pace.wait_ms(text, over=1.0) == pace.wait_ms(text)
    assert not pace.can_be_shorter(text)


@pytest.mark.parametrize("text", [None, "", FINISHED, *OPEN, *DONE])
def test_the_sound_does_not_count_against_the_greatest_patience(text):
    pace = Pace(3_000)

    assert pace.wait_ms(text, over=1.0) == pace.wait_ms(text)
    assert not pace.can_be_shorter(text)


@pytest.mark.parametrize("patience_ms", [800, 1_500, 3_000])
def test_no_wait_is_without_an_end(patience_ms):
    pace = Pace(patience_ms)
    pace.learn(tuple((at, at + 100) for at in range(0, 90_000, 9_000)))

    for text in (None, "", FINISHED, *OPEN, *DONE):
        assert 600 <= pace.wait_ms(text) <= pace.longest_ms <= patience_ms + 3_500, text


@pytest.mark.parametrize("patience_ms", [800, 1_500, 3_000])
def test_who_was_cut_off_is_waited_for_longer_for_the_rest_of_the_call(patience_ms):
    pace = Pace(patience_ms)
    waits = [pace.wait_ms(FINISHED)]
    for _ in range(3):
        pace.ended_too_soon(4_000)
        waits.append(pace.wait_ms(FINISHED))

    assert waits == sorted(waits)
    assert waits[1] == max(waits[0], 1.5 * patience_ms)
    assert waits[2] == waits[3] <= 2 * patience_ms
    assert pace.wait_ms(FINISHED, over=1.0) == waits[3]
    # A wish is a wish, however one pauses.
    assert pace.wait_ms("Skip this one.") == Pace(patience_ms).wait_ms("Skip this one.")


def test_who_paused_for_a_moment_only_is_waited_for_a_moment_longer():
    pace = Pace(1_500)

    pace.ended_too_soon(1_300)

    assert pace.wait_ms(FINISHED) == 1_625
