"""From an answer and the attempts at it to what its page shows."""

from collections.abc import Sequence

from darasa_reflex.components.practice.rows import FigureRow, HintRow, PieceRow, TellingRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import ENGLISH, listed
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.report.report import QuestionRow
from darasa_reflex.features.practice import comparison
from darasa_reflex.features.practice.rehearsal import FIRST, Kept, Rehearsal

_UNREAD = marked("Our word rules read English only. Compare the two with your own eyes.")
_NO_PARTS = marked("This question asks for no certain parts. Compare the two with your own eyes.")
_NOTHING_NEW = marked("No part that was not there before.")
_NOTHING_LEFT = marked("Nothing our word rules look for.")
_WHOLE = marked("Say the same in fewer words, or go on to another answer.")
# What to do about a part that is not there, in the order of how much it tells an interviewer.
_NEXT = {
    "Your part": marked("Say what you did yourself."),
    "Result": marked("End with what came of it, good or bad."),
    "Example": marked("Add one time you really did it."),
    "Method": marked("Tell it as steps, in the order you take them."),
    "Why": marked("Say what led to it, or why you did it your way."),
    "Reason": marked("Say why you do it this way."),
    "Situation": marked("Begin with when and where it was, in one sentence."),
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
        why = _(_NO_PARTS if found.english else _UNREAD)
        return why, "\u2013", _(_WHOLE)
    gained, left = comparison.gained(before, now), comparison.open_parts(now)
    step = next((told for name, told in _NEXT.items() if name in left), _WHOLE)
    return _listed(gained) or _(_NOTHING_NEW), _listed(left) or _(_NOTHING_LEFT), _(step)


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
        told_in=one.judged.language if one.judged else ENGLISH,
    )


def _name(found: Rehearsal, one: Kept) -> str:
    if one.number == FIRST:
        return _("First")
    return _("Now") if one.number == found.newest.number else _("Attempt {n}", n=one.number)


def _parts(row: QuestionRow) -> list[HintRow]:
    return [
        HintRow(_(part.name), part.name in row.found, part.quote.text if part.quote else "")
        for part in row.parts
    ]


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence; after the first, English writes them small."""
    if not names:
        return ""
    rest = (_SMALL.get(name, name) for name in names[1:])
    return f"{listed([_(name) for name in (names[0], *rest)])}."


# The parts of an answer as they stand within a sentence.
_SMALL = {
    "Situation": marked("situation"),
    "Your part": marked("your part"),
    "What “we” did": marked("what “we” did"),
    "Why": marked("why"),
    "Result": marked("result"),
    "What you learned": marked("what you learned"),
    "A number": marked("a number"),
    "Method": marked("method"),
    "Reason": marked("reason"),
    "Example": marked("example"),
    "What you have done": marked("what you have done"),
}
