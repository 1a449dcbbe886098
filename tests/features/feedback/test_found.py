"""What rules find in the words: in steps with their counts, without a number and without praise."""

from functools import cache

import pytest

from darasa_reflex.features.feedback.exchanges import Kind, kind_of
from darasa_reflex.features.feedback.found.steps import ORDER
from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.judging.rubric import OVERALL
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import report_of
from tests.features.feedback import transcripts as said
from tests.features.feedback.judging.tricks import MORE_TRADES, TRICKS
from tests.features.feedback.transcripts import turns_of
from tests.machine.scheduling import first

ALL = {**said.TRADES, **MORE_TRADES}
STRENGTHS = ("strong", "medium", "weak")
SPOILED = {
    "repeated": said.repeated,
    "boasting": said.boasting,
    "wandering": said.wandering,
    "injected": said.injected,
    "parroting": said.parroting,
}


def report(job, pairs):
    return report_once(job, tuple(pairs))


@cache
def report_once(job, pairs):
    return report_of(job, turns_of(pairs))


def steps(job, pairs):
    rulings = by_words(Material(job=job, turns=tuple(turns_of(pairs)))).rulings
    return {ruling.key: ORDER[ruling.found] for ruling in rulings}


@cache
def plain_steps(trade, strength):
    job, *sets = ALL[trade]
    return steps(job, sets[STRENGTHS.index(strength)])


@pytest.mark.parametrize("trade", ALL)
def test_strong_is_above_weak(trade):
    strong, weak = (sum(plain_steps(trade, one).values()) for one in ("strong", "weak"))

    assert strong > weak


def test_nothing_is_a_number_or_a_strength_without_a_model():
    found = report(said.BACKEND, said.BACKEND_STRONG)

    assert {row.rating for row in found.categories} == {None}
    assert {row.anchor for row in found.categories} == {None}
    assert found.strengths == ()
    assert not found.top.strongest.text
    assert "Language model" in found.unseen


def test_a_step_stands_with_the_counts_it_follows_from():
    rows = [row for row in report(said.BACKEND, said.BACKEND_STRONG).categories if row.found]

    assert len(rows) == 3
    for row in rows:
        assert row.counts["answers"] >= 2
        assert max(row.counts.values()) <= row.counts["answers"]
        assert all(str(number) in row.reason for number in row.counts.values() if number)


def test_pacing_is_measured_and_not_marked():
    found = report_of(said.BACKEND, turns_of(said.BACKEND_STRONG, 400)).category("pacing_timing")

    assert (found.rating, found.found) == (None, None)
    assert "words per minute" in found.reason


@pytest.mark.parametrize("trade", first(1, list(ALL)[:3]))
@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("spoiled", [*SPOILED, "stuffed"])
def test_what_makes_an_answer_no_better_raises_no_step(trade, strength, spoiled):
    job, *sets = ALL[trade]
    spoil = SPOILED.get(spoiled) or said.stuffed(job)

    after = steps(job, spoil(sets[STRENGTHS.index(strength)]))

    before = plain_steps(trade, strength)
    assert {key: step for key, step in after.items() if step > before[key]} == {}


@pytest.mark.parametrize("trick", ["gibberish", "salad", "stuffing", "copyjd"])
def test_what_is_no_answer_has_no_step(trick):
    job, pairs = TRICKS[trick]

    found = report(job, pairs)

    assert {row.found for row in found.categories} == {None}
    content = [row for row in found.categories if row.key != "pacing_timing"]
    assert all(row.reason.startswith("Not enough") for row in content)


def test_hedging_lowers_confidence():
    plain, hedged = (
        steps(said.BACKEND, p) for p in (said.BACKEND_STRONG, said.hedged(said.BACKEND_STRONG))
    )

    assert hedged["confidence_emotional_state"] < plain["confidence_emotional_state"]


def test_we_alone_counts_less_than_i():
    ours = said.each(
        said.BACKEND_STRONG, lambda n, q, a: a.replace("I ", "we ").replace(" my ", " our ")
    )

    found = report(said.BACKEND, ours)

    assert sum(steps(said.BACKEND, ours).values()) < sum(
        steps(said.BACKEND, said.BACKEND_STRONG).values()
    )
    assert "“we” and never “I”" in found.top.next_step


def test_words_of_harm_are_told_and_nothing_is_counted():
    harm = (
        "Tell me about an audit.",
        "We were behind, so I hid the failed batches and I changed the dates.",
    )

    found = report(said.BACKEND, [*said.BACKEND_STRONG, harm])

    content = [row for row in found.categories if row.key not in {OVERALL, "pacing_timing"}]
    assert {row.found for row in content} == {None}
    assert "“I hid”" in found.category("response_quality").reason
    assert found.questions[-1].note.endswith("“I hid”.")


def test_who_owns_up_is_counted_like_anybody():
    owned = (
        "Tell me about a mistake.",
        "I hid a failed batch from my manager for a day. I told her next morning and said sorry, "
        "and I check every batch with a second person now.",
    )

    assert steps(said.BACKEND, [*said.BACKEND_STRONG, owned])["response_quality"] > 0


def test_advice_that_was_followed_is_not_given():
    found = report(said.BACKEND, said.BACKEND_STRONG)

    open_parts = {p.name for row in found.questions for p in row.parts if p.quote is None}
    told = " ".join(point.text for point in found.improvements)
    assert ("what came of it" in told) == ("Result" in open_parts)
    assert ("what you did yourself" in told) == ("Your part" in open_parts)


def test_the_same_advice_is_given_for_one_answer_alone():
    lightly = (
        "Usually the logs were fine, and nobody on the team had a reason to complain.",
        "I just restarted the worker, and then the queue was empty again for the rest of the day.",
        "Basically she knew it, so I handed the ticket over and took the next one in the list.",
        "I did the load by feel, as everybody in that office had done for years before me.",
    )
    light = said.each(said.BACKEND_STRONG, lambda n, q, a: lightly[n])

    told = [point.text for point in report(said.BACKEND, light).improvements]

    assert sum("Tell it again with what you looked at" in text for text in told) == 1


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How are you with staff?", Kind.APPROACH),
        ("How are you today?", Kind.TALK),
        ("What's a decision you got wrong?", Kind.EXPERIENCE),
        ("What's a fault that took you a long while?", Kind.EXPERIENCE),
        ("What would you do if you found a lump?", Kind.APPROACH),
        ("When do you walk away?", Kind.APPROACH),
        ("Lifting people, do you use the hoist?", Kind.APPROACH),
        ("What are you not so good at?", Kind.MOTIVATION),
    ],
)
def test_what_a_question_asks_for(question, kind):
    assert kind_of(question) is kind


def test_no_example_is_missed_where_a_fact_is_asked_for():
    asked = [
        (
            "What is an index for?",
            "An index keeps a sorted copy, so that a query reads less of it.",
        ),
        ("How do you choose an index?", "It depends on what the query reads. A small one is best."),
    ]

    facts, mine = report(said.BACKEND, [*asked, *said.BACKEND_STRONG]).questions[:2]

    assert "Example" not in {part.name for part in facts.parts}
    assert "Example" in {part.name for part in mine.parts}


def test_advice_differs_between_interviews():
    told = {report(job, pairs).top.next_step for job, *sets in ALL.values() for pairs in sets}

    assert len(told) >= len(ALL)


def test_the_same_words_get_the_same_report():
    turns = turns_of(said.NURSE_STRONG, 380)

    assert report_of(said.NURSE, turns).as_json() == report_of(said.NURSE, turns).as_json()
