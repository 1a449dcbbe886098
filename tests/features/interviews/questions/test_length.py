"""Length means length: what is held in reserve fills the time when few follow-ups are asked."""

import pytest

from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.own.choosing import Brought
from darasa_reflex.features.interviews.questions.own.listed import Listed

CHIPS = ("Python", "SQL", "Stakeholder management", "Docker", "REST APIs")
# A usual answer with its question, in s, nothing asked on; greeting and end take about a minute.
QUICK_S, AROUND_S = 80, 60


def made(minutes, kind="mixed", seed=1, title="Engineer", chips=CHIPS, **more):
    return question_plan.make(
        level="mid-level", title=title, skills=chips, minutes=minutes, kind=kind, seed=seed,
        reserve=True, **more,
    )  # fmt: skip


@pytest.mark.parametrize("minutes", [5, 10, 20, 30])
@pytest.mark.parametrize("kind", question_plan.KINDS)
@pytest.mark.parametrize(("title", "chips"), [("Backend Engineer", CHIPS), (None, ())])
def test_there_are_enough_questions_for_short_answers_without_follow_ups(
    minutes, kind, title, chips
):
    for seed in range(5):
        questions = made(minutes, kind, seed, title, chips).questions
        asked = [q for q in questions if q.section not in {"candidate", "close"}]

        assert len(asked) * QUICK_S + AROUND_S >= 0.85 * minutes * 60
        assert len({q.text for q in questions}) == len(questions)


def test_what_is_held_in_reserve_stands_before_the_end_and_the_rest_is_as_without():
    with_reserve, without = made(20), made(20)

    questions = with_reserve.questions
    plain = [q for q in questions if not q.reserve]
    places = [at for at, q in enumerate(questions) if q.reserve]
    assert places == list(range(len(plain) - 2, len(questions) - 2))
    assert [q.section for q in questions[-2:]] == ["candidate", "close"]
    assert with_reserve == without


def test_the_count_that_is_shown_leaves_the_reserve_out():
    plan = made(20)
    held = next(q for q in plan.questions if q.reserve)
    last = plan.questions[-1]

    assert plan.place_of("q1") == (1, 9)
    assert plan.place_of(held.key) == (7, 9)
    assert plan.place_of(last.key) == (9, 9)


def test_reserve_survives_storage():
    assert question_plan.QuestionPlan.of(made(30).as_json()) == made(30)


def test_own_questions_fill_the_reserve_as_well():
    mine = tuple(Listed(text=f"Mine, number {n}?") for n in range(12))

    texts = [q.text for q in made(20, brought=Brought(own=mine, use="only")).questions]

    assert texts[:-2] == [one.text for one in mine]
