"""What is measured of reports: the band of an interview, and how bands go along with levels."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from darasa_reflex.commands.score import Transcript, material_of, reported
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.answers.reading import Reader
from darasa_reflex.features.feedback.exchanges import Kind
from darasa_reflex.features.feedback.found.steps import ORDER
from darasa_reflex.features.feedback.found.strip import SLOTS
from darasa_reflex.features.feedback.judging.by_words import by_words
from tests.evaluations.truth.corpus import Interview

# Which parts of ours answer to a part marked by hand.
MARKED: dict[str, tuple[Part, ...]] = {
    "situation": (Part.SITUATION,),
    "action": (Part.ACTION, Part.SHARED, Part.STEP),
    "result": (Part.RESULT,),
    "reflection": (Part.REFLECTION,),
    "number": (Part.NUMBER,),
}
# Of these a report says that they were not found; of the others it says nothing then.
TOLD_ABSENT = frozenset(
    name
    for name, ours in MARKED.items()
    for slot in SLOTS[Kind.EXPERIENCE]
    if slot.always and set(ours) & set(slot.any_of)
)


# The categories that have a step without a model.
STEPPED = ("confidence_emotional_state", "response_quality", "engagement_interaction")


def report(file: dict[str, Any]) -> dict[str, Any]:
    """Return the report of a file, as `score` prints it."""
    return reported(Transcript.model_validate(file))


def steps(file: dict[str, Any]) -> dict[str, int]:
    """Return the step of each category as a number; 0 where there is none."""
    return _steps(json.dumps(file))


@cache
def _steps(file: str) -> dict[str, int]:
    # The steps of a report are those of its rulings, which take a quarter of its time.
    rulings = by_words(material_of(Transcript.model_validate(json.loads(file)))).rulings
    return {ruling.key: ORDER[ruling.found] for ruling in rulings}


def band(one: Interview) -> int:
    """Return the sum of the steps, which is for evaluation alone: no page adds them."""
    return sum(steps(one.file).values())


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Return the rank correlation; ties share their mean rank."""
    first, second = _ranks(left), _ranks(right)
    mean = (len(first) - 1) / 2
    shared = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second)
    return shared / spread**0.5 if spread else 0.0


def order_kept(bands: Sequence[int], levels: Sequence[int]) -> float:
    """Return the share of pairs of unequal level whose bands do not stand the other way round."""
    pairs = [
        (bands[i] - bands[j]) * (levels[i] - levels[j])
        for i in range(len(bands))
        for j in range(i)
        if levels[i] != levels[j]
    ]
    return sum(product >= 0 for product in pairs) / len(pairs)


def found_parts(question: str, answer: str) -> dict[str, bool]:
    """Return which of the parts marked by hand the reader finds in an answer."""
    parts = Reader().read([(0, answer)], [question]).parts
    return {name: any(part in parts for part in ours) for name, ours in MARKED.items()}


def praise_in(told: dict[str, Any]) -> list[str]:
    """Return everything in a report that calls something good."""
    good = [point["text"] for point in told["strengths"]]
    good += [told["top"]["strongest"]["text"]] if told["top"]["strongest"]["text"] else []
    good += [row["key"] for row in told["categories"] if row["rating"] is not None]
    good += [row["key"] for row in told["categories"] if row["anchor"] or row["quotes"]]
    return good


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]
