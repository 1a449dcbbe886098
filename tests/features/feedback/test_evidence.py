"""Quotes stand in the candidate's own turns, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from darasa_reflex.features.feedback import evidence
from darasa_reflex.features.feedback.judge import Ruling, Verdict, checked
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.feedback.review import assemble, report_of
from darasa_reflex.features.interviews.models import Speaker
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of
from tests.features.feedback.tricks import TRICKS

TURNS = [
    Said(index=0, speaker=Speaker.INTERVIEWER, text="Tell me what you built and why you built it."),
    Said(
        index=1,
        speaker=Speaker.ACTOR,
        text="Well\u2014I   built the \u201cqueue\u201d myself, "
        "and it\u2019s still running in M\u00fcnchen today.",
        began_ms=4_000,
        ended_ms=9_000,
    ),
    Said(index=2, speaker=Speaker.ACTOR, text="Yes, three times.", began_ms=11_000),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ('i built the "queue" myself', "I   built the \u201cqueue\u201d myself"),
        ("it's still running in M\u00dcNCHEN", "it\u2019s still running in M\u00fcnchen"),
        (
            "built the \u2026 still running",
            "built the \u201cqueue\u201d myself, and it\u2019s still running",
        ),
        ("  yes, three times!  ", "Yes, three times"),
    ],
)
def test_a_quote_may_differ_in_spelling_only(wanted, found):
    assert evidence.find(wanted, TURNS).text == found


@pytest.mark.parametrize(
    "wanted",
    [
        "Tell me what you built and why",
        "I built the queue alone",
        "still running \u2026 built the",
        "built the queue",
        "uilt the \u201cqueue\u201d mysel",
        "today. Yes, three",
        "",
        "\u2026",
    ],
    ids=["interviewer", "forged", "order", "short", "half words", "two turns", "empty", "dots"],
)
def test_what_was_not_said_is_not_found(wanted):
    assert evidence.find(wanted, TURNS) is None


def test_a_quote_carries_its_turn_and_time():
    quote = evidence.find("still running in m\u00fcnchen today", TURNS)

    assert (quote.turn, quote.at_ms) == (1, 4_000)


def test_a_claim_without_its_quote_is_removed_and_counted():
    forged = evidence.Quote(1, "I wrote the whole compiler alone", None)
    ruling = Ruling(key="role_fit", rating=9, reason="", next_step="", quotes=(forged,))
    verdict = Verdict(label="x", rulings=(ruling,), strengths=(("You wrote it.", forged),))

    left, removed = checked(verdict, TURNS)

    assert removed == 2
    assert left.strengths == ()
    assert left.rulings[0].rating is None


def test_the_report_counts_what_was_removed():
    turns = tuple(turns_of(said.BACKEND_STRONG))
    forged = evidence.Quote(1, "I wrote the whole compiler alone", None)
    ruling = Ruling(key="role_fit", rating=9, reason="", next_step="Go on.", quotes=(forged,))

    report = assemble(
        Material(job=said.BACKEND, turns=turns), Verdict(label="x", rulings=(ruling,)), "forger"
    )

    assert report.removed_claims == 1
    assert "compiler" not in str(report.as_json())


@pytest.mark.parametrize("name", [*said.TRADES, *TRICKS])
def test_every_quote_of_a_report_is_verbatim_in_its_turn(name):
    job, *rest = said.TRADES.get(name) or TRICKS[name]
    turns = turns_of(rest[0], 390)

    report = report_of(job, turns)

    points = [*report.strengths, report.top.strongest]
    quotes = [q for result in report.categories for q in result.quotes]
    quotes += [point.quote for point in points if point.quote]
    quotes += [row.quote for row in report.coverage if row.quote]
    for quote in quotes:
        assert turns[quote.turn].is_candidate
        assert quote.text in turns[quote.turn].text
        assert quote.at_ms == turns[quote.turn].began_ms


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_found_was_said(wanted, text):
    turns = [Said(index=0, speaker=Speaker.ACTOR, text=text)]

    quote = evidence.find(wanted, turns)

    assert quote is None or (quote.text in text and quote.text)
