"""Requirement by requirement: shown, partly, asked but no evidence or no words, or not asked."""

import re
from collections.abc import Sequence
from enum import StrEnum

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues.answers import Answer
from darasa_reflex.features.feedback.cues.sentence_cues import Cue, Marked
from darasa_reflex.features.feedback.judging.evidence import Quote, find, shortened
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.feedback.report.report import CoverageRow

# Source of the share: a requirement of up to two words must be met whole, longer ones mostly.
_SHORT, _MOSTLY = 2, 0.6
_FULL_ACTION = 0.6
_SHORT_NAME = 2


class State(StrEnum):
    """What an interview showed of a requirement."""

    SHOWN = "shown"
    PARTLY = "partly"
    UNPROVEN = "asked but no evidence"
    UNREAD = "asked, but not all of the answer was understood"
    NOT_ASKED = "not asked"


def coverage(material: Material, answers: Sequence[Answer]) -> tuple[CoverageRow, ...]:
    """Return one row for each requirement, in the job's order."""
    return tuple(_row(r, material, answers) for r in material.job.requirements)


def _row(requirement: str, material: Material, answers: Sequence[Answer]) -> CoverageRow:
    asked = _asked_in(requirement, material)
    met = [m for a in answers for m in a.proof if names(requirement, m.sentence.text)]
    if not met:
        state = State.UNREAD if _is_unread(asked, answers) else State.UNPROVEN
        state = State.NOT_ASKED if asked is None else state
        return CoverageRow(requirement=requirement, state=state, asked_in=asked)
    best = max(met, key=_strength)
    state = State.SHOWN if _is_proof(best) else State.PARTLY
    quote = _quote(best, requirement, material.turns)
    return CoverageRow(requirement=requirement, state=state, quote=quote, asked_in=asked)


def names(requirement: str, text: str) -> bool:
    """Tell whether a text speaks of a requirement; short names ("R", "Go") by their letters."""
    if len(requirement) <= _SHORT_NAME:
        return bool(re.search(rf"(?<!\w){re.escape(requirement)}(?![\w+#])", text))
    wanted = frozenset(words.stems(requirement)) - {
        "and",
        "or",
        "of",
        "the",
        "with",
        "in",
        "to",
        "a",
    }
    shared = len(wanted & frozenset(words.stems(text)))
    return bool(wanted) and shared >= (
        len(wanted) if len(wanted) <= _SHORT else _MOSTLY * len(wanted)
    )


def _asked_in(requirement: str, material: Material) -> int | None:
    keys = {planned.key for planned in material.planned if planned.skill == requirement}
    for turn in material.turns:
        named = turn.question in keys or names(requirement, turn.text)
        if not turn.is_candidate and named:
            return turn.index
    return None


def _is_unread(asked: int | None, answers: Sequence[Answer]) -> bool:
    """Whether the evidence may lie in words that were not understood."""
    unread = [answer.exchange for answer in answers if answer.exchange.unread]
    return any(turn.index == asked for exchange in unread for turn in exchange.asked)


def _is_proof(marked: Marked) -> bool:
    backing = (Cue.REASON, Cue.CHECK, Cue.RESULT, Cue.DETAIL)
    acted = marked.evidence.get(Cue.ACTION, 0.0) >= _FULL_ACTION
    return acted and any(marked.evidence.get(cue) for cue in backing)


def _strength(marked: Marked) -> tuple[bool, float]:
    return _is_proof(marked), sum(marked.evidence.values())


def _quote(marked: Marked, requirement: str, turns: Sequence[Said]) -> Quote | None:
    text = shortened(marked.sentence.text)
    return find(text, turns, requirement, marked.sentence.turn)
