"""What is usual, where a source says so, and how much of a scale to draw around it."""

from collections.abc import Mapping
from dataclasses import dataclass

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.delivery.fillers import NEUTRAL
from darasa_reflex.features.interviews.engines.languages import ENGLISH


@dataclass(frozen=True, slots=True)
class Norm:
    """What is usual of a metric, in its unit.

    Attributes:
        low: From where on; 0 where only more than usual is told of.
        high: Up to where.
        scale: Where a drawn scale begins and ends.
        told: A sentence, for `stored.retold`.
        english: Whether it was measured of English alone.
    """

    low: float
    high: float
    scale: tuple[float, float]
    told: str
    english: bool = False


# Sources: speech coaches' advice and counts of everyday talk; fillers tested in talks; silences
# between speakers in recorded meetings, nine in ten of which are over after 3.2 s.
NORMS: Mapping[str, Norm] = {
    "speech_rate": Norm(110, 170, (50, 230), sentence("typical 110 to 170"), english=True),
    "fillers_per_minute": Norm(
        0, NEUTRAL, (0, 15), sentence("up to {most} do no harm", most=NEUTRAL), english=True
    ),
    "thinking_time": Norm(0, 5, (0, 12), sentence("up to 5 s is usual")),
}


def norm_of(key: str, language: str) -> Norm | None:
    """Return what is usual of a metric for people who answered in a language; None: not known."""
    found = NORMS.get(key)
    return None if found and found.english and language != ENGLISH else found
