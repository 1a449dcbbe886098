"""From an interview over time to what the page draws of it."""

from collections.abc import Iterator, Sequence

from darasa_reflex.components.report.rows.time_rows import MarkRow, PinRow, StretchRow, TimelineRow
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer
from darasa_reflex.features.feedback.reading.timeline import Stretch, Timeline
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.anchors import card_of
from darasa_reflex.states.report.rows.answer_rows import name_of

# On the narrowest page with room for it a link of 7 % is as wide as a thumb needs: 24 px.
_LEAST_LINK = 0.07
# The same for pins, which are moved apart where questions follow each other closely.
_LEAST_APART = 0.072
_MS = 1_000


def timeline_row(line: Timeline | None, answers: Sequence[MarkedAnswer]) -> TimelineRow:
    """Return an interview over time as the page draws it; empty where the times are not known."""
    if line is None:
        return TimelineRow()
    kinds = {one.kind for one in line.stretches}
    pins = list(_pins(line, answers))
    return TimelineRow(
        stretches=[_stretch(one, line.length_ms, answers) for one in line.stretches],
        pins=pins,
        marks=list(_marks(line)),
        has_spoken="spoken" in kinds,
        has_typed="typed" in kinds,
        has_silence="silence" in kinds,
        has_weak=any(pin.weak for pin in pins),
    )


def _stretch(one: Stretch, length_ms: int, answers: Sequence[MarkedAnswer]) -> StretchRow:
    share = (one.end_ms - one.begin_ms) / length_ms
    x, width = _percent(one.begin_ms / length_ms), _percent(share)
    if one.answer is None or one.kind == "silence" or share < _LEAST_LINK:
        return StretchRow(one.kind, x, width)
    answer = answers[one.answer]
    begin, end = clock(one.begin_ms / _MS), clock(one.end_ms / _MS)
    label = _("{answer}, {begin} to {end}", answer=name_of(answer), begin=begin, end=end)
    return StretchRow(one.kind, x, width, f"#{card_of(answer.number, answer.asked)}", label)


def _pins(line: Timeline, answers: Sequence[MarkedAnswer]) -> Iterator[PinRow]:
    asked = sorted(line.questions, key=lambda one: one[1])
    apart = min(_LEAST_APART, 1 / max(1, len(asked)))
    # From the right, so that the last ones keep their room, then from the left.
    places = [at / line.length_ms for _, at in asked]
    for place in reversed(range(len(places))):
        places[place] = min(places[place], 1 - apart * (len(places) - 1 - place + 0.5))
    for place in range(len(places)):
        before = places[place - 1] + apart if place else apart / 2
        places[place] = max(places[place], before)
    for (place, _at), at in zip(asked, places, strict=True):
        answer = answers[place]
        number = answer.number
        name = _("Question {number}", number=number) if number else name_of(answer)
        label = f"{name}: {answer.question}"
        yield PinRow(
            x=_percent(at),
            number=str(answer.number or "?"),
            address=f"#{card_of(answer.number, answer.asked)}",
            label=_("{label}, something missing", label=label) if answer.is_open else label,
            weak=answer.is_open,
        )


def _marks(line: Timeline) -> Iterator[MarkRow]:
    for second in line.marks:
        share = second * _MS / line.length_ms
        minutes, seconds = divmod(second, 60)
        anchor = "start" if not second else "end" if share > 1 - _LEAST_LINK / 2 else "middle"
        yield MarkRow(_percent(share), f"{minutes}:{seconds:02}", anchor)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
