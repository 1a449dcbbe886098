"""Follow-up rules: which gap is probed first, and what stays unasked."""

from random import Random

import pytest

from darasa_reflex.features.interviews.questions.follow_up import Gap, Told, gap_of, next_probe
from darasa_reflex.features.interviews.questions.plan import PlannedQuestion

BEHAVIOURAL = PlannedQuestion(
    key="q3", section="behavioural", text="Tell me about a time you disagreed with someone."
)
OPINION = PlannedQuestion(key="q5", section="role", text="How would you spend your first weeks?")
INTRODUCTION = PlannedQuestion(key="q1", section="introduction", text="Who are you?")
SITUATION = "When I was at Acme last year our release was late because two teams disagreed."
WHOLE = (
    f"{SITUATION} I talked with both leads, wrote down the options and proposed a split. "
    "As a result we shipped in three weeks."
)


def probe(
    text,
    question=BEHAVIOURAL,
    *,
    spoken_ms=30_000,
    rough=False,
    probed=(),
    asked=(),
    skills=(),
    before="",
):
    told = Told(
        text=f"{before}\n{text}" if before else text, latest=text, spoken_ms=spoken_ms, rough=rough
    )
    return next_probe(
        told, question=question, skills=skills, probed=probed, asked=asked, random=Random(1)
    )


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("We talked.", Gap.DETAIL),
        (
            f"{SITUATION} Everybody was annoyed and it went on for days like that.",
            Gap.OWN_PART,
        ),
        (f"{SITUATION} I talked with both leads and wrote down the options for them.", Gap.OUTCOME),
        (
            "When I was at Acme last year our release was late. I talked with both leads, and in "
            "the end they agreed and our releases became faster.",
            Gap.MEASURE,
        ),
        (
            "I talked to both sides, listed the options, proposed a split and as a result things "
            "went out three weeks earlier than planned, with nobody unhappy.",
            Gap.CONTEXT,
        ),
    ],
)
def test_the_first_gap_is_probed(text, gap):
    assert probe(text).gap is gap


@pytest.mark.parametrize(
    ("text", "unasked"),
    [
        (
            "Last week I read the marks aloud, and eleven of thirty had passed, so I went through "
            "it once more with the rest of the class.",
            {Gap.OUTCOME, Gap.MEASURE},
        ),
        (
            "A resident would not eat at lunch, so I sat beside her and told the nurse, and she "
            "was herself again by the evening.",
            {Gap.OUTCOME, Gap.MEASURE},
        ),
        (
            "He shouted at the counter. I had written the wrong name on his order, so I rang him "
            "that night, but he had already gone to the other shop.",
            {Gap.OUTCOME, Gap.MEASURE, Gap.OWN_PART},
        ),
        (
            "A guest lost her ring at our hotel. I had taken the sheets down myself, so I went "
            "through every bag, and she hugged me when I brought it.",
            {Gap.OUTCOME, Gap.MEASURE, Gap.OWN_PART},
        ),
    ],
    ids=["counted", "person", "bad end", "participle"],
)
def test_what_is_in_an_answer_is_not_asked_for_again(text, unasked):
    found = probe(text)

    assert found is None or found.gap not in unasked


def test_a_whole_answer_is_left_alone():
    assert probe(WHOLE) is None


def test_eight_seconds_are_the_least_for_a_spoken_answer():
    assert probe(WHOLE, spoken_ms=7_900).gap is Gap.DETAIL
    assert probe(WHOLE, spoken_ms=8_000) is None


def test_typed_answers_have_no_duration():
    assert probe(WHOLE, spoken_ms=None) is None
    assert probe("We talked.", spoken_ms=None).gap is Gap.DETAIL


def test_after_two_and_a_half_minutes_nothing_is_asked():
    assert probe("We talked.", spoken_ms=150_001) is None
    assert probe("and so on " * 200, spoken_ms=None) is None


def test_a_question_gets_at_most_two_probes():
    assert probe("We talked.", probed={Gap.OWN_PART, Gap.OUTCOME}) is None


def test_who_stays_short_is_not_pressed():
    assert probe("Just so.", before="We talked.", probed={Gap.DETAIL}) is None


def test_no_probe_is_asked_twice_in_an_interview():
    asked = []

    for _ in range(100):
        if found := probe("We talked.", asked=asked):
            asked.append(found.text)

    assert len(asked) == len(set(asked)) > 5
    assert all(gap_of(text) for text in asked)


def test_a_skill_of_the_job_is_taken_up_once():
    text = f"{WHOLE} We did it with PostgreSQL."

    first = probe(text, skills=["PostgreSQL"])

    assert first.gap is Gap.TERM
    assert "PostgreSQL" in first.text
    assert probe(text, skills=["PostgreSQL"], asked=[first.text]) is None
    assert probe(text, skills=["Python"]) is None


def test_opinions_are_not_asked_for_outcomes():
    text = (
        "First of all I would listen to the people there, read what they have, and only then "
        "would I suggest any changes."
    )

    assert probe(text, OPINION, spoken_ms=None) is None


def test_an_introduction_is_only_asked_for_more():
    assert probe("I am Ada.", INTRODUCTION).gap is Gap.DETAIL
    assert probe(f"{SITUATION} Everybody was annoyed for days and days.", INTRODUCTION) is None


def test_rough_words_are_trusted_for_numbers_alone():
    muddle = "we don't do you really and the postgresql thing was with them of the on"

    assert probe(muddle, rough=True, spoken_ms=5_000).gap is Gap.DETAIL
    assert probe(muddle, rough=True, skills=["PostgreSQL"]).gap is Gap.MEASURE
    assert probe(f"{muddle} forty percent", rough=True, skills=["PostgreSQL"]) is None
