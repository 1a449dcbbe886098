"""Quotes stand in the candidate's own turns, or nowhere."""

from dataclasses import replace

import pytest
from hypothesis import given

from darasa_reflex.features.feedback.judging import evidence
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict, checked
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.feedback.report.review import assemble, report_of
from darasa_reflex.features.feedback.runs import repository
from darasa_reflex.features.interviews.models import Interview, Speaker, Turn
from tests.features.feedback import transcripts as said
from tests.features.feedback.judging.tricks import TRICKS
from tests.features.feedback.transcripts import turns_of
from tests.fixtures.any_text import any_text

SPOKEN = "I led the move to PostgreSQL. Errors fell by half."
FIRST = "Well\u2014I   built the \u201cqueue\u201d myself."
SECOND = "And it\u2019s still running in M\u00fcnchen today."
TURNS = [
    Said(index=0, speaker=Speaker.INTERVIEWER, text="Tell me what you built and why you built it."),
    Said(
        index=1,
        speaker=Speaker.ACTOR,
        text="Well\u2014I   built the \u201cqueue\u201d myself. "
        "And it\u2019s still running in M\u00fcnchen today. I never said that I broke production.",
        began_ms=4_000,
        ended_ms=9_000,
    ),
    Said(index=2, speaker=Speaker.ACTOR, text="Yes, three times.", began_ms=11_000),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ('i built the "queue" myself', FIRST),
        ("i built the \u201equeue\u201c myself", FIRST),
        ("i built the \u00abqueue\u00bb myself", FIRST),
        ("it's still running in M\u00dcNCHEN", SECOND),
        ("it's still running in Mu\u0308nchen", SECOND),
        ("built the \u2026 still running", f"{FIRST} {SECOND}"),
        ("  yes, three times!  ", "Yes, three times."),
        ("I never said that I broke production", "I never said that I broke production."),
    ],
)
def test_a_quote_may_differ_in_spelling_only_and_is_whole_sentences(wanted, found):
    assert evidence.find(wanted, TURNS).text == found


def turn(text):
    return [Said(index=0, speaker=Speaker.ACTOR, text=text)]


@pytest.mark.parametrize(
    ("said_so", "wanted"),
    [
        ("We moved 1,200 orders in an hour.", "we moved 1200 orders in"),
        ("We moved 1200 orders in an hour.", "we moved 1\u202f200 orders in"),
        ("We moved 1.200.000 orders in an hour.", "we moved 1 200 000 orders in"),
        ("Ich habe Zoe\u0308 in Mu\u0308nchen geholfen.", "habe zo\u00eb in m\u00fcnchen geholfen"),
    ],
)
def test_thousands_and_accents_may_be_written_otherwise(said_so, wanted):
    assert evidence.find(wanted, turn(said_so)).text == said_so


def test_another_number_is_another_number():
    assert evidence.find("we moved 12 00 orders in", turn("We moved 1200 orders in.")) is None
    assert (
        evidence.find("in 2019 we moved 300 orders", turn("In 2019 we moved 300 orders."))
        is not None
    )


@pytest.mark.parametrize(
    ("said_so", "cut"),
    [
        ("I never said that I broke production.", "that I broke production"),
        ("I did not rewrite the whole loader myself.", "rewrite the whole loader myself"),
        ("My boss said I broke the whole build.", "I broke the whole build"),
        ("If I had time I would have tested it all.", "have tested it all"),
        ("Nobody checked the logs after that night.", "checked the logs after that"),
        ("I never in my life broke production there.", "I \u2026 broke production there"),
        ("Ich habe nie die ganze Anlage abgeschaltet.", "die ganze Anlage abgeschaltet"),
    ],
)
def test_a_piece_that_its_sentence_turns_round_is_no_quote(said_so, cut):
    assert evidence.find(cut, turn(said_so)) is None
    assert evidence.find(said_so, turn(said_so)) is not None


def test_what_an_earlier_clause_denies_stands():
    spoken = "I did not guess, and I measured every query myself."

    assert evidence.find("I measured every query myself", turn(spoken)).text == spoken


@pytest.mark.parametrize(
    "wanted",
    [
        "Tell me what you built and why",
        "I built the queue alone",
        "still running \u2026 built the",
        'built the "queue"',
        "uilt the \u201cqueue\u201d mysel",
        "today. Yes, three",
        "",
        "\u2026",
    ],
    ids=["interviewer", "forged", "order", "short", "half words", "two turns", "empty", "dots"],
)
def test_what_was_not_said_is_not_found(wanted):
    assert evidence.find(wanted, TURNS) is None


@pytest.mark.parametrize("wanted", ["able to reach anybody", "I was unable to reach any"])
def test_a_quote_does_not_begin_or_end_within_a_word(wanted):
    assert evidence.find(wanted, turn("I was unable to reach anybody that night.")) is None


def test_a_sentence_that_nobody_would_read_is_cut_between_two_words():
    spoken = "nevertheless " * 60

    short = evidence.shortened(spoken)

    assert spoken.startswith(short)
    assert set(short.split()) == {"nevertheless"}


def test_a_quote_carries_its_turn_and_time():
    quote = evidence.find("still running in m\u00fcnchen today", TURNS)

    assert (quote.turn, quote.at_ms) == (1, 4_000)


@pytest.mark.parametrize(
    ("wanted", "at_ms"),
    [
        ("Well I built the \u201cqueue\u201d myself", 4_000),
        ('built the "queue" myself', 4_000),
        ("queue\" myself. And it's", 4_000),
        ("still running in m\u00fcnchen today", 4_600),
    ],
)
def test_a_quote_stands_at_the_time_of_its_first_sentence(wanted, at_ms):
    text = TURNS[1].text.replace("\u2014", " ")
    times = tuple((w, 4_000 + 100 * n, 4_050 + 100 * n) for n, w in enumerate(text.split()))

    assert evidence.find(wanted, [replace(TURNS[1], text=text, words=times)]).at_ms == at_ms


def test_words_that_are_not_those_of_the_turn_give_no_time():
    turn = replace(TURNS[1], words=(("another", 100, 200),))

    assert evidence.find("still running in m\u00fcnchen today", [turn]).at_ms == 4_000


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


@given(any_text(60), any_text(60))
def test_whatever_is_found_was_said(wanted, text):
    turns = [Said(index=0, speaker=Speaker.ACTOR, text=text)]

    quote = evidence.find(wanted, turns)

    assert quote is None or (quote.text in text and quote.text)


def test_feedback_on_a_kept_interview_knows_when_words_were_said(db, job_info):
    def work(session):
        interview = Interview(job_info_id=job_info.id)
        session.add(interview)
        session.flush()
        times = [[word, 100 * n, 100 * n + 90] for n, word in enumerate(SPOKEN.split())]
        turn = Turn(
            interview_id=interview.id, chat_id="c", position=0, speaker="actor", text=SPOKEN,
            began_ms=0, ended_ms=1_000, words=times,
        )  # fmt: skip
        session.add(turn)
        session.flush()
        return repository.material(session, interview.id)

    material = db.run_here(work)

    assert evidence.find("Errors fell by half", material.turns).at_ms == 600
