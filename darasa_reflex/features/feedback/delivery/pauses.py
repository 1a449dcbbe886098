"""Silence: inside answers, before them, and the interviewer's own delay."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import joined, sentence
from darasa_reflex.features.feedback.delivery import uncertainty
from darasa_reflex.features.feedback.delivery.metric import (
    AT_LEAST,
    INTERVIEWER_UNKNOWN,
    NO_TIMES,
    ONE_SAMPLE,
    OWN_CLOCK,
    PAUSES_UNKNOWN,
    Definition,
    Measured,
    Metric,
    NotMeasurable,
)
from darasa_reflex.features.feedback.delivery.timing import SpokenAnswer
from darasa_reflex.features.feedback.material import Said

# Source: pauses of 0.6 s sound natural; facts on delivery, norms.
COUNTED_SECONDS, LISTED_SECONDS = 0.7, 2.0
_THINKING_ERROR = 0.3

_PAUSES = Definition(
    key="pauses", title=marked("Pauses"), unit=marked("per minute"), step=0.5, source=OWN_CLOCK,
    definition=marked("Silences of 0.7 s or more inside answers; those of 2 s or more are listed."),
)  # fmt: skip
_SHARE = Definition(
    key="pause_share", title=marked("Pause share"), unit=marked("%"), source=OWN_CLOCK,
    definition=marked("Share of the time of your answers in which you did not speak."),
)  # fmt: skip
_THINKING = Definition(
    key="thinking_time",
    title=marked("Thinking time"),
    unit=marked("s"),
    step=0.1,
    source=OWN_CLOCK,
    definition=marked(
        "Median time from the end of a question to your first word. Thinking is no fault."
    ),
)
_DELAY = Definition(
    key="interviewer_delay",
    title=marked("Interviewer's delay (ours)"),
    unit=marked("ms"),
    step=10,
    source=marked("Our own health; voice agents aim at 800 ms or less beside the chosen wait."),
    definition=marked(
        "Median time from your last word to the interviewer's first, chosen wait included."
    ),
)


def pauses(answers: Sequence[SpokenAnswer], turns: Sequence[Said]) -> list[Metric]:
    """Return pauses, pause share, thinking time and the interviewer's delay."""
    counted = [answer for answer in answers if answer.counts]
    listed = tuple(
        (begin, round(length * 1000))
        for answer in answers
        for begin, length in answer.gaps
        if length >= LISTED_SECONDS
    )
    return [
        _PAUSES.row(_per_minute(counted, answers), listed),
        _SHARE.row(_share(counted, answers)),
        _THINKING.row(_thinking(answers)),
        _DELAY.row(_delay(turns)),
    ]


def _per_minute(
    counted: Sequence[SpokenAnswer], answers: Sequence[SpokenAnswer]
) -> Measured | NotMeasurable:
    if not answers:
        return NO_TIMES
    lengths = [g for a in counted for _, g in a.gaps if g >= COUNTED_SECONDS]
    known = all(answer.speech_seconds is not None for answer in counted)
    if not counted or (not known and not lengths):
        return PAUSES_UNKNOWN
    minutes = sum(answer.seconds for answer in counted) / 60
    low, high = (bound / minutes for bound in uncertainty.of_count(len(lengths)))
    notes: list[str] = [] if known else [AT_LEAST]
    if lengths:
        notes.append(sentence("median {seconds} s", seconds=round(median(lengths), 1)))
    note = joined(notes)
    return Measured(len(lengths) / minutes, low, high, note=note)


def _share(
    counted: Sequence[SpokenAnswer], answers: Sequence[SpokenAnswer]
) -> Measured | NotMeasurable:
    if not answers:
        return NO_TIMES
    speech = [answer.speech_seconds for answer in counted]
    if not counted or None in speech:
        return PAUSES_UNKNOWN
    spoken = [seconds for seconds in speech if seconds is not None]
    seconds = [answer.seconds for answer in counted]
    share = max(0.0, 100 * (1 - sum(spoken) / sum(seconds)))
    bounds = uncertainty.of_ratio([100 * s for s in spoken], seconds)
    if bounds is None:
        return Measured(share, note=ONE_SAMPLE)
    return Measured(share, max(0.0, 100 - bounds[1]), min(100.0, 100 - bounds[0]))


def _thinking(answers: Sequence[SpokenAnswer]) -> Measured | NotMeasurable:
    times = [answer.thinking for answer in answers if answer.thinking is not None]
    if not times:
        return NotMeasurable(sentence("When the questions ended is not known."))
    middle = median(times)
    overlaps = sum(answer.overlap for answer in answers)
    note = sentence("approximate")
    if overlaps:
        note = sentence(
            "approximate, {overlaps} begun before the question ended", overlaps=overlaps
        )
    return Measured(middle, max(0.0, middle - _THINKING_ERROR), middle + _THINKING_ERROR, note=note)


def _delay(turns: Sequence[Said]) -> Measured | NotMeasurable:
    delays: list[int] = []
    for before, after in pairwise(turns):
        if before.is_candidate and not after.is_candidate and before.span and after.span:
            delays.append(max(0, after.span[0] - before.span[1]))
    if not delays:
        return INTERVIEWER_UNKNOWN
    slow = sorted(delays)[min(len(delays) - 1, round(0.95 * (len(delays) - 1)))]
    return Measured(median(delays), note=sentence("approximate, 95 % below {slow} ms", slow=slow))
