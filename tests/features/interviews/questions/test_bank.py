"""The questions that come with Darasa: each can be said aloud, and stands where it fits."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.bank import bank
from darasa_reflex.features.interviews.questions.bank.needs import needs_of
from darasa_reflex.features.interviews.questions.bank.roles import ROLES, TECHNICAL_ROLES, role_of
from darasa_reflex.features.interviews.questions.topic import topic_of
from darasa_reflex.features.job_infos import skills
from darasa_reflex.features.job_infos.lexicon import lexicon

PROFILES = tomllib.loads(Path(__file__).with_name("profiles.toml").read_text("utf-8"))["profile"]
KINDS = question_plan.KINDS
IN_BANK = {
    one.text: one
    for questions in (*bank.by_role().values(), *bank.by_skill().values())
    for one in questions
}


chips_of = cache(skills.read)


def plan(profile, kind, seed, minutes=20):
    return question_plan.make(
        level=profile["level"],
        title=profile["title"] or None,
        skills=chips_of(profile["posting"]),
        posting=profile["posting"],
        minutes=minutes,
        kind=kind,
        seed=seed,
    ).questions


def each_plan(profile, seeds=3):
    return [plan(profile, kind, seed) for kind in KINDS for seed in range(seeds)]


@cache
def plans_of(title):
    """The questions of each plan for the profile of a title."""
    return next(each_plan(profile) for profile in PROFILES if named(profile) == title)


def named(profile):
    return profile["title"] or "no title"


def test_every_key_of_the_bank_is_a_skill_a_role_or_a_need():
    known = {name.skill.name for names in lexicon().names.values() for name in names}
    roles = {key for key in bank.by_role() if not key.startswith("need:")}

    assert bank.by_skill().keys() <= known
    assert roles <= set(ROLES)
    assert {key for key in bank.by_role() if key.startswith("need:")} >= set(
        needs_of("Lead a team. Targets. Health and safety. Budget. Night shifts.", (), "sales")
    )


def test_a_question_of_the_bank_is_one_question_that_can_be_said():
    for text, question in IN_BANK.items():
        assert 5 <= len(text.split()) <= 30, text
        assert text.count("?") <= 1, text
        assert len(re.findall(r"[.?](?: |$)", text)) <= 3, text
        assert text[-1] in ".?", text
        assert 3 <= len(question.again.split()) < len(text.split()), text
        assert not re.search(
            r"\b(?:married|children of your own|religio|how old|your health)", text
        )


def test_no_question_stands_twice_in_the_bank():
    texts = [one.text for all_ in bank.by_role().values() for one in all_]
    texts += [one.text for all_ in bank.by_skill().values() for one in all_]

    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("profile", PROFILES, ids=named)
def test_every_question_for_a_job_can_be_said(profile):
    for questions in plans_of(named(profile)):
        for one in questions:
            for text in (one.text, one.again):
                assert len(text.split()) <= 30, text
                assert text[0].isupper(), text
                assert text[-1] in "?.", text
                assert not re.search(r"\s{2}|\s[?.,;]|[{}&]|\.\.| a [aeio]\w+ ", text), text
                assert not re.search(r"\b(\w+) \1\b", text), text


@pytest.mark.parametrize("profile", PROFILES, ids=named)
def test_a_chip_stands_in_a_sentence_only_where_it_fits(profile):
    for questions in plans_of(named(profile)):
        for one in questions:
            topic = topic_of(one.skill) if one.skill else None
            if not topic or one.text in IN_BANK:
                continue
            quoted = f"“{topic.phrase}”"
            if topic.kind in {"quoted", "trait"}:
                assert topic.phrase not in one.text.replace(quoted, "")
            assert not topic.dull, one.text


@pytest.mark.parametrize(
    "chip",
    [
        "QTS", "NMC registration", "Full driving licence", "CIPD Level 5", "BSc in Chemistry",
        "Right to work here", "DBS check", "Safety boots", "Willing to train", "English",
        "GCSE Maths and English at grade 4", "Typing speed 30 wpm", "2:1 or above",
    ],
)  # fmt: skip
def test_nobody_is_asked_to_tell_of_a_paper_or_a_condition(chip):
    for seed in range(4):
        for kind in KINDS:
            made = question_plan.make(
                level="junior", title="Teacher", skills=[chip], minutes=20, seed=seed, kind=kind
            )
            assert [one.text for one in made.questions if one.skill == chip] == []


@pytest.mark.parametrize("title", ["Primary Teacher", "Head of Maths", "Solicitor", "Data Analyst"])
def test_nobody_without_shifts_is_asked_about_a_shift(title):
    profile = {"title": title, "level": "senior", "posting": "Requirements\n- Safeguarding\n- SQL"}

    texts = " ".join(one.text for questions in each_plan(profile, 8) for one in questions)

    assert "shift" not in texts
    assert "come up in your work" not in texts


TECHNICAL = [
    profile
    for profile in PROFILES
    if role_of(profile["title"], chips_of(profile["posting"])) in TECHNICAL_ROLES
]


@pytest.mark.parametrize("profile", TECHNICAL, ids=named)
@pytest.mark.parametrize("minutes", [10, 20])
def test_a_technical_interview_asks_for_knowledge_and_for_a_design(profile, minutes):
    for seed in range(6):
        sorts = {
            IN_BANK[one.text].sort
            for one in plan(profile, "technical", seed, minutes)
            if one.text in IN_BANK
        }
        assert {"knowledge", "design"} <= sorts


@pytest.mark.parametrize(
    ("posting", "need"),
    [
        ("Requirements\n- leading a team of five", "need:people"),
        ("You will have sales targets each month.", "need:targets"),
        ("Requirements\n- risk assessments and safe working at height", "need:safety"),
        ("Requirements\n- behaviour management", "need:classroom"),
        ("Requirements\n- managing a budget", "need:budget"),
    ],
)
def test_what_a_posting_asks_for_is_asked_about(posting, need):
    profile = {"title": "Teacher", "level": "mid-level", "posting": posting}
    texts = {one.text for one in bank.by_role()[need]}

    for seed in range(8):
        assert texts & {one.text for one in plan(profile, "behavioural", seed)}


def test_what_a_posting_only_offers_is_not_asked_about():
    posting = "Requirements\n- Excel\nWe offer\n- training budget\n- no targets, no night shifts"

    assert needs_of(posting, ("Excel",), "finance") == {}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Back-End Engineer", "software"),
        ("Data Scientist", "data"),
        ("Registered Nurse", "nursing"),
        ("Nursery Nurse", "early years"),
        ("Healthcare Assistant", "care"),
        ("HGV Driver", "driving"),
        ("Electrical Engineer", "engineering"),
        ("Electrician", "trades"),
        ("Head of Sales", "sales"),
        ("Chef de Partie", "kitchen"),
        ("Wizard", ""),
    ],
)
def test_the_kind_of_work_is_told_by_the_title(title, role):
    assert role_of(title, ()) == role


def test_an_error_budget_is_no_plan_of_spending():
    tolerated = "You review error budgets and the latency budget with every team."

    assert "need:budget" not in needs_of(tolerated, ("Error budgets",), "devops")
    assert "need:budget" in needs_of("You hold the budget of the festival.", (), "events")
