"""How fast the person speaks, how long they answer, and who speaks how much."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import joined, sentence
from darasa_reflex.features.feedback.delivery import uncertainty
from darasa_reflex.features.feedback.delivery.metric import (
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

LEAST_SECONDS = 30.0
# Source: speech rates of talks and everyday talk; facts on delivery, norms. Words per minute.
SLOW_WPM, FAST_WPM = 90, 190
LONG_ANSWER_SECONDS = 180
TOO_LITTLE = NotMeasurable(sentence("There are fewer than 30 seconds of spoken answers."))
TOO_LITTLE_READ = NotMeasurable(
    sentence("There are fewer than 30 seconds of spoken answers that were understood.")
)
_NORM = marked("Usual range 110 to 170: speech coaches' advice and counts of everyday talk.")
ABOUT = sentence("Rough transcription: the true rate is about this.")

_RATE = Definition(
    key="speech_rate",
    title=marked("Speech rate"),
    unit=marked("words per minute"),
    step=5,
    source=_NORM,
    definition=marked("All words of spoken answers of 5 s or more, divided by the time they took."),
)
_ARTICULATION = Definition(
    key="articulation_rate",
    title=marked("Articulation rate"),
    unit=marked("words per minute of speech"),
    step=5,
    source=OWN_CLOCK,
    definition=marked("As speech rate, with silences taken out of the time."),
)
_LENGTH = Definition(
    key="answer_length",
    title=marked("Answer length"),
    unit=marked("s"),
    source=marked("Advice pages: 60 to 120 s; weak."),
    definition=marked(
        "Median time from your first to your last word of an answer, less held time."
    ),
)
_SHARE = Definition(
    key="talk_share",
    title=marked("Talk share"),
    unit=marked("%"),
    source=OWN_CLOCK,
    definition=marked(
        "Your speech as a share of all speech, yours and the interviewer's. Not judged."
    ),
)


def pace(
    answers: Sequence[SpokenAnswer], interviewer: float | None, *, foreign: bool = False
) -> list[Metric]:
    """Return speech rate, articulation rate, answer length and talk share.

    Args:
        answers: With times.
        interviewer: Seconds the interviewer was heard; None when unknown.
        foreign: They are not in English, so that its usual speech rates do not hold.
    """
    counted = [answer for answer in answers if answer.counts and not answer.unread]
    return [
        _RATE.row(_unnormed(speech_rate(answers)) if foreign else speech_rate(answers)),
        _ARTICULATION.row(_articulation(counted, answers)),
        _LENGTH.row(_length(answers)),
        _SHARE.row(_talk_share(answers, interviewer)),
    ]


def speech_rate(answers: Sequence[SpokenAnswer]) -> Measured | NotMeasurable:
    """Return words per minute over all spoken answers of 5 s or more that were understood."""
    counted = [answer for answer in answers if answer.counts and not answer.unread]
    if reason := _unmeasurable(counted, answers):
        return reason
    rate = _ratio(counted, [answer.seconds for answer in counted])
    about = ABOUT if any(answer.rough for answer in counted) else ""
    remark = ""
    if rate.value < SLOW_WPM:
        remark = sentence("Slower than most people speak. That is no fault.")
    elif rate.value > FAST_WPM:
        remark = sentence("Faster than most people speak.")
    note = joined([part for part in (rate.note, about) if part])
    return Measured(rate.value, rate.low, rate.high, remark, note)


def _unnormed(rate: Measured | NotMeasurable) -> Measured | NotMeasurable:
    if isinstance(rate, NotMeasurable):
        return rate
    return replace(rate, remark=sentence("The usual range is that of English; yours may differ."))


def _articulation(
    counted: Sequence[SpokenAnswer], answers: Sequence[SpokenAnswer]
) -> Measured | NotMeasurable:
    if reason := _unmeasurable(counted, answers):
        return reason
    speech = [answer.speech_seconds for answer in counted]
    if None in speech:
        return PAUSES_UNKNOWN
    return _ratio(counted, [seconds for seconds in speech if seconds is not None])


def _length(answers: Sequence[SpokenAnswer]) -> Measured | NotMeasurable:
    if not answers:
        return NO_TIMES
    long = sum(answer.seconds > LONG_ANSWER_SECONDS for answer in answers)
    remark = ""
    if long:
        remark = sentence(
            "{long} of {all} answers took over three minutes.", long=long, all=len(answers)
        )
    middle = median(answer.seconds for answer in answers)
    return Measured(middle, max(0.0, middle - 0.1), middle + 0.1, remark)


def _talk_share(
    answers: Sequence[SpokenAnswer], interviewer: float | None
) -> Measured | NotMeasurable:
    if not answers:
        return NO_TIMES
    if interviewer is None:
        return INTERVIEWER_UNKNOWN
    note = sentence("approximate")
    own = 0.0
    for answer in answers:
        own += answer.seconds if answer.speech_seconds is None else answer.speech_seconds
    share = 100 * own / (own + interviewer)
    return Measured(share, max(0.0, share - 1), min(100.0, share + 1), note=note)


def _unmeasurable(
    counted: Sequence[SpokenAnswer], answers: Sequence[SpokenAnswer]
) -> NotMeasurable | None:
    if not answers:
        return NO_TIMES
    if sum(answer.seconds for answer in counted) >= LEAST_SECONDS:
        return None
    return TOO_LITTLE_READ if any(answer.unread for answer in answers) else TOO_LITTLE


def _ratio(counted: Sequence[SpokenAnswer], seconds: Sequence[float]) -> Measured:
    tops = [60.0 * answer.word_count for answer in counted]
    bounds = uncertainty.of_ratio(tops, seconds)
    value = sum(tops) / sum(seconds)
    if bounds is None:
        return Measured(value, note=ONE_SAMPLE)
    return Measured(value, max(0.0, bounds[0]), bounds[1])
