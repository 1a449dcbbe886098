"""What each feature that Clerk sells includes."""

from uuid import uuid4

import pytest

from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.plans import Quota, included


@pytest.mark.parametrize(
    ("features", "interviews", "questions"),
    [
        (set(), 0, 0),
        ({"1_interview"}, 2, 0),
        ({"1_interview", "5_questions"}, 2, 5),
        ({"unlimited_interviews", "1_interview"}, None, 0),
        ({"unlimited_interview", "unlimited_questions"}, None, None),
        ({"something_new"}, 0, 0),
    ],
)
def test_a_plan_includes_what_its_features_say(features, interviews, questions):
    actor = Actor(uuid4(), "Ada", features=frozenset(features))

    assert included(actor, Quota.INTERVIEWS, 9) == interviews
    assert included(actor, Quota.QUESTIONS, 9) == questions


def test_where_nobody_sells_plans_the_server_says_how_many():
    assert included(Actor(uuid4(), "Ada"), Quota.INTERVIEWS, 9) == 9
    assert included(Actor(uuid4(), "Ada"), Quota.INTERVIEWS, None) is None
