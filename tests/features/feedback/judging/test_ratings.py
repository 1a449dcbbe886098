"""Ratings by cues: their order, and what may never raise them."""

from functools import cache

import pytest

from darasa_reflex.features.feedback.report.review import report_of
from tests.features.feedback import transcripts as said
from tests.features.feedback.judging.tricks import MORE_TRADES, TRICKS
from tests.features.feedback.transcripts import turns_of

ALL = {**said.TRADES, **MORE_TRADES}
STRENGTHS = ("strong", "medium", "weak")
KEYS = (
    "communication_clarity",
    "confidence_emotional_state",
    "response_quality",
    "pacing_timing",
    "engagement_interaction",
    "role_fit",
    "overall",
)
SPOILED = {
    "padded": said.padded,
    "padded before": said.padded_before,
    "repeated": said.repeated,
    "boasting": said.boasting,
    "wandering": said.wandering,
    "injected": said.injected,
    "parroting": said.parroting,
}


def ratings(job, pairs, ms_per_word=None):
    report = report_of(job, turns_of(pairs, ms_per_word))
    assert report.removed_claims == 0
    return {result.key: result.rating for result in report.categories}


@cache
def plain_ratings(trade, strength, ms_per_word):
    job, *sets = ALL[trade]
    return ratings(job, sets[STRENGTHS.index(strength)], ms_per_word)


@pytest.mark.parametrize("trade", ALL)
@pytest.mark.parametrize("key", ["response_quality", "role_fit", "overall"])
def test_strong_is_above_medium_is_above_weak(trade, key):
    strong, medium, weak = (plain_ratings(trade, one, None)[key] for one in STRENGTHS)

    assert strong > medium > weak


@pytest.mark.slow
@pytest.mark.parametrize("trade", ALL)
@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("ms_per_word", [None, 400])
@pytest.mark.parametrize("spoiled", [*SPOILED, "stuffed"])
def test_words_without_proof_never_raise_a_rating(trade, strength, ms_per_word, spoiled):
    job, *sets = ALL[trade]
    pairs = sets[STRENGTHS.index(strength)]
    spoil = SPOILED.get(spoiled) or said.stuffed(job)

    before = plain_ratings(trade, strength, ms_per_word)
    after = ratings(job, spoil(pairs), ms_per_word)

    for key in KEYS:
        assert (after[key] or 0) <= (before[key] or 0), key


@pytest.mark.parametrize("trade", ALL)
def test_hedging_lowers_confidence(trade):
    job, strong, *_ = ALL[trade]

    plain, hedged = ratings(job, strong), ratings(job, said.hedged(strong))

    assert hedged["confidence_emotional_state"] < plain["confidence_emotional_state"]
    assert hedged["response_quality"] <= plain["response_quality"]


@pytest.mark.parametrize(
    "trick", ["sarcasm", "ramble", "negated", "planonly", "bigboast", "awayonly"]
)
def test_tricks_earn_little(trick):
    job, pairs = TRICKS[trick]

    rated = ratings(job, pairs)

    assert rated["response_quality"] <= 2
    assert rated["role_fit"] <= 2


@pytest.mark.parametrize("trick", ["gibberish", "salad", "stuffing", "copyjd"])
def test_what_is_no_answer_is_not_rated(trick):
    job, pairs = TRICKS[trick]

    report = report_of(job, turns_of(pairs))

    assert {result.rating for result in report.categories} == {None}
    assert all(result.reason.startswith("Not enough") for result in report.categories)


def test_mild_hedges_lower_confidence_too():
    hedges = "I think that was it, I believe. I feel like it was fine, more or less, I think."
    pairs = said.each(said.BACKEND_STRONG, lambda n, q, a: f"{a} {hedges}")

    plain, hedged = ratings(said.BACKEND, said.BACKEND_STRONG), ratings(said.BACKEND, pairs)

    assert hedged["confidence_emotional_state"] < plain["confidence_emotional_state"]


def test_a_strong_answer_pasted_everywhere_counts_once():
    job, pasted = TRICKS["pasted"]

    assert ratings(job, pasted)["response_quality"] <= 3
    assert ratings(job, said.BACKEND_STRONG)["response_quality"] >= 7


def test_plain_words_of_a_second_language_are_worth_as_much_as_their_proof():
    job, pairs = TRICKS["nonnative"]

    rated = ratings(job, pairs)

    assert rated["response_quality"] >= 4
    assert rated["role_fit"] >= 4


def test_something_done_is_worth_more_than_something_intended():
    done = ratings(said.BACKEND, said.BACKEND_STRONG)
    intended = ratings(*TRICKS["planonly"])

    assert done["response_quality"] - intended["response_quality"] >= 4


def test_something_finished_is_worth_more_than_something_that_was_not():
    done = ratings(said.BACKEND, said.BACKEND_STRONG)
    failed = ratings(*TRICKS["negated"])

    assert done["response_quality"] - failed["response_quality"] >= 4


def test_an_answer_without_figures_is_not_a_weak_one():
    job, pairs = TRICKS["teach"]

    assert ratings(job, pairs)["response_quality"] >= 6


def test_full_stops_are_not_needed():
    pairs = said.each(
        said.BACKEND_STRONG, lambda n, q, a: a.lower().replace(". ", " and then ").replace(",", "")
    )

    assert ratings(said.BACKEND, pairs)["response_quality"] >= 5


def test_the_same_words_get_the_same_report():
    turns = turns_of(said.NURSE_STRONG, 380)

    assert report_of(said.NURSE, turns).as_json() == report_of(said.NURSE, turns).as_json()
