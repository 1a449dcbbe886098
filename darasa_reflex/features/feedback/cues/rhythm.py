"""Pacing and timing, rated from measured delivery alone."""

from collections.abc import Sequence

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues import advice
from darasa_reflex.features.feedback.cues.answers import Answer
from darasa_reflex.features.feedback.cues.grounds import Grounds
from darasa_reflex.features.feedback.delivery import fillers, pace
from darasa_reflex.features.feedback.delivery.metric import Measured, NotMeasurable
from darasa_reflex.features.feedback.delivery.timing import SpokenAnswer, spoken_answers
from darasa_reflex.features.feedback.judging.judge import Ruling

_KEY = "pacing_timing"
# Speech that says something; less of it carries no rating, however long the rest is.
_LEAST_PROVEN_SECONDS = pace.LEAST_SECONDS
# Speed in words per minute, and fillers per minute, to the points they take. Slowness takes none:
# people are slower with strangers, with age and in a second language. Source: norms of delivery.
_SPEEDS = ((pace.FAST_WPM + 40, 5.0), (pace.FAST_WPM, 3.0), (170, 1.0))
_FILLERS = ((fillers.NOTICED, 4.0), (fillers.WORTH_PRACTISING, 2.0), (fillers.NEUTRAL + 0.01, 1.0))
_LONG_ANSWERS = 4.0


def pacing(answers: Sequence[Answer], grounds: Grounds) -> Ruling:
    """Return the ruling; without usable times there is no number."""
    exchanges = [answer.exchange for answer in answers if answer.exchange.kind.is_rated]
    spoken = spoken_answers(exchanges)
    rate = pace.speech_rate(spoken)
    if grounds.refusal and not grounds.any_speech:
        return _refused(grounds.refusal)
    if isinstance(rate, NotMeasurable):
        return _refused(f"Not enough evidence: {_lowered(rate.reason)}")
    proven = _proven_seconds(answers, spoken)
    if not any(answer.rough for answer in spoken) and proven < _LEAST_PROVEN_SECONDS:
        return _refused(
            f"Not enough evidence: only {proven:.0f} s of what you said tell something concrete; "
            f"pacing is rated from {_LEAST_PROVEN_SECONDS:.0f} s on."
        )
    return _ruling(spoken, rate)


def _ruling(spoken: Sequence[SpokenAnswer], rate: Measured) -> Ruling:
    fine = [answer for answer in spoken if answer.counts and not (answer.rough or answer.unread)]
    heard = fillers.per_minute(fine)
    per_minute = heard.value if isinstance(heard, Measured) else 0.0
    long = sum(answer.seconds > pace.LONG_ANSWER_SECONDS for answer in spoken)
    known = all(answer.speech_seconds is not None for answer in spoken)
    points = 10.0 if known else 9.0
    points -= _taken(rate.value, _SPEEDS) + _taken(per_minute, _FILLERS)
    points -= _LONG_ANSWERS * long / len(spoken)
    reason, next_step = advice.pacing(rate.value, per_minute, long, len(spoken))
    rating = max(0, min(10, int(points + 0.5)))
    return Ruling(key=_KEY, rating=rating, reason=reason, next_step=next_step)


def _taken(value: float, table: Sequence[tuple[float, float]]) -> float:
    return next((points for from_, points in table if value >= from_), 0.0)


def _proven_seconds(answers: Sequence[Answer], spoken: Sequence[SpokenAnswer]) -> float:
    """Return seconds of speech in sentences with evidence, by their share of the words."""
    proven: dict[int, int] = {}
    for answer in answers:
        for marked in answer.proof:
            turn = marked.sentence.turn
            proven[turn] = proven.get(turn, 0) + words.count(marked.sentence.text)
    seconds = 0.0
    for answer in spoken:
        shares = sum(proven.get(turn, 0) for turn in answer.turns)
        seconds += answer.seconds * shares / max(1, answer.word_count)
    return seconds


def _refused(reason: str) -> Ruling:
    return Ruling(key=_KEY, rating=None, reason=reason, next_step=advice.WHEN_UNTIMED)


def _lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
