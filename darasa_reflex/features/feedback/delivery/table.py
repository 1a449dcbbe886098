"""All metrics of one interview."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.delivery.fillers import fillers
from darasa_reflex.features.feedback.delivery.metric import Definition, Metric, NotMeasurable
from darasa_reflex.features.feedback.delivery.pace import pace
from darasa_reflex.features.feedback.delivery.pauses import pauses
from darasa_reflex.features.feedback.delivery.timing import (
    SpokenAnswer,
    interviewer_seconds,
    spoken_answers,
)
from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.feedback.material import Material

_PITCH = Definition(
    key="pitch_variation", title=marked("Pitch variation"), unit=marked("semitones"), step=0.1,
    definition=marked("How far the pitch of your voice moves. Experimental, and off."),
    source=marked("Needs the audio; no norm is applied."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was measured.

    Attributes:
        metrics: Always the same rows, in the same order.
        answers: Those with times.
    """

    metrics: tuple[Metric, ...]
    answers: tuple[SpokenAnswer, ...]


def measure(material: Material, exchanges: Sequence[Exchange]) -> Delivery:
    """Return everything that can be measured about how the person spoke."""
    answers = spoken_answers(exchanges)
    texts = [
        turn.text
        for exchange in exchanges
        for turn in exchange.answered
        if not (turn.from_text or turn.rough or turn.unread)
    ]
    metrics = [
        *pace(answers, interviewer_seconds(material.turns), foreign=material.foreign),
        *fillers(answers, texts, foreign=material.foreign),
        *pauses(answers, material.turns),
        _PITCH.row(NotMeasurable(sentence("The voice itself is not analysed."))),
    ]
    return Delivery(tuple(metrics), tuple(answers))
