"""Each question with its answer as it was said, and the places in it that a report speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from darasa_reflex.features.feedback.exchanges import Exchange, Kind, asked_as, exchanges
from darasa_reflex.features.feedback.material import Job, Material, Said, said_of
from darasa_reflex.features.feedback.reading.claims import Claim, claims
from darasa_reflex.features.feedback.report.asked import question_of
from darasa_reflex.features.feedback.report.judged import ANSWERED
from darasa_reflex.features.feedback.report.report import QuestionRow, Report
from darasa_reflex.features.interviews.models import Turn
from darasa_reflex.features.interviews.questions.question_plan import (
    WARM_UP,
    PlannedQuestion,
    QuestionPlan,
)

Written = TypeVar("Written")
# Verdicts that leave nothing open; empty without a model.
_WHOLE = frozenset({"", ANSWERED["yes"], ANSWERED["not able to judge"]})
# Exchanges need no job.
_NO_JOB = Job(title=None, experience_level="", description="")


@dataclass(frozen=True, slots=True)
class Note:
    """What a marked place shows.

    Attributes:
        number: Counts from 1 within the answer; stands at the place, too.
        told: In a few words each; may be empty.
        at_ms: When it was said; None when not known.
        worry: It would worry an interviewer.
    """

    number: int
    told: tuple[str, ...]
    at_ms: int | None
    worry: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of what was said; `note` is 0 where nothing is marked."""

    text: str
    note: int = 0
    worry: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn of an answer, or of the interviewer who followed up, in pieces."""

    turn: Said
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedAnswer:
    """A question with its answer.

    Attributes:
        number: Its place among the questions of the report, from 1; 0 for others, such as the
            person's own questions.
        row: What the report says of it; None for those others.
        own_questions: Whether the person was invited to ask.
        asked: Index of the turn that asked.
        question: As it was asked, without follow-ups and without what led over to it.
        passages: What was said after the question, follow-ups included.
    """

    number: int
    row: QuestionRow | None
    own_questions: bool
    asked: int
    question: str
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]

    @property
    def answered(self) -> tuple[Said, ...]:
        """The turns of the person in it."""
        return tuple(p.turn for p in self.passages if p.turn.is_candidate)

    @property
    def is_open(self) -> bool:
        """Whether the report found something missing in it."""
        if self.row is None:
            return False
        found = self.row.found
        unfound = any(p.quote is None and p.name not in found for p in self.row.parts)
        lacks = self.row.verdict not in _WHOLE or bool(self.row.missing or self.row.flags)
        return unfound or lacks or not self.row.answered


def marked(report: Report, turns: Sequence[Said], plan: QuestionPlan) -> list[MarkedAnswer]:
    """Return all answers that a report speaks of, and the person's own questions, in order.

    Args:
        report: What was said of them.
        turns: The whole transcript; the warm-up is left out.
        plan: Of the interview.
    """
    counted = tuple(turn for turn in turns if turn.question != WARM_UP)
    material = Material(job=_NO_JOB, turns=counted, planned=plan.questions)
    told = claims(report, counted)
    found = [_marked(one, report, told, plan.questions) for one in exchanges(material)]
    shown = [one for one in found if one.row or one.notes or (one.own_questions and one.answered)]
    seen = {one.row.turn for one in shown if one.row}
    # Of an older report, whose questions were cut in another way.
    shown += [_bare(row) for row in report.questions if row.turn not in seen]
    numbers = {row.turn: number for number, row in enumerate(report.questions, 1)}
    return [replace(one, number=numbers[one.row.turn]) if one.row else one for one in shown]


def beside(
    answers: Sequence[MarkedAnswer], written: Mapping[int, Sequence[Written]]
) -> dict[int, list[Written]]:
    """Return what was written to answers by the turn that asked for the one it stands beside.

    In a newer report a question may belong to the answer before it: no comment is lost by that.

    Args:
        answers: Of the report that is shown.
        written: By the turn that asked when it was written.
    """
    asked = sorted(one.asked for one in answers)
    found: dict[int, list[Written]] = {}
    for place, rows in sorted(written.items()):
        before = [one for one in asked if one <= place] or asked[:1]
        for one in before[-1:]:
            found.setdefault(one, []).extend(rows)
    return found


def said_in(turns: Sequence[Turn]) -> list[Said]:
    """Return stored turns as feedback reads them."""
    return [said_of(index, turn) for index, turn in enumerate(turns)]


def _marked(
    exchange: Exchange, report: Report, told: Sequence[Claim], planned: Sequence[PlannedQuestion]
) -> MarkedAnswer:
    row = _row_of(exchange, report.questions)
    said = sorted((*exchange.asked, *exchange.answered), key=lambda turn: turn.index)
    first = next((n for n, turn in enumerate(said) if turn.is_candidate), len(said))
    notes: list[Note] = []
    passages = tuple(Passage(turn, tuple(_pieces(turn, told, notes))) for turn in said[first:])
    return MarkedAnswer(
        number=0,
        row=row,
        own_questions=exchange.kind is Kind.INVITATION,
        asked=exchange.asked[0].index,
        question=asked_as(said[:first], planned),
        passages=passages,
        notes=tuple(notes),
    )


def _row_of(exchange: Exchange, rows: Sequence[QuestionRow]) -> QuestionRow | None:
    """Return what a report says of a question: by its words, since turns may have moved."""
    asked = exchange.asked[0].index
    # Older reports have it with what was said beside it.
    forms = {exchange.question, question_of(exchange)}
    same = [row for row in rows if row.question in forms]
    if same:
        return min(same, key=lambda row: abs(row.turn - asked))
    own = {turn.index for turn in exchange.asked}
    return next((row for row in rows if row.turn in own), None)


def _bare(row: QuestionRow) -> MarkedAnswer:
    return MarkedAnswer(
        number=0, row=row, own_questions=False, asked=row.turn, question=row.question,
        passages=(), notes=(),
    )  # fmt: skip


def _pieces(turn: Said, told: Sequence[Claim], notes: list[Note]) -> Iterator[Piece]:
    """Yield a turn piece by piece; what its marked places show is added to the notes."""
    at = 0
    for group in _joined([claim for claim in told if claim.turn == turn.index]):
        begin, end = group[0].begin, max(claim.end for claim in group)
        if at < begin:
            yield Piece(turn.text[at:begin])
        worry = any(claim.worry for claim in group)
        texts = tuple(dict.fromkeys(claim.told for claim in group if claim.told))
        time = next((claim.at_ms for claim in group if claim.at_ms is not None), None)
        notes.append(Note(len(notes) + 1, texts, time, worry))
        yield Piece(turn.text[begin:end], len(notes), worry)
        at = end
    if at < len(turn.text):
        yield Piece(turn.text[at:])


def _joined(told: Sequence[Claim]) -> list[list[Claim]]:
    """Return claims in groups whose words overlap; a place alone belongs to the words over it."""
    groups: list[list[Claim]] = []
    for claim in sorted(told, key=lambda one: (one.begin, -one.end)):
        if groups and claim.begin < max(one.end for one in groups[-1]):
            groups[-1].append(claim)
        elif claim.end > claim.begin:
            groups.append([claim])
    return groups
