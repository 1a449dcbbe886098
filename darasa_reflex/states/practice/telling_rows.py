"""From an answer and the attempts at it to what its page shows."""

from collections.abc import Sequence

from darasa_reflex.components.practice.rows import FigureRow, HintRow, PieceRow, TellingRow
from darasa_reflex.features.feedback.report.report import QuestionRow
from darasa_reflex.features.practice import comparison
from darasa_reflex.features.practice.rehearsal import FIRST, Kept, Rehearsal

_UNREAD = "Our word rules read English only. Compare the two with your own eyes."
_NO_PARTS = "This question asks for no certain parts. Compare the two with your own eyes."
_NOTHING_NEW = "No part that was not there before."
_NOTHING_LEFT = "Nothing our word rules look for."
_WHOLE = "Say the same in fewer words, or go on to another answer."
# What to do about a part that is not there, in the order of how much it tells an interviewer.
_NEXT = {
    "Your part": "Say what you did yourself.",
    "Result": "End with what came of it, good or bad.",
    "Example": "Add one time you really did it.",
    "Method": "Tell it as steps, in the order you take them.",
    "Why": "Say what led to it, or why you did it your way.",
    "Reason": "Say why you do it this way.",
    "Situation": "Begin with when and where it was, in one sentence.",
}


def tellings(found: Rehearsal) -> list[TellingRow]:
    """Return the tellings that stand beside each other; words that the first has not are marked."""
    return [_telling(found, one) for one in found.tellings]


def hints(found: Rehearsal) -> list[HintRow]:
    """Return the parts of an answer, with the person's own words from the first telling."""
    return _parts(found.first.told.row)


def figure_rows(found: Rehearsal) -> list[FigureRow]:
    """Return what was measured of the first telling and the newest; nothing without another."""
    if not found.many:
        return []
    measured = comparison.figures(found.first.told, found.newest.told, english=found.english)
    return [FigureRow(one.name, one.before, one.now, one.unit, one.note) for one in measured]


def changes(found: Rehearsal) -> tuple[str, str, str]:
    """Return what is new in the newest telling, what is not there, and what to do next."""
    if not found.many:
        return "", "", ""
    before, now = found.first.told.row, found.newest.told.row
    if not now.parts:
        why = _NO_PARTS if found.english else _UNREAD
        return why, "\u2013", _WHOLE
    gained, left = comparison.gained(before, now), comparison.open_parts(now)
    step = next((told for name, told in _NEXT.items() if name in left), _WHOLE)
    return _listed(gained) or _NOTHING_NEW, _listed(left) or _NOTHING_LEFT, step


def _telling(found: Rehearsal, one: Kept) -> TellingRow:
    first = found.first.told.text
    pieces = comparison.pieces(first, one.told.text)
    plain = [PieceRow(one.told.text, new=False)]
    marked = [PieceRow(piece.text, piece.new) for piece in pieces]
    return TellingRow(
        number=one.number,
        name=_name(found, one),
        at=one.at.isoformat(),
        best=bool(found.many) and one.number == found.best,
        parts=_parts(one.told.row),
        pieces=plain if one.number == FIRST else marked,
        verdict=one.judged.answered if one.judged else "",
        carried=one.judged.carried if one.judged else "",
        missing=one.judged.missing if one.judged else "",
        judge=one.judged.model if one.judged else "",
    )


def _name(found: Rehearsal, one: Kept) -> str:
    if one.number == FIRST:
        return "First"
    return "Now" if one.number == found.newest.number else f"Attempt {one.number}"


def _parts(row: QuestionRow) -> list[HintRow]:
    return [
        HintRow(part.name, part.name in row.found, part.quote.text if part.quote else "")
        for part in row.parts
    ]


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence."""
    if not names:
        return ""
    *others, last = names
    told = f"{', '.join(others)} and {last}" if others else last
    return f"{told[0]}{told[1:].lower()}."
