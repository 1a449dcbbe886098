"""Feedback on answers that are not in English."""

from dataclasses import replace

import pytest

from darasa_reflex.features.feedback.found.grounds import FOREIGN
from darasa_reflex.features.feedback.judging.by_words import by_words, without_asking
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import LOCAL, assemble
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.providers.judge.local import LocalJudge
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of
from tests.providers.local.mind.languages.test_locales import ANSWERS, plan_in

GERMAN = (
    "Unsere Abrechnung brauchte vier Sekunden. Ich habe sie gemessen und gesehen, dass jede Zeile "
    "eine eigene Abfrage stellte. Also habe ich sie in einer Abfrage zusammengefasst, weil alte "
    "Zahlen uns Vertrauen gekostet hätten. Danach waren es 300 Millisekunden, um genau zu sein.",
    "Im März lief ein Zertifikat ab, und die Hälfte der Zahlungen blieb liegen. Ich habe es von "
    "Hand erneuert und er hat alles noch einmal geschickt. Später schrieb ich einen Alarm dafür.",
    "Eine neue Kollegin hatte Angst vor Auslieferungen. Drei Mal haben wir es zusammen gemacht, "
    "das vierte Mal hat sie allein gemacht, und nach zwei Monaten ging es jede Woche.",
    "Ich würde mit eindeutigen Schlüsseln beginnen, damit niemand zweimal zahlt. Dann würde ich "
    "immer länger warten, weil sonst alle zugleich wiederkommen, und die Quote beobachten.",
)
PAIRS = [
    (question, answer) for (question, _), answer in zip(said.BACKEND_STRONG, GERMAN, strict=True)
]
MATERIAL = Material(job=said.BACKEND, turns=tuple(turns_of(PAIRS, 400)), language="de")


def report(material=MATERIAL):
    return assemble(material, by_words(material), LOCAL)


def test_without_a_model_nothing_is_rated_and_one_sentence_says_why():
    found = report()

    assert {result.rating for result in found.categories} == {None}
    assert {row.reason for row in found.categories if row.key != "pacing_timing"} == {FOREIGN}
    assert not found.rough
    assert found.strengths == found.improvements == ()


def test_no_answer_is_said_to_lack_something_in_words_nobody_read():
    found = report()

    assert [row.answered for row in found.questions] == [True] * 4
    assert {(row.found, row.missing, row.note) for row in found.questions} == {((), (), "")}


def test_delivery_is_measured_by_times_and_fillers_are_not_counted():
    metrics = {metric.key: metric for metric in report().metrics}

    for key in ("fillers", "fillers_per_minute", "filler_phrases"):
        assert metrics[key].value is None
        assert metrics[key].reason == "Fillers are counted in English only."
    for key in ("speech_rate", "answer_length", "thinking_time"):
        assert metrics[key].value is not None
    assert "English" in metrics["speech_rate"].remark


def test_the_same_words_taken_for_english_would_have_fillers():
    """German "um" and "er" are words; this is what the language keeps from being counted."""
    metrics = {m.key: m for m in report(replace(MATERIAL, language="en")).metrics}

    assert metrics["fillers"].value


def test_a_judge_that_knows_the_language_is_asked_unless_too_little_was_said():
    little = replace(MATERIAL, turns=tuple(turns_of(PAIRS[:2])))

    refused = without_asking(little)

    assert without_asking(MATERIAL) is None
    assert refused is not None
    assert "2 answers" in refused.rulings[0].reason
    assert "From 3 answers" in refused.rulings[0].reason


async def test_the_local_judge_says_the_same():
    verdict = await LocalJudge().judge(MATERIAL, run=None)

    assert {row.reason for row in verdict.rulings if row.key != "pacing_timing"} == {FOREIGN}


@pytest.mark.parametrize("language", ["en", "de"])
def test_typed_answers_are_treated_by_their_language_alone(language):
    pairs = said.BACKEND_STRONG if language == "en" else PAIRS
    typed = tuple(replace(turn, from_text=turn.is_candidate) for turn in turns_of(pairs))

    found = report(Material(job=said.BACKEND, turns=typed, language=language))

    told = {result.key for result in found.categories if result.found}
    assert ("response_quality" in told) is (language == "en")


@pytest.mark.parametrize("code", ASKED_IN)
def test_an_interview_that_was_asked_in_it_has_its_questions_and_no_other(code):
    planned = [q for q in plan_in(code).questions if not q.reserve][1:]
    pairs = [(question.text, ANSWERS[code]) for question in planned]
    goodbye = f"{wording_of(code).time_is_up} {wording_of(code).goodbye}"
    turns = turns_of([*pairs, (goodbye, "")], 400)[:-1]
    keyed = [
        replace(turn, question=planned[at // 2].key) if at < 2 * len(planned) else turn
        for at, turn in enumerate(turns)
    ]
    material = replace(MATERIAL, turns=tuple(keyed), planned=tuple(planned), language=code)

    counted = [q.text for q in planned if q.section not in {"candidate", "close"}]
    assert [row.question for row in report(material).questions] == counted
