"""The report as data and as text."""

import json
from dataclasses import replace

import pytest

from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC
from darasa_reflex.features.feedback.report import readable
from darasa_reflex.features.feedback.report.coverage import names
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.feedback.report.review import report_of
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of


def a_report(pairs=said.BACKEND_STRONG, job=said.BACKEND):
    return report_of(job, turns_of(pairs, 400))


def test_a_stored_report_comes_back_whole():
    report = a_report()

    assert Report.of_json(json.loads(json.dumps(report.as_json()))) == report


def test_the_seven_categories_stand_in_the_rubrics_order():
    assert [result.key for result in a_report().categories] == [row.key for row in RUBRIC]
    assert all(set(row.anchors) == {2, 4, 6, 8, 10} for row in RUBRIC)


def test_the_overall_rating_is_the_mean_of_the_rated_ones():
    report = a_report()

    rated = [r.rating for r in report.categories if r.key != OVERALL and r.rating is not None]
    assert report.category(OVERALL).rating == round(sum(rated) / len(rated), 1)


def test_the_top_lines_hold_a_proof_a_gap_and_a_step():
    top = a_report().top

    assert top.strongest.quote
    assert top.gap
    assert top.next_step


def test_a_weak_interview_is_given_no_invented_strength():
    report = a_report(said.BACKEND_WEAK)

    assert report.strengths == ()
    assert report.top.strongest.quote is None


def test_the_text_speaks_to_you_and_names_every_category():
    text = readable.whole(a_report())

    assert all(row.title in text for row in RUBRIC)
    assert "The candidate" not in text


def test_each_question_tells_what_was_found_and_missing():
    rows = a_report(said.BACKEND_MEDIUM).questions

    assert len(rows) == 4
    assert "own action" in rows[2].found
    assert "outcome with a figure" in rows[2].missing
    assert all(row.seconds for row in rows)


def test_each_requirement_has_one_state():
    job = replace(
        said.BACKEND, requirements=("PostgreSQL", "Kubernetes", "incident", "Kafka", "payment API")
    )
    pairs = [
        *said.BACKEND_STRONG[:3],
        ("How would you design a payment API?", "I don't know that."),
    ]

    states = {row.requirement: row.state for row in a_report(pairs, job).coverage}

    assert states == {
        "PostgreSQL": "shown",
        "Kubernetes": "shown",
        "incident": "asked but no evidence",
        "Kafka": "not asked",
        "payment API": "asked but no evidence",
    }


def test_a_requirement_only_named_is_partly_shown():
    pairs = [*said.BACKEND_STRONG[:3], ("Do you know Kafka?", "I looked at Kafka once in 2019.")]

    rows = a_report(pairs, replace(said.BACKEND, requirements=("Kafka",))).coverage

    assert (rows[0].state, rows[0].asked_in) == ("partly", 6)


def test_a_requirement_nobody_asked_about_lowers_nothing():
    more = replace(said.BACKEND, requirements=(*said.BACKEND.requirements, "Kafka"))

    plain, asked = a_report(), a_report(job=more)

    for before, after in zip(plain.categories, asked.categories, strict=True):
        assert after.rating >= before.rating


@pytest.mark.parametrize(
    ("requirement", "text", "met"),
    [
        ("Go", "I wrote it in Go.", True),
        ("Go", "I had to go home.", False),
        ("R", "We plotted it in R.", True),
        ("C++", "I wrote C++ for years.", True),
        ("C", "I wrote C++ for years.", False),
        ("unit testing", "I wrote unit tests.", True),
        ("unit testing", "I tested it.", False),
    ],
)
def test_requirements_are_met_by_their_words(requirement, text, met):
    assert names(requirement, text) is met


def test_a_report_stored_before_judges_were_models_can_be_read():
    stored = a_report().as_json()
    for late in ("model", "prompt_version", "voice", "voice_caveat"):
        del stored[late]
    for category in stored["categories"]:
        del category["unsure"]

    assert Report.of_json(stored) == a_report()
