"""A difference is called one only where it is more than chance."""

from random import Random

import pytest

from darasa_reflex.features.practice.progress.trend import Finding, Value, judged

PEOPLE = 600


def values(*numbers: float, spread: float = 0.0) -> list[Value]:
    return [Value(number, spread) for number in numbers]


def test_fewer_than_three_say_nothing():
    assert judged(values(1, 9)).finding is Finding.TOO_EARLY
    assert judged(values(1, 9)).band is None


def test_a_clear_step_is_a_change_and_a_wobble_is_none():
    assert judged(values(1.1, 1.3, 1.2, 1.8, 2.0)).finding is Finding.HIGHER
    assert judged(values(2.0, 1.9, 1.8, 1.2, 1.3, 1.1)).finding is Finding.LOWER
    assert judged(values(165, 140, 158, 146, 150)).finding is Finding.NORMAL


def test_a_step_smaller_than_what_a_value_is_known_to_scatter_is_none():
    alike = values(6, 6, 6, 7, 7, 7)
    unsure = values(6, 6, 6, 7, 7, 7, spread=1.2)

    assert judged(alike).finding is Finding.HIGHER
    assert judged(unsure).finding is Finding.NORMAL


@pytest.mark.parametrize("many", [3, 4, 6, 12])
@pytest.mark.parametrize("spread", [0.0, 0.5, 2.0])
def test_of_people_who_do_not_change_fewer_than_one_in_twenty_is_told_better(many, spread):
    random = Random(20261128 + many)
    found = [
        judged([Value(random.gauss(6, 1), spread) for _ in range(many)]).finding
        for _ in range(PEOPLE)
    ]

    assert found.count(Finding.HIGHER) < 0.05 * PEOPLE
    assert found.count(Finding.LOWER) < 0.05 * PEOPLE


def test_of_people_who_get_much_better_most_are_told_so():
    random = Random(5)
    found = [
        judged([Value(random.gauss(4 + 0.7 * number, 1)) for number in range(8)]).finding
        for _ in range(PEOPLE)
    ]

    assert found.count(Finding.HIGHER) > 0.7 * PEOPLE
    assert found.count(Finding.LOWER) == 0
