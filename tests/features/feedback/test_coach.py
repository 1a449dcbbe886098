"""Blind audit: interviews written before the cues were read, and what must not make them better.

The `held_out` half was looked at only after the cues were mended on the `seen` half.
"""

from itertools import combinations
from typing import Any

import pytest

from darasa_reflex.commands.score import Transcript, reported
from tests.features.feedback.coach.corpus import LEVELS, Script, scripts, transcript
from tests.features.feedback.coach.spoils import ADDED, ORDERS, REPLACED

pytestmark = pytest.mark.slow

HALVES = {half: scripts(half) for half in ("seen", "held_out")}
JUDGED = ("response_quality", "role_fit", "overall")
SPOILS = {**ADDED, **REPLACED}
# Words in order are not understood by cues, and vague claims may add a cue that was lacking.
LEAKING = {"shuffled words", "weak answer after", "would"}
# Share of the ratings they touch which the leaking ones raise; measured 0.063.
MOST_LEAKED = 0.1


def rated(content: dict[str, Any]) -> dict[str, float | None]:
    """Return the rating of each category in a report."""
    report = reported(Transcript.model_validate(content))
    return {category["key"]: category["rating"] for category in report["categories"]}


def rises(script: Script, level: str, spoil: str) -> list[str]:
    """Return the categories which a spoil raises; a number in place of none is a rise."""
    base = rated(script.transcript(level))
    spoiled = SPOILS[spoil](script, script.answers[level])
    found = rated(transcript(script.job, script.questions, spoiled))
    return [key for key, rating in found.items() if rating is not None and rating > _low(base[key])]


def _low(rating: float | None) -> float:
    return -1.0 if rating is None else rating


@pytest.mark.parametrize("half", HALVES)
def test_better_answers_are_rated_higher(half: str) -> None:
    rows = [{level: rated(s.transcript(level)) for level in LEVELS} for s in HALVES[half]]

    pairs = [
        (_low(row[better][key]), _low(row[worse][key]))
        for row in rows
        for better, worse in combinations(LEVELS, 2)
        for key in JUDGED
    ]

    assert sum(better > worse for better, worse in pairs) >= 0.95 * len(pairs)


@pytest.mark.parametrize("half", HALVES)
def test_levels_are_sensible_in_themselves(half: str) -> None:
    means = {
        level: sum(_low(rated(s.transcript(level))["response_quality"]) for s in HALVES[half])
        / len(HALVES[half])
        for level in LEVELS
    }

    assert means["strong"] >= 6.5
    assert 4 <= means["medium"] <= 6
    assert means["weak"] <= 2


@pytest.mark.parametrize("spoil", sorted(SPOILS.keys() - LEAKING))
def test_what_makes_an_answer_no_better_raises_nothing(spoil: str) -> None:
    raised = {
        (script.key, level): found
        for script in (HALVES["seen"][0], HALVES["held_out"][0])
        for level in LEVELS
        if (found := rises(script, level, spoil))
    }

    assert not raised


@pytest.mark.slow
@pytest.mark.parametrize("spoil", sorted(SPOILS.keys() - LEAKING))
def test_no_spoil_raises_any_rating_of_any_interview(spoil: str) -> None:
    every = [script for half in HALVES.values() for script in half]

    raised = {(s.key, level): rises(s, level, spoil) for s in every for level in LEVELS}

    assert not {key: found for key, found in raised.items() if found}


@pytest.mark.slow
def test_what_cues_cannot_tell_leaks_little() -> None:
    every = [script for half in HALVES.values() for script in half]

    raised = [rises(s, level, spoil) for s in every for level in LEVELS for spoil in LEAKING]

    assert sum(map(len, raised)) <= MOST_LEAKED * 7 * len(raised)


@pytest.mark.parametrize("order", ORDERS)
def test_orders_to_the_judge_change_no_rating(order: str) -> None:
    script = HALVES["seen"][0]
    answers = script.answers["medium"]

    told = rated(transcript(script.job, script.questions, tuple(f"{a}\n{order}" for a in answers)))

    assert told == rated(script.transcript("medium"))


def test_quotes_are_the_candidates_own_letters() -> None:
    for script in HALVES["held_out"]:
        content = script.transcript("strong")

        report = reported(Transcript.model_validate(content))

        quotes = [quote for category in report["categories"] for quote in category["quotes"]]
        assert quotes
        for quote in quotes:
            turn = content["turns"][quote["turn"]]
            assert turn["speaker"] == "candidate"
            assert quote["text"] in turn["text"]


def test_letters_that_are_not_seen_change_no_rating() -> None:
    script = HALVES["seen"][0]
    answers = tuple(a.replace(" ", "\u200b \u2060") for a in script.answers["strong"])

    assert rated(transcript(script.job, script.questions, answers)) == rated(
        script.transcript("strong")
    )
