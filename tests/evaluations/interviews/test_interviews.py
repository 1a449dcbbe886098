"""Interviews with people that were written down: nobody is asked twice, rebuked or kept waiting."""

import pytest

from tests.evaluations.interviews.held import all_held
from tests.evaluations.interviews.people import seen

PEOPLE = seen()
# Of what follow-ups ask for, so much may have been told before, rounded up to one.
MOST_TOLD = 0.02


def follow_ups(held):
    return [one for each in held for one in each.follow_ups]


_BY_MODEL = [pytest.param(mind, marks=pytest.mark.slow) for mind in ("model", "errs")]


@pytest.fixture(params=["scripted", *_BY_MODEL])
async def held(request):
    return request.param, await all_held(PEOPLE, request.param)


async def test_whoever_asks_asks_well(held):
    mind, interviews = held

    asked = follow_ups(interviews)
    assert all(each.ended and each.left_ms >= 0 for each in interviews)
    assert [each.repeats for each in interviews] == [[]] * len(PEOPLE)
    assert [each.rebukes for each in interviews] == [[]] * len(PEOPLE)
    assert len(asked) > len(PEOPLE)
    assert sum(told for *_, told in asked) <= max(1, MOST_TOLD * len(asked))
    assert sum(bool(each.answered) for each in interviews) >= 0.9 * len(PEOPLE)
    if mind == "model":
        assert sum(takes_up for _, takes_up, _ in asked) >= 0.8 * len(asked)
