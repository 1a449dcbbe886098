"""An interview over time: who spoke when, silences, and where each question began."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from darasa_reflex.features.feedback.delivery.pauses import LISTED_SECONDS
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer

Kind = Literal["interviewer", "spoken", "typed", "silence"]
# Seconds between two marks of the clock: the first that needs no more than so many marks.
_STEPS, _MOST_MARKS = (10, 30, 60, 120, 300, 600, 1_200), 8
# Shorter silences cannot be seen.
_LEAST_SILENCE_MS = 500
_MS = 1_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some time in which one thing went on, in ms from the start.

    Attributes:
        answer: Place of the answer it belongs to among those it was made with; None outside them.
    """

    kind: Kind
    begin_ms: int
    end_ms: int
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """An interview over time.

    Attributes:
        length_ms: From its start to the last thing said.
        stretches: In the order of the turns.
        questions: Place of each answer, and when its question began, in ms.
        marks: Moments to write under it, in seconds.
    """

    length_ms: int
    stretches: tuple[Stretch, ...]
    questions: tuple[tuple[int, int], ...]
    marks: tuple[int, ...]


def timeline(turns: Sequence[Said], answers: Sequence[MarkedAnswer]) -> Timeline | None:
    """Return an interview over time; None where the times are not known.

    Args:
        turns: The whole transcript, the warm-up included.
        answers: Those that questions and speech lead to.
    """
    place = {turn.index: n for n, one in enumerate(answers) for turn in one.answered}
    stretches = tuple(_stretches(turns, place))
    length = max((one.end_ms for one in stretches), default=0)
    if not any(one.kind != "interviewer" for one in stretches):
        return None
    began = {turn.index: turn.began_ms for turn in turns}
    questions = [(n, began.get(one.asked)) for n, one in enumerate(answers)]
    asked = tuple((n, at) for n, at in questions if at is not None and at <= length)
    step = next((s for s in _STEPS if length / _MS / s < _MOST_MARKS), _STEPS[-1])
    return Timeline(length, stretches, asked, tuple(range(0, length // _MS + 1, step)))


def _stretches(turns: Sequence[Said], place: dict[int, int]) -> Iterator[Stretch]:
    reached = 0
    for turn in turns:
        answer = place.get(turn.index)
        if turn.from_text and turn.began_ms is not None and turn.is_candidate:
            end = max(turn.began_ms, turn.ended_ms or 0)
            if end > reached:
                yield Stretch("typed", min(reached, end), end, answer)
            reached = max(reached, end)
        elif turn.span is not None:
            begin, end = turn.span
            if turn.is_candidate and reached and begin - reached >= _LEAST_SILENCE_MS:
                yield Stretch("silence", reached, begin, answer)
            kind: Kind = "spoken" if turn.is_candidate else "interviewer"
            yield from _spoken(turn, kind, answer)
            reached = max(reached, end)


def _spoken(turn: Said, kind: Kind, answer: int | None) -> Iterator[Stretch]:
    """Yield a turn, broken where it was silent for two seconds or more."""
    begin, last = turn.span or (0, 0)
    reached = begin
    for start, end in sorted(turn.segments) or ((begin, last),):
        if start - reached >= LISTED_SECONDS * _MS:
            yield Stretch(kind, begin, reached, answer)
            yield Stretch("silence", reached, start, answer)
            begin = start
        reached = max(reached, end)
    yield Stretch(kind, begin, last, answer)
