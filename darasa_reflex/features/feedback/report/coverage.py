"""Term by term of the job: named in an answer, asked about and not named, or not asked about."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from darasa_reflex.features.answers import terms
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.judging.evidence import Quote, find, place_of, shortened
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.report import CoverageRow


class State(StrEnum):
    """What an interview has of a requirement; whether it was shown takes a model to tell.

    Word rules know the first two, a model the next three.
    """

    NAMED = "named"
    UNNAMED = "asked, not named"
    SHOWN = "shown"
    PARTLY = "partly"
    UNPROVEN = "asked but no evidence"
    UNREAD = "asked, but not all of the answer was understood"
    NOT_ASKED = "not asked"


def coverage(material: Material, answers: Sequence[Answer]) -> tuple[CoverageRow, ...]:
    """Return one row for each requirement, in the job's order."""
    return tuple(_row(r, material, answers) for r in material.job.requirements)


def _row(requirement: str, material: Material, answers: Sequence[Answer]) -> CoverageRow:
    asked = asked_in(requirement, material)
    quote = next(_quotes(requirement, material, answers), None)
    if quote is None:
        state = State.UNREAD if _is_unread(asked, answers) else State.UNNAMED
        state = State.NOT_ASKED if asked is None else state
        return CoverageRow(requirement=requirement, state=state, asked_in=asked)
    return CoverageRow(
        requirement=requirement, state=State.NAMED, quote=quote, asked_in=asked,
        place=place_of(quote, material.turns),
    )  # fmt: skip


def _quotes(requirement: str, material: Material, answers: Sequence[Answer]) -> Iterator[Quote]:
    for answer in answers:
        for sentence in answer.reading.counted:
            if terms.names(requirement, sentence.text):
                text = shortened(sentence.text)
                if quote := find(text, material.turns, requirement, sentence.turn):
                    yield quote


def asked_in(requirement: str, material: Material) -> int | None:
    """Return the index of the turn that asked about a requirement; None when none did."""
    keys = {planned.key for planned in material.planned if planned.skill == requirement}
    for turn in material.turns:
        if turn.is_candidate:
            continue
        if turn.question in keys or terms.names(requirement, turn.text):
            return turn.index
    return None


def _is_unread(asked: int | None, answers: Sequence[Answer]) -> bool:
    """Whether the term may lie in words that were not understood."""
    unread = [answer.exchange for answer in answers if answer.exchange.unread]
    return any(turn.index == asked for exchange in unread for turn in exchange.asked)
