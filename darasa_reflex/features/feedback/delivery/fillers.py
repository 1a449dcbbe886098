"""Fillers: "uh" and "um", and the phrases people put in their place."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.delivery import uncertainty
from darasa_reflex.features.feedback.delivery.metric import (
    NO_TIMES,
    Definition,
    Measured,
    Metric,
    NotMeasurable,
)
from darasa_reflex.features.feedback.delivery.timing import SpokenAnswer

SOUNDS = frozenset({"uh", "um", "er", "erm", "uhm", "uhh", "umm"})
LEAST_WORDS = 100
# Source: 0, 2, 5 and 12 fillers per minute were tested; up to 5 no harm, 12 harm. Per minute.
NEUTRAL, WORTH_PRACTISING, NOTICED = 5, 8, 12
# Source: Switchboard, 2 251 speakers, uh and um per 100 words: share of people to value.
_PERCENTILES = ((10, 0.72), (25, 1.31), (50, 2.30), (75, 3.47), (90, 4.97), (95, 5.86))
_PHRASE = re.compile(r"\b(?:you know(?! (?:how|what|that|the|where|when|who|why|if|a|my)\b)|"
                     r"i mean|sort of|kind of(?! (?:a |the )?\w+ (?:is|are|was|"
                     r"were)\b))\b")  # fmt: skip
# "like" as a marker: set off by a comma, or before another filler or an article it does not need.
_LIKE = re.compile(
    r"(?:,\s*like\s*,|\b(?:was|is|were|it's|i'm|are) like,|\b(?:um|uh),? like\b|\blike,? (?:um|"
    r"uh|you know)\b"
    r"|(?:^|[.!?]\s+)like,|,\s*like\b(?! (?:to|this|that|those|these|the|a|an|in|when|my|our|"
    r"\w+ing)\b))"
)

_ENGLISH_ONLY = NotMeasurable(sentence("Fillers are counted in English only."))
_SOUNDS = Definition(
    key="fillers", title=marked("Fillers"), unit=marked("per 100 words"), step=0.1,
    definition=marked('Count of "uh" and "um" for each 100 words of spoken answers.'),
    source=marked("Telephone talk, 2 251 speakers: median 2.3."),
)  # fmt: skip
_PER_MINUTE = Definition(
    key="fillers_per_minute",
    title=marked("Fillers per minute"),
    unit=marked("per minute"),
    step=0.5,
    definition=marked('Count of "uh" and "um" for each minute of spoken answers.'),
    source=marked("Tested in talks: up to 5 do no harm, 12 do."),
)
_PHRASES = Definition(
    key="filler_phrases", title=marked("Filler phrases"), unit=marked("per 100 words"), step=0.1,
    definition=marked('Count of "you know", "I mean", "sort of", "kind of" and the marker "like".'),
    source=marked("Counted by rules; no norm is applied."),
)  # fmt: skip


def fillers(
    answers: Sequence[SpokenAnswer], spoken_texts: Sequence[str], *, foreign: bool = False
) -> list[Metric]:
    """Return fillers per 100 words, per minute, and filler phrases per 100 words.

    Args:
        answers: Those with times.
        spoken_texts: All finely transcribed spoken answers, with times or without.
        foreign: They are not in English, where other sounds and phrases are fillers.
    """
    if foreign:
        return [row.row(_ENGLISH_ONLY) for row in (_SOUNDS, _PER_MINUTE, _PHRASES)]
    heard = sum(count_sounds(text) for text in spoken_texts)
    total = sum(words.count(text) for text in spoken_texts)
    timed = [answer for answer in answers if answer.counts and not (answer.rough or answer.unread)]
    reason = _unmeasurable(total, heard)
    phrases = sum(count_phrases(text) for text in spoken_texts)
    return [
        _SOUNDS.row(reason or _rate(heard, total / 100, percentile(100 * heard / total))),
        _PER_MINUTE.row(reason or per_minute(timed)),
        _PHRASES.row(_too_short(total) or _rate(phrases, total / 100, "")),
    ]


def per_minute(answers: Sequence[SpokenAnswer]) -> Measured | NotMeasurable:
    """Return fillers per minute of spoken answers."""
    minutes = sum(answer.seconds for answer in answers) / 60
    if not minutes:
        return NO_TIMES
    heard = sum(count_sounds(answer.text) for answer in answers)
    rate = heard / minutes
    remark = ""
    if rate >= NOTICED:
        remark = sentence("Listeners notice this many.")
    elif rate >= WORTH_PRACTISING:
        remark = sentence("Worth practising: pause in silence instead.")
    elif rate > NEUTRAL:
        remark = sentence("A little more than most listeners overlook.")
    return _rate(heard, minutes, remark)


def count_sounds(text: str) -> int:
    """Return how many "uh" and "um" a text holds."""
    return sum(word in SOUNDS for word in words.words(text))


def count_phrases(text: str) -> int:
    """Return how many filler phrases a text holds; "like" only where it is no verb."""
    spoken = words.plain(text)
    return len(_PHRASE.findall(spoken)) + len(_LIKE.findall(spoken))


def percentile(per_hundred: float) -> str:
    """Return how a rate of uh and um compares with other people, in words."""
    (first_share, first), (last_share, last) = _PERCENTILES[0], _PERCENTILES[-1]
    if per_hundred < first:
        return sentence("Fewer than 9 in 10 people.")
    if per_hundred > last:
        return sentence("More than 19 in 20 people.")
    share = _between(per_hundred, _PERCENTILES, first_share, last_share)
    return sentence("More than about {share} in 100 people.", share=round(share))


def _between(value: float, table: Iterable[tuple[int, float]], low: float, high: float) -> float:
    points = list(table)
    for (share, at), (next_share, next_at) in pairwise(points):
        if at <= value <= next_at:
            return share + (next_share - share) * (value - at) / (next_at - at)
    return low if value < points[0][1] else high


def _rate(events: int, per: float, remark: str) -> Measured:
    low, high = uncertainty.of_count(events)
    return Measured(events / per, low / per, high / per, remark, sentence("at least ± this"))


def _unmeasurable(total: int, heard: int) -> NotMeasurable | None:
    if heard == 0 and total:
        return NotMeasurable(
            sentence(
                'No "um" or "uh" stands in the transcript; many transcriptions leave them out.'
            )
        )
    return _too_short(total)


def _too_short(total: int) -> NotMeasurable | None:
    if total < LEAST_WORDS:
        return NotMeasurable(
            sentence("There are fewer than 100 spoken words that were transcribed well.")
        )
    return None
