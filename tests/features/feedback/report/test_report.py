"""The report as data and as text."""

import json
from dataclasses import replace
from functools import cache

import pytest

from darasa_reflex.features.answers.terms import names
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Ruling, Shown, Verdict
from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report import readable
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.feedback.report.review import assemble, report_of
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of


def a_report(pairs=said.BACKEND_STRONG, job=said.BACKEND):
    return report_once(job, tuple(pairs))


@cache
def report_once(job, pairs):
    return report_of(job, turns_of(pairs, 400))


def test_a_stored_report_comes_back_whole():
    report = a_report()

    assert Report.of_json(json.loads(json.dumps(report.as_json()))) == report


def test_every_category_of_the_rubric_stands_in_its_order():
    assert [result.key for result in a_report().categories] == [row.key for row in RUBRIC]
    assert all(set(row.anchors) == {2, 4, 6, 8, 10} for row in RUBRIC)


def by_model(*levels):
    """Return the report of a judge that rates the first categories with these levels."""
    keys = [row.key for row in RUBRIC if row.key != OVERALL]
    rulings = tuple(
        Ruling(key=key, rating=level, reason="You say what you did.", next_step="Say why.")
        for key, level in zip(keys, levels, strict=False)
    )
    material = Material(job=said.BACKEND, turns=tuple(turns_of(said.BACKEND_STRONG, 400)))
    return assemble(material, Verdict(label="by a model", rulings=rulings, model="m"), "gemini")


def answered(*rulings, pairs=said.BACKEND_STRONG, requirements=said.BACKEND.requirements):
    """Return the report of a judge that reads answers and rates nothing."""
    job = replace(said.BACKEND, requirements=requirements)
    material = Material(job=job, turns=tuple(turns_of(pairs, 400)))
    verdict = Verdict(label="by a model", rulings=(), answers=rulings, model="m")
    return assemble(material, verdict, "gemini")


def test_what_the_candidate_brought_up_was_not_asked_about():
    pairs = [("Why do you want this job?", "I ran Kubernetes for two years, and I like it.")]
    ruling = AnswerRuling(turn=0, answered="yes")

    (row,) = answered(ruling, pairs=pairs, requirements=("Kubernetes",)).coverage

    assert (row.state, row.asked_in) == ("not asked", None)


def test_the_best_proof_of_a_requirement_counts_wherever_it_stands():
    quote = Quote(7, "At my last company I built exactly that in Python", None)
    half, whole = (Shown("Python", whole, quote) for whole in (False, True))
    found = [
        answered(AnswerRuling(turn=6, answered="yes", shown=shown), requirements=("Python",))
        for shown in ((half,), (half, whole), (whole, half))
    ]

    assert [one.coverage[0].state for one in found] == ["partly", "shown", "shown"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [("We moved it, we tested it and we shipped it.", ["say what was yours"]), ("I did.", [])],
)
def test_we_is_counted_in_the_words_of_the_candidate_alone(answer, told):
    asked = "We love what we build, and we ask how you work: what did you do?"

    (row,) = answered(AnswerRuling(turn=0, answered="yes"), pairs=[(asked, answer)]).questions

    assert [words for words in ("say what was yours",) if words in row.note] == told


def test_the_overall_rating_is_the_mean_of_the_rated_ones():
    assert by_model(4, 7, 8).category(OVERALL).rating == 6.3
    assert by_model(4, 7).category(OVERALL).rating is None


def test_what_a_judge_left_out_has_not_enough_evidence():
    left_out = [row for row in by_model(4, 7, 8).categories[3:] if row.key != OVERALL]

    assert left_out
    assert all(row.reason.startswith("Not enough evidence") for row in left_out)


def test_without_a_model_there_is_no_overall_and_one_line_says_why():
    overall = a_report().category(OVERALL)

    assert (overall.rating, overall.found) == (None, None)
    assert "right, honest or to the point" in overall.reason
    assert by_model(4, 7, 8).unseen == ""


def test_the_text_speaks_to_you_and_names_every_category():
    text = readable.whole(a_report())

    assert all(row.title in text for row in RUBRIC)
    assert "The candidate" not in text


def test_each_question_shows_its_parts_with_the_sentences_behind_them():
    rows = a_report(said.BACKEND_MEDIUM).questions

    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert {part.name for part in rows[0].parts} >= {"Situation", "Your part", "Why", "Result"}
    assert all(row.missing == () for row in rows)
    assert all(row.seconds and row.thinking is not None and row.word_count for row in rows)


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
        "PostgreSQL": "named",
        "Kubernetes": "named",
        "incident": "asked, not named",
        "Kafka": "not asked",
        "payment API": "asked, not named",
    }


def test_counts_over_all_answers_are_those_of_the_words():
    pairs = [
        ("Tell me about a release.", "I shipped it with three people. We tested it, maybe twice."),
        ("And then?", "Um, I think the release went well. I counted 40 errors before the release."),
        ("What did you learn?", "We should have looked after the dashboard earlier, I think."),
    ]

    found = a_report(pairs, replace(said.BACKEND, requirements=("Looker", "Kafka"))).insights

    assert (found.own, found.shared) == (4, 2)
    assert dict(found.words_most)["release"] == 2
    assert found.numbers == ("three", "twice", "40")
    assert dict(found.hedges) == {"maybe": 1, "i think": 2}
    assert (found.fillers, found.terms_named) == (1, ())
    assert found.terms_unnamed == ("Looker", "Kafka")


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
        ("Looker", "I look after it, and I looked at it.", False),
        ("Looker", "We built it in Looker.", True),
    ],
)
def test_requirements_are_met_by_their_words(requirement, text, met):
    assert names(requirement, text) is met


def test_a_report_stored_before_judges_were_models_can_be_read():
    stored = by_model(4, 7, 8).as_json()
    for late in ("model", "prompt_version", "voice", "voice_caveat", "shape", "unseen", "insights"):
        del stored[late]
    for category in stored["categories"]:
        for late in ("unsure", "found", "counts"):
            del category[late]
    for row in stored["questions"]:
        for late in ("number", "parts", "thinking", "word_count", "said"):
            del row[late]
    del stored["top"]["counted"]

    read = Report.of_json(stored)

    assert read.shape == 1
    assert [c.rating for c in read.categories] == [c.rating for c in by_model(4, 7, 8).categories]
