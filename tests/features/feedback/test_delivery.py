"""Measured delivery: exact where it can be, and silent where it cannot."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from darasa_reflex.features.feedback.delivery import fillers, table, uncertainty
from darasa_reflex.features.feedback.exchanges import exchanges
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.models import Speaker
from tests.features.feedback import transcripts as said

ASK = "Tell me about a time you improved a service."
KNOWN = [("speech_rate", 150.0), ("articulation_rate", 200.0), ("pause_share", 25.0)]


def heard(answers=5, words=50, gap_ms=5_000, held_ms=0, filler=""):
    """Answers of 20 s: two segments of 7.5 s around a gap of 5 s, 50 words; thinking takes 2 s."""
    turns = []
    at = 0
    for number in range(answers):
        turns.append(
            Said(
                index=2 * number,
                speaker=Speaker.INTERVIEWER,
                text=ASK,
                began_ms=at,
                ended_ms=at + 3_000,
            )
        )
        begin, half = at + 5_000, 7_500
        end = begin + 2 * half + gap_ms
        text = " ".join([filler or "word", *["word"] * (words - 1)])
        turns.append(
            Said(
                index=2 * number + 1,
                speaker=Speaker.ACTOR,
                text=text,
                began_ms=begin,
                ended_ms=end,
                segments=((begin, begin + half), (begin + half + gap_ms, end)),
                held_ms=held_ms,
            )
        )
        at = end + 1_000
    return turns


def measured(turns):
    material = Material(job=said.BACKEND, turns=tuple(turns))
    return {m.key: m for m in table.measure(material, exchanges(material)).metrics}


@pytest.mark.parametrize(("key", "value"), KNOWN)
def test_ratios_are_exact_on_known_times(key, value):
    assert measured(heard())[key].value == pytest.approx(value, rel=0.01)


def test_counts_are_exact_on_known_times():
    found = measured(heard(filler="um"))

    assert found["fillers"].value == pytest.approx(2.0)
    assert found["fillers_per_minute"].value == pytest.approx(3.0)
    assert found["pauses"].value == pytest.approx(3.0)
    assert found["thinking_time"].value == pytest.approx(2.0)
    assert found["answer_length"].value == pytest.approx(20.0)
    assert found["interviewer_delay"].value == pytest.approx(1_000)
    assert found["talk_share"].value == pytest.approx(100 * 75 / 90, abs=0.1)
    assert len(found["pauses"].moments) == 5


def test_held_time_changes_nothing():
    plain, held = measured(heard()), measured(heard(gap_ms=35_000, held_ms=30_000))

    for key in plain:
        assert held[key].value == plain[key].value, key


def test_a_moment_asked_for_before_an_answer_is_no_thinking_time():
    turns = [turn if turn.is_candidate else replace(turn, held_ms=1_500) for turn in heard()]

    assert measured(turns)["thinking_time"].value == pytest.approx(0.5)


def test_speech_that_was_told_twice_counts_once():
    twice = [
        replace(turn, segments=(*turn.segments, turn.segments[0])) if turn.is_candidate else turn
        for turn in heard()
    ]

    plain, found = measured(heard()), measured(twice)

    for key in plain:
        assert found[key].value == plain[key].value, key


@given(st.integers(0, 60_000))
def test_silence_never_raises_the_rate(more):
    quick, slow = measured(heard()), measured(heard(gap_ms=5_000 + more))

    assert slow["speech_rate"].value <= quick["speech_rate"].value + 1e-6


def test_splitting_a_turn_changes_no_count():
    whole = heard(filler="um")
    parts = []
    for turn in whole:
        if not turn.is_candidate:
            parts.append(turn)
            continue
        words = turn.text.split()
        first, second = turn.segments
        parts.append(replace(turn, text=" ".join(words[:20]), segments=(first,), ended_ms=first[1]))
        parts.append(
            replace(turn, text=" ".join(words[20:]), segments=(second,), began_ms=second[0])
        )
    parts = [replace(turn, index=index) for index, turn in enumerate(parts)]

    one, two = measured(whole), measured(parts)

    for key in one:
        assert two[key].value == one[key].value, key


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: replace(t, segments=(), began_ms=None, ended_ms=None),
        lambda t: replace(t, segments=(), ended_ms=t.began_ms - 500),
        lambda t: replace(t, segments=(), began_ms=-5_000),
        lambda t: replace(t, segments=(), ended_ms=None),
        lambda t: replace(t, from_text=True),
    ],
    ids=["no times", "backwards", "negative", "no end", "typed"],
)
def test_without_usable_times_nothing_timed_is_measured(spoil):
    found = measured([spoil(turn) for turn in heard(filler="um")])

    for key in found:
        if key not in {"fillers", "filler_phrases"}:
            assert found[key].value is None, key
            assert found[key].reason, key


def test_times_without_segments_give_pace_but_no_pauses():
    found = measured([replace(turn, segments=()) for turn in heard()])

    assert found["speech_rate"].value == pytest.approx(150)
    for key in ("articulation_rate", "pause_share", "pauses"):
        assert found[key].value is None


def test_an_answer_into_the_question_is_an_overlap_with_no_thinking():
    turns = heard()
    turns[0] = replace(turns[0], ended_ms=6_000)

    found = measured(turns)

    assert "1 begun before" in found["thinking_time"].note


def test_half_a_minute_is_too_little_for_a_rate():
    assert measured(heard(answers=1))["speech_rate"].value is None


def test_no_um_at_all_is_not_zero_but_unknown():
    found = measured(heard())["fillers"]

    assert found.value is None
    assert "leave them out" in found.reason


def test_rough_words_give_a_rate_about_and_no_fillers():
    found = measured([replace(turn, rough=turn.is_candidate) for turn in heard(filler="um")])

    assert "about" in found["speech_rate"].note
    assert found["fillers"].value is None
    assert found["fillers_per_minute"].value is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I like Python and I would like to learn Go", 0),
        ("It looks like a bug", 0),
        ("It was, like, really slow", 1),
        ("He was like, no way", 1),
        ("Things like queues and caches", 0),
        ("I mean the cache was, you know, cold", 2),
        ("It was sort of slow", 1),
        ("You know what I did next", 0),
    ],
)
def test_like_is_a_filler_only_where_it_is_no_verb(text, count):
    assert fillers.count_phrases(text) == count


def test_a_filler_is_a_word_of_its_own():
    assert fillers.count_sounds("Um, her summer errands were humdrum, uh, number one.") == 2


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (0.5, "Fewer than 9 in 10 people."),
        (2.30, "More than about 50 in 100 people."),
        (4.22, "More than about 82 in 100 people."),
        (9.0, "More than 19 in 20 people."),
    ],
)
def test_percentiles_lie_on_the_lines_between_the_columns(rate, words):
    assert fillers.percentile(rate) == words


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [(0, 0.0, 3.7), (1, 0.03, 5.57), (10, 4.80, 18.39), (30, 20.24, 42.83)],
)
def test_intervals_of_counts_are_near_the_exact_ones(events, low, high):
    assert uncertainty.of_count(events) == pytest.approx((low, high), abs=0.06)


def test_a_ratio_of_equal_answers_has_no_spread_and_three_are_one_sample():
    assert uncertainty.of_ratio([2, 2, 2, 2], [1, 1, 1, 1]) == (2, 2)
    assert uncertainty.of_ratio([2, 3, 4], [1, 1, 1]) is None
