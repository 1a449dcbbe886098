"""Passes joined by arithmetic."""

from dataclasses import replace

import pytest

from darasa_reflex.features.feedback.judging.consensus import agreed
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict


def a_pass(*levels, quote="words of mine here"):
    rulings = tuple(
        Ruling(
            key=f"k{place}",
            rating=level,
            reason=f"at {level}",
            next_step="",
            quotes=() if level is None else (Quote(1, f"{quote} {level}", None),),
        )
        for place, level in enumerate(levels)
    )
    return Verdict(label="x", rulings=rulings, removed=1)


@pytest.mark.parametrize(
    ("levels", "rating", "spread", "unsure"),
    [
        ((6, 7, 8), 7, (6, 8), False),
        ((8, 6, 6), 6, (6, 8), False),
        ((6, 7), 6, (6, 7), False),
        ((7, 7, 7), 7, (7, 7), False),
        ((3, 6, 6), 6, (3, 6), False),
        ((2, 6, 6), None, (2, 6), True),
        ((6, None, 8), 6, (6, 8), False),
        ((6, None, None), None, None, False),
        ((None, None, None), None, None, False),
        ((6, None), None, None, False),
        ((6,), 6, None, False),
    ],
)
def test_the_median_is_a_level_a_pass_chose(levels, rating, spread, unsure):
    ruling = agreed([a_pass(level) for level in levels]).rulings[0]

    assert (ruling.rating, ruling.spread, ruling.unsure) == (rating, spread, unsure)
    if rating is not None:
        assert ruling.reason == f"at {rating}"


def test_quotes_come_from_the_passes_at_the_median_each_once():
    passes = [a_pass(6, quote="first ones words"), a_pass(6), a_pass(8), a_pass(6)]

    quotes = [quote.text for quote in agreed(passes).rulings[0].quotes]

    assert quotes == ["first ones words 6", "words of mine here 6"]


def test_the_overall_spread_is_that_of_the_passes_means_over_what_is_rated():
    verdict = agreed([a_pass(6, 4, 1), a_pass(7, 5, 9), a_pass(8, 5, 5)])

    assert verdict.overall_spread == (5.0, 6.5)
    assert (verdict.removed, verdict.passes) == (3, 3)


def test_points_come_from_the_most_central_pass_first():
    far, near = a_pass(9, 9), a_pass(6, 6)
    one = ("far", Quote(1, "one two three four", None))
    two = ("near", Quote(3, "five six seven eight", None))
    far = replace(far, strengths=(one, ("same", two[1])), improvements=("far",))
    near = replace(near, strengths=(two,), improvements=("near",))

    verdict = agreed([far, near, a_pass(6, 6)])

    assert [text for text, _ in verdict.strengths] == ["near", "far"]
    assert verdict.improvements == ("near",)
