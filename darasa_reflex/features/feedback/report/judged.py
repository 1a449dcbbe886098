"""Rows of questions and requirements, where a judge has read each answer."""

from collections.abc import Sequence

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.exchanges import Exchange, exchanges
from darasa_reflex.features.feedback.judging.evidence import place_of
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Shown
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.asked import question_of
from darasa_reflex.features.feedback.report.coverage import State, asked_in
from darasa_reflex.features.feedback.report.report import CoverageRow, FlagRow, QuestionRow

# What a judge says of an answer, as it is stored; pages look it up in their catalogue.
ANSWERED = {
    "yes": marked("Answers the question."),
    "partly": marked("Answers a part of the question."),
    "no": marked("Does not answer the question."),
    "not able to judge": marked("Not able to judge."),
}
# Said so much oftener, "we" leaves open what the person did.
_LEAST_WE, _WE_TIMES = 3, 2
_WE, _SELF = frozenset({"we", "our", "us"}), frozenset({"i", "my", "me"})


def questions(
    material: Material, rulings: Sequence[AnswerRuling], delivery: table.Delivery
) -> tuple[QuestionRow, ...]:
    """Return a row for each question that asked for something."""
    by_turn = {ruling.turn: ruling for ruling in rulings}
    asked = [exchange for exchange in exchanges(material) if exchange.kind.is_rated]
    return tuple(_question(one, by_turn.get(one.asked[0].index), delivery) for one in asked)


def coverage(material: Material, rulings: Sequence[AnswerRuling]) -> tuple[CoverageRow, ...]:
    """Return one row for each requirement, in the job's order."""
    found = [shown for ruling in rulings for shown in ruling.shown]
    return tuple(_covered(r, found, material) for r in material.job.requirements)


def _question(
    exchange: Exchange, ruling: AnswerRuling | None, delivery: table.Delivery
) -> QuestionRow:
    own = {turn.index for turn in exchange.answered}
    times = [spoken.seconds for spoken in delivery.answers if own & set(spoken.turns)]
    return QuestionRow(
        turn=exchange.asked[0].index,
        question=question_of(exchange),
        answered=bool(exchange.answered),
        seconds=round(sum(times), 1) if times else None,
        found=(), missing=(), note=_note(exchange),
        verdict=ANSWERED[ruling.answered] if ruling else "",
        carried=ruling.carried if ruling else "",
        lacking=ruling.missing if ruling else "",
        quotes=ruling.quotes if ruling else (),
        flags=tuple(FlagRow(f.kind, f.told, f.quotes) for f in ruling.flags) if ruling else (),
        stronger=ruling.stronger if ruling else (),
    )  # fmt: skip


def _note(exchange: Exchange) -> str:
    if exchange.cut_off:
        return sentence("Cut off; not judged.")
    if exchange.unread:
        return sentence("Not all of it was understood; what is missing is not held against you.")
    spoken = [word for turn in exchange.answered for word in words.words(turn.text)]
    we, own = sum(w in _WE for w in spoken), sum(w in _SELF for w in spoken)
    if we >= _LEAST_WE and we >= _WE_TIMES * own:
        return sentence("“We” {we} times, “I” {own}: say what was yours.", we=we, own=own)
    return ""


def _covered(requirement: str, found: Sequence[Shown], material: Material) -> CoverageRow:
    own = [shown for shown in found if shown.requirement == requirement]
    turn = asked_in(requirement, material)
    if not own:
        state = State.NOT_ASKED if turn is None else State.UNPROVEN
        return CoverageRow(requirement=requirement, state=state, asked_in=turn)
    best = max(own, key=lambda shown: shown.whole)
    state = State.SHOWN if best.whole else State.PARTLY
    return CoverageRow(
        requirement=requirement, state=state, quote=best.quote, asked_in=turn,
        place=place_of(best.quote, material.turns),
    )  # fmt: skip
