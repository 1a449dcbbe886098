"""One answer of an interview, or another telling in its place, as the report's rules read it.

No second judge: `feedback.report.counted` reads it, after all that was said before it, so that an
attempt is held against the same words as the answer it stands in for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.exchanges import Exchange, asked_as, exchanges
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.found.strip import OURS, SLOTS
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.feedback.report import counted
from darasa_reflex.features.feedback.report.report import QuestionRow
from darasa_reflex.features.interviews.models import Speaker

_ASKED_FOR = frozenset(
    {OURS, *(slot.name for slots in SLOTS.values() for slot in slots if slot.always)}
)
# Kinds of question that ask for certain parts have three or four; others may show one by chance.
_FEWEST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of an interview that counts, with the turns that answered it.

    Attributes:
        before: What was said earlier.
        head: The turns that asked, without follow-ups.
        exchange: All of it.
    """

    material: Material
    before: tuple[Said, ...]
    head: tuple[Said, ...]
    exchange: Exchange

    @property
    def question(self) -> str:
        """The question as it was asked, without follow-ups and without what led over to it."""
        return asked_as(self.head, self.material.planned)

    @property
    def text(self) -> str:
        """What was answered, follow-ups included."""
        return " ".join(turn.text.strip() for turn in self.exchange.answered)


def asked_at(material: Material, index: int) -> Asked | None:
    """Return the question whose first turn has this index; None when it is none that counts."""
    found = next((one for one in exchanges(material) if one.asked[0].index == index), None)
    if found is None or not found.kind.is_rated or not found.answered:
        return None
    first = found.answered[0].index
    return Asked(
        material=material,
        before=tuple(turn for turn in material.turns if turn.index < index),
        head=tuple(turn for turn in found.asked if turn.index < first),
        exchange=found,
    )


def heard_as(text: str, *, from_text: bool, segments: Sequence[Sequence[int]] = ()) -> Said:
    """Return an attempt as something said; its place follows from the question."""
    return Said(
        index=0,
        speaker=Speaker.ACTOR,
        text=text,
        from_text=from_text,
        segments=tuple((begin, end) for begin, end in segments if 0 <= begin < end),
    )


def read(asked: Asked, instead: Said | None = None) -> QuestionRow:
    """Return what rules read in the answer, or in another telling of it."""
    material = retold(asked, instead)
    answers = answered.read(material)
    delivery = table.measure(material, [answer.exchange for answer in answers])
    rows = counted.questions(answers, delivery, material.turns)
    return next(row for row in rows if row.turn == asked.exchange.asked[0].index)


def retold(asked: Asked, instead: Said | None) -> Material:
    """Return the interview up to an answer, or to another telling in its place."""
    turns = tuple(t for t in asked.material.turns if t.index <= _last(asked.exchange))
    if instead is not None:
        # Follow-ups were asked after the first answer: another telling stands for all of it.
        said = replace(instead, index=asked.head[-1].index + 1)
        turns = (*asked.before, *asked.head, said)
    return replace(asked.material, turns=turns, expressions=())


def parts_of(row: QuestionRow) -> tuple[int, int] | None:
    """Return how many of the parts its kind of question asks for were found, and how many it has.

    None where rules do not read the answer, or its kind asks for no certain part.
    """
    return found_of([part.name for part in row.parts], row.found)


def found_of(parts: Sequence[str], found: Sequence[str]) -> tuple[int, int] | None:
    """Return the same from the names of parts; what may be left out does not count."""
    asked = [name for name in parts if name in _ASKED_FOR]
    if len(asked) < _FEWEST_PARTS:
        return None
    return sum(name in found for name in asked), len(asked)


def _last(exchange: Exchange) -> int:
    return max(turn.index for turn in (*exchange.asked, *exchange.answered))
