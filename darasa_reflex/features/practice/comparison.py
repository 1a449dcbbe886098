"""Two tellings of an answer beside each other: new words, parts, length, pace."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.delivery import fillers
from darasa_reflex.features.feedback.report.report import QuestionRow
from darasa_reflex.features.practice.telling import parts_of

TOO_FEW = marked("too few to compare")
# Source: facts on delivery: less speech than this gives no rate, fewer fillers no difference.
_LEAST_SECONDS, _LEAST_FILLERS = 30.0, 10


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, and whether they are new."""

    text: str
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Something measured of both.

    Attributes:
        before: As text; empty where it is not known of the first.
        unit: As "words" or "of 4".
        note: Why there is no more to say, as `TOO_FEW`; may be empty.
    """

    name: str
    before: str
    now: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A telling of an answer.

    Attributes:
        text: What was said or typed.
        row: As the report's rules read it.
        spoken: Whether it was said aloud, so that it has times.
    """

    text: str
    row: QuestionRow
    spoken: bool


def pieces(before: str, now: str) -> tuple[Piece, ...]:
    """Return a text in pieces: which of its words were not there before, or not in this order."""
    old, new = before.split(), now.split()
    plain = [_plain(old), _plain(new)]
    matcher = SequenceMatcher(a=plain[0], b=plain[1], autojunk=False)
    found: list[Piece] = []
    for kind, *_old, begin, end in matcher.get_opcodes():
        if begin < end:
            found.append(Piece(" ".join(new[begin:end]), new=kind != "equal"))
    return tuple(found)


def figures(before: Telling, now: Telling, *, english: bool) -> tuple[Figure, ...]:
    """Return what can be measured of both, each beside the other."""
    rows = [_parts(before, now), _length(before, now)]
    if before.spoken and now.spoken:
        rows += [_seconds(before, now), _pace(before, now)]
        rows += [_fillers(before, now)] if english else []
    return tuple(row for row in rows if row)


def gained(before: QuestionRow, now: QuestionRow) -> tuple[str, ...]:
    """Return the parts that are found now and were not before."""
    return tuple(name for name in now.found if name not in before.found)


def open_parts(row: QuestionRow) -> tuple[str, ...]:
    """Return the parts that are not found."""
    return tuple(part.name for part in row.parts if part.name not in row.found)


def _parts(before: Telling, now: Telling) -> Figure | None:
    old, new = parts_of(before.row), parts_of(now.row)
    if old is None or new is None:
        return None
    # A part that is shown only where it was found makes two wholes: the larger holds both.
    return Figure(
        name=_("Parts found"),
        before=str(old[0]),
        now=str(new[0]),
        unit=_("of {all}", all=max(old[1], new[1])),
    )


def _length(before: Telling, now: Telling) -> Figure:
    counts = [words.count(one.text) for one in (before, now)]
    return Figure(name=_("Length"), before=str(counts[0]), now=str(counts[1]), unit=_("words"))


def _seconds(before: Telling, now: Telling) -> Figure | None:
    if before.row.seconds is None or now.row.seconds is None:
        return None
    return Figure(
        name=_("Time"),
        before=f"{before.row.seconds:.0f}",
        now=f"{now.row.seconds:.0f}",
        unit=_("s"),
    )


def _pace(before: Telling, now: Telling) -> Figure | None:
    rates = [_rate(one) for one in (before, now)]
    if rates[0] is None or rates[1] is None:
        short = any((one.row.seconds or 0.0) < _LEAST_SECONDS for one in (before, now))
        return Figure(name=_("Pace"), before="", now="\u2013", note=_(TOO_FEW)) if short else None
    return Figure(name=_("Pace"), before=rates[0], now=rates[1], unit=_("words a minute"))


def _rate(telling: Telling) -> str | None:
    seconds = telling.row.seconds
    if seconds is None or seconds < _LEAST_SECONDS:
        return None
    # To the nearest 5, as the report tells it.
    return f"{round(words.count(telling.text) * 60 / seconds / 5) * 5:g}"


def _fillers(before: Telling, now: Telling) -> Figure:
    old, new = (fillers.count_sounds(one.text) for one in (before, now))
    few = _(TOO_FEW) if old + new < _LEAST_FILLERS else ""
    return Figure(name=_("Fillers"), before=str(old), now=str(new), note=few)


def _plain(text: Sequence[str]) -> list[str]:
    return [words.plain(word).strip(".,;:!?\"'()") for word in text]
