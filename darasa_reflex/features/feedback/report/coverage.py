"""Term by term of the job: named in an answer, asked about and not named, or not asked about."""

from collections.abc import Sequence
from enum import StrEnum

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.answers import terms
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.insights import naming
from darasa_reflex.features.feedback.judging.evidence import of_sentence, place_of
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.report import CoverageRow


class State(StrEnum):
    """What an interview has of a requirement; whether it was shown takes a model to tell.

    Word rules know the first two, a model the next three.
    """

    NAMED = marked("named")
    UNNAMED = marked("asked, not named")
    SHOWN = marked("shown")
    PARTLY = marked("partly")
    UNPROVEN = marked("asked but no evidence")
    UNREAD = marked("asked, but not all of the answer was understood")
    NOT_ASKED = marked("not asked")


def state_told(state: str, *, by_rules: bool) -> str:
    """Return a state as it is told; no rule knows what was asked about in other words."""
    return _("named by nobody") if by_rules and state == State.NOT_ASKED else _(state)


def coverage(material: Material, answers: Sequence[Answer]) -> tuple[CoverageRow, ...]:
    """Return one row for each requirement, in the job's order."""
    return tuple(_row(r, material, answers) for r in material.job.requirements)


def _row(requirement: str, material: Material, answers: Sequence[Answer]) -> CoverageRow:
    asked = asked_in(requirement, material)
    named = list(naming(answers, requirement))
    if not named:
        state = State.UNREAD if _is_unread(asked, answers) else State.UNNAMED
        state = State.NOT_ASKED if asked is None else state
        return CoverageRow(requirement=requirement, state=state, asked_in=asked)
    quotes = (of_sentence(one.text, one.turn, requirement, material.turns) for one in named)
    quote = next((one for one in quotes if one), None)
    return CoverageRow(
        requirement=requirement, state=State.NAMED, quote=quote, asked_in=asked,
        place=place_of(quote, material.turns) if quote else None,
    )  # fmt: skip


def asked_in(requirement: str, material: Material) -> int | None:
    """Return the index of the turn that asked about a requirement; None when none did."""
    keys = {planned.key for planned in material.planned if planned.skill == requirement}
    # The greeting names the company, "Harbour Logistics", and asks about the weather.
    greeted = {planned.key for planned in material.planned if planned.section == "warm-up"}
    for turn in material.turns:
        if turn.is_candidate:
            continue
        named = turn.question not in greeted and terms.names(requirement, turn.text)
        if turn.question in keys or named:
            return turn.index
    return None


def _is_unread(asked: int | None, answers: Sequence[Answer]) -> bool:
    """Whether the term may lie in words that were not understood."""
    unread = [answer.exchange for answer in answers if answer.exchange.unread]
    return any(turn.index == asked for exchange in unread for turn in exchange.asked)
