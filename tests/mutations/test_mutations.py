"""The lists of faults do not rot: each can still be made, and its test is there."""

import ast
from collections import Counter

import pytest

from tests.mutations.mutation import ROOT, mutations


def test_every_fault_can_still_be_made():
    gone = [one.id for one in mutations() if not one.applies_to(ROOT)]

    assert len(mutations()) >= 60
    assert gone == [], "Their old text does not stand exactly once in their file: write it anew"


@pytest.mark.slow
def test_every_fault_is_one_of_behaviour():
    for one in mutations():
        right = one.path_in(ROOT).read_text(encoding="utf-8")
        wrong = ast.parse(one.made_in(right))  # what cannot be read tells nothing of tests
        assert ast.dump(wrong) != ast.dump(ast.parse(right)), one.id


@pytest.mark.slow
def test_every_fault_names_a_test_that_is_there():
    assert {one.id: one.caught_by for one in mutations() if not one.test_in(ROOT)} == {}


def test_every_fault_has_a_name_of_its_own():
    assert [name for name, many in Counter(one.id for one in mutations()).items() if many > 1] == []
