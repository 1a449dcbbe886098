"""When nothing is rated, and why."""

from dataclasses import replace
from functools import cache

import pytest

from darasa_reflex.features.feedback.material import Job
from darasa_reflex.features.feedback.report.review import report_of
from darasa_reflex.features.interviews.models import Speaker
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

QUESTIONS = [question for question, _ in said.BACKEND_STRONG]


def report(pairs, job=said.BACKEND):
    return report_once(job, tuple(pairs))


@cache
def report_once(job, pairs):
    return report_of(job, turns_of(pairs))


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(q, "") for q in QUESTIONS],
        [(q, "fine") for q in QUESTIONS],
        [(q, "fine " * 30) for q in QUESTIONS],
        [(q, "...") for q in QUESTIONS],
        said.BACKEND_STRONG[:2],
        [
            (q, "Lo hice con cuidado y la gente estaba muy contenta con todo lo nuevo")
            for q in QUESTIONS
        ],
        [(q, q) for q in QUESTIONS],
        [("", answer) for _, answer in said.BACKEND_STRONG],
    ],
    ids=["none", "empty", "fine", "fine fine", "dots", "two", "spanish", "parrot", "no questions"],
)
def test_too_little_is_not_rated(pairs):
    found = report(pairs)

    assert {(result.rating, result.found) for result in found.categories} == {(None, None)}
    assert all(result.reason for result in found.categories)
    assert "not enough evidence" in found.categories[0].text


def test_the_refusal_counts_answers_and_words():
    found = report([(q, "I like it here.") for q in QUESTIONS[:2]])

    assert found.categories[0].reason.startswith("Not enough to tell: 2 answers, ")
    assert "From 3 answers and 60 words on we can." in found.categories[0].reason


def test_the_interviewers_words_prove_nothing():
    turns = turns_of(said.BACKEND_STRONG)
    swapped = [
        replace(t, speaker=Speaker.INTERVIEWER if t.is_candidate else Speaker.ACTOR) for t in turns
    ]

    found = report_of(said.BACKEND, swapped)

    assert not any(q for result in found.categories for q in result.quotes if q.turn % 2)


def test_a_job_without_text_has_no_terms_to_name():
    bare = Job(title=None, experience_level="", description="", requirements=())

    found = report(said.BACKEND_STRONG, bare)

    assert "No terms were read" in found.category("role_fit").reason
    assert found.category("response_quality").found == "much"


def test_without_times_pacing_says_why():
    pacing = report(said.BACKEND_STRONG).category("pacing_timing")

    assert (pacing.rating, pacing.found) == (None, None)
    assert "no spoken answers whose begin and end are known" in pacing.reason


def test_rough_words_get_no_content_rating_but_delivery_stays():
    turns = [replace(t, rough=t.is_candidate) for t in turns_of(said.BACKEND_STRONG, 400)]

    found = report_of(said.BACKEND, turns)

    assert found.rough
    assert {result.found for result in found.categories} == {None}
    assert "words per minute" in found.category("pacing_timing").reason
    assert found.category("response_quality").reason.startswith("Rough transcription")
    assert not any(row.parts for row in found.questions)


def test_typed_answers_beside_rough_ones_are_rated():
    turns = turns_of([*said.BACKEND_STRONG, *said.NURSE_STRONG[:1]])
    mixed = [
        replace(t, rough=t.index == 9, from_text=t.is_candidate and t.index != 9) for t in turns
    ]

    found = report_of(said.BACKEND, mixed)

    assert found.category("response_quality").found


def test_a_cut_off_answer_lowers_nothing():
    whole = said.BACKEND_STRONG
    cut = turns_of([*whole, ("Describe a release that failed.", "Well, in the")])
    cut[-1] = replace(cut[-1], cut_off=True)

    found = report_of(said.BACKEND, cut)

    assert found.category("response_quality") == report(whole).category("response_quality")
    assert found.questions[-1].note == "Cut off; not counted."
    assert all(part.quote for part in found.questions[-1].parts)


def test_an_unanswered_question_in_the_middle_counts():
    skipped = [
        *said.BACKEND_STRONG[:3],
        ("Describe a release that failed.", ""),
        said.BACKEND_STRONG[3],
    ]

    skips, whole = (
        report(pairs).category("response_quality").counts
        for pairs in (skipped, said.BACKEND_STRONG)
    )
    assert skips == {**whole, "answers": whole["answers"] + 1}


def test_greetings_and_own_questions_are_no_answers():
    talk = [
        ("Hello, how are you today?", "Fine, thanks."),
        *said.BACKEND_STRONG,
        ("Do you have any questions for me?", "How do you roll out changes to the payment API?"),
        ("Thank you, goodbye.", "Bye!"),
    ]

    found = report(talk)

    plain = report(said.BACKEND_STRONG).category("response_quality")
    assert found.category("response_quality") == plain
    assert len(found.questions) == len(said.BACKEND_STRONG)
    assert found.category("engagement_interaction").counts["own questions"] == 1
