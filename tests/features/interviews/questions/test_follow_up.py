"""Follow-up rules: which gap is followed_up first, and what stays unasked."""

from random import Random

import pytest

from darasa_reflex.features.interviews.questions.follow_up import (
    Aim,
    Told,
    known_aim,
    next_follow_up,
)
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion

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


def follow_up(
    text,
    question=BEHAVIOURAL,
    *,
    spoken_ms=30_000,
    followed_up=(),
    asked=(),
    skills=(),
    before="",
):
    told = Told(text=f"{before}\n{text}" if before else text, latest=text, spoken_ms=spoken_ms)
    return next_follow_up(
        told,
        question=question,
        skills=skills,
        followed_up=followed_up,
        asked=asked,
        random=Random(1),
    )


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("We talked.", Aim.DETAIL),
        (
            f"{SITUATION} Everybody was annoyed and it went on for days like that.",
            Aim.OWN_PART,
        ),
        (f"{SITUATION} I talked with both leads and wrote down the options for them.", Aim.OUTCOME),
        (
            "When I was at Acme last year our release was late. I talked with both leads, and in "
            "the end they agreed and our releases became faster.",
            Aim.MEASURE,
        ),
        (
            "I talked to both sides, listed the options, proposed a split and as a result things "
            "went out three weeks earlier than planned, with nobody unhappy.",
            Aim.CONTEXT,
        ),
    ],
)
def test_the_first_gap_is_probed(text, gap):
    assert follow_up(text).aim is gap


@pytest.mark.parametrize(
    ("text", "unasked"),
    [
        (
            "Last week I read the marks aloud, and eleven of thirty had passed, so I went through "
            "it once more with the rest of the class.",
            {Aim.OUTCOME, Aim.MEASURE},
        ),
        (
            "A resident would not eat at lunch, so I sat beside her and told the nurse, and she "
            "was herself again by the evening.",
            {Aim.OUTCOME, Aim.MEASURE},
        ),
        (
            "He shouted at the counter. I had written the wrong name on his order, so I rang him "
            "that night, but he had already gone to the other shop.",
            {Aim.OUTCOME, Aim.MEASURE, Aim.OWN_PART},
        ),
        (
            "A guest lost her ring at our hotel. I had taken the sheets down myself, so I went "
            "through every bag, and she hugged me when I brought it.",
            {Aim.OUTCOME, Aim.MEASURE, Aim.OWN_PART},
        ),
    ],
    ids=["counted", "person", "bad end", "participle"],
)
def test_what_is_in_an_answer_is_not_asked_for_again(text, unasked):
    found = follow_up(text)

    assert found is None or found.aim not in unasked


def test_a_whole_answer_is_left_alone():
    assert follow_up(WHOLE) is None


def test_eight_seconds_are_the_least_for_a_spoken_answer():
    assert follow_up(WHOLE, spoken_ms=7_900).aim is Aim.DETAIL
    assert follow_up(WHOLE, spoken_ms=8_000) is None


def test_typed_answers_have_no_duration():
    assert follow_up(WHOLE, spoken_ms=None) is None
    assert follow_up("We talked.", spoken_ms=None).aim is Aim.DETAIL


def test_after_two_and_a_half_minutes_nothing_is_asked():
    assert follow_up("We talked.", spoken_ms=150_001) is None
    assert follow_up("and so on " * 200, spoken_ms=None) is None


def test_a_question_gets_at_most_two_probes():
    assert follow_up("We talked.", followed_up={Aim.OWN_PART, Aim.OUTCOME}) is None


def test_who_stays_short_is_not_pressed():
    assert follow_up("Just so.", before="We talked.", followed_up={Aim.DETAIL}) is None


def test_no_probe_is_asked_twice_in_an_interview():
    asked = []

    for _ in range(100):
        if found := follow_up("We talked.", asked=asked):
            asked.append(found.text)

    assert len(asked) == len(set(asked)) > 5
    assert all(known_aim(text) for text in asked)


def test_a_skill_of_the_job_is_taken_up_once():
    text = f"{WHOLE} We did it with PostgreSQL."

    first = follow_up(text, skills=["PostgreSQL"])

    assert first.aim is Aim.TERM
    assert "PostgreSQL" in first.text
    assert follow_up(text, skills=["PostgreSQL"], asked=[first.text]) is None
    assert follow_up(text, skills=["Python"]) is None


def test_opinions_are_not_asked_for_outcomes():
    text = (
        "First of all I would listen to the people there, read what they have, and only then "
        "would I suggest any changes."
    )

    assert follow_up(text, OPINION, spoken_ms=None) is None


def test_an_introduction_is_only_asked_for_more():
    assert follow_up("I am Ada.", INTRODUCTION).aim is Aim.DETAIL
    assert follow_up(f"{SITUATION} Everybody was annoyed for days and days.", INTRODUCTION) is None


def test_what_was_asked_on_for_once_is_not_asked_for_in_other_words():
    lacks_much = f"{SITUATION} Everybody was annoyed and it went on for days like that."

    first = follow_up(lacks_much)
    second = follow_up(lacks_much, followed_up=[first.aim], asked=[first.text])

    assert first.aim is Aim.OWN_PART
    assert second is None or second.aim is not Aim.OWN_PART


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("I've never worked with Figma.", False),
        ("We drew on paper, not in Figma.", False),
        ("I used not only pencils in the studio but Figma as well.", True),
        ("I had no training, but I learned Figma in a month.", True),
    ],
)
def test_what_somebody_has_not_used_is_not_asked_about(said, asks):
    found = follow_up(f"{WHOLE} {said}", skills=("Figma",))

    assert bool(found and found.aim is Aim.TERM) is asks
