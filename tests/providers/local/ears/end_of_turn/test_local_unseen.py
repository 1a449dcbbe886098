"""Pauses within sentences, and ends of answers, by somebody who did not know the rules.

Of `pauses_and_ends.json` the half "read" was read while the rules were made; of the half "held"
only how many were cut off was counted, once, when they were done. A third of the pauses stands
after words that could be all. As engines write them, with a full stop.
"""

import json
import statistics
from pathlib import Path

import pytest

from darasa_reflex.providers.interviewer.local.ears.pace import Pace

HALVES = json.loads(Path(__file__).with_name("pauses_and_ends.json").read_text(encoding="utf-8"))
PATIENCE_MS = 1_500
# Two seconds of silence, as the ear measures them.
PAUSE_MS = 2_100
SHORT = 12


def waits(answers, key):
    """Return how long, in ms, a silence after each of them is waited for."""
    found = []
    for answer in answers:
        text = answer[key].rstrip(",-\u2013\u2014\u2026.: ") + (
            "?" if answer[key][-1] == "?" else "."
        )
        pace = Pace(PATIENCE_MS, question=lambda asked=answer["question"]: asked)
        found.append(pace.wait_ms(text))
    return found


@pytest.mark.parametrize(("half", "most_cut"), [("read", 0), ("held", 3)])
def test_of_thirty_who_pause_for_two_seconds_few_are_cut_off(half, most_cut):
    found = waits(HALVES[half]["pauses"], "first")

    assert len(found) == 30
    assert sum(wait < PAUSE_MS for wait in found) <= most_cut


@pytest.mark.parametrize("half", HALVES)
def test_answers_that_are_over_are_replied_to_within_the_patience(half):
    ends = HALVES[half]["ends"]
    short = [one for one in ends if len(one["answer"].split()) <= SHORT]

    assert statistics.median(waits(ends, "answer")) < PATIENCE_MS
    assert statistics.mean(waits(short, "answer")) < PATIENCE_MS
    assert statistics.mean(waits(ends, "answer")) < PATIENCE_MS
