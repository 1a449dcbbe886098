"""Outlines of stronger answers hold the person's own facts and gaps, and nothing else."""

import pytest

from darasa_reflex.features.feedback.by_model.outline import line_of
from tests.features.feedback.by_model.ratings import MATERIAL

JOIN = "I rewrote the loader to fetch them in one join instead of adding a cache"
TIME = "Response time went from 4 seconds to 300 milliseconds"
CALL = "I was on call, so I renewed it by hand within 20 minutes and replayed 1,400 callbacks"
PAIRED = "I paired with her on three releases and then let her lead the fourth"
WOULD = "I would start with idempotency keys, so that a repeated request never charges twice"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I rewrote the loader to fetch them in one join", JOIN),
        ("Rewrote the loader [for how many merchants?]".replace("merchants", "users"), JOIN),
        ("Response time: from 4 seconds to 300 milliseconds [how did you check?]", TIME),
        ("Renewed it by hand within 20 minutes, replayed 1400 callbacks", CALL),
        ("I would start with idempotency keys", WOULD),
    ],
)
def test_a_line_of_their_own_facts_stands(text, own):
    assert line_of(text, own, MATERIAL.turns) == text


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I rewrote the loader in Rust", JOIN),
        ("I rewrote the loader for 3 teams", JOIN),
        ("Response time went from 300 milliseconds to 4 seconds", TIME),
        ("Response time went from 4 seconds to 30 milliseconds", TIME),
        ("I replayed 1,500 callbacks", CALL),
        ("I added a cache to the loader", JOIN),
        ("Adding a cache", JOIN),
        ("I started with idempotency keys", WOULD),
        ("I rewrote the loader, which doubled our sales", JOIN),
        ("I rewrote the loader [40 percent faster?]", JOIN),
        ("I rewrote the loader [it was a great success]", JOIN),
        ("I rewrote the loader [in Rust?]", JOIN),
        ("I rewrote the loader", "I rewrote the whole loader alone in a night"),
        ("I led the release", PAIRED),
        ("", JOIN),
        ("<b>I rewrote</b> the Loader of Google", JOIN),
    ],
)
def test_a_line_with_anything_else_does_not(text, own):
    assert line_of(text, own, MATERIAL.turns) is None


def turns(text):
    from darasa_reflex.features.feedback.material import Said
    from darasa_reflex.features.interviews.models import Speaker

    return [Said(index=0, speaker=Speaker.ACTOR, text=text)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I moved the database", "We moved the whole database in one night."),
        ("Moved the database", "My colleague moved the whole database in one night."),
        ("I tested the backup", "I never tested the backup before that night."),
        ("I tested the backup", "If I had known I would have tested the backup."),
    ],
)
def test_what_others_did_or_nobody_did_does_not_become_theirs(text, own):
    assert line_of(text, own, turns(own)) is None


def test_we_stays_we():
    own = "We moved the whole database in one night."

    assert line_of("We moved the database in one night [your part?]", own, turns(own))
