"""What rules found, in three steps, each with the counts it follows from."""

from dataclasses import dataclass, field
from typing import Literal

from darasa_reflex.core.words.marks import marked

Found = Literal["little", "some", "much"]
FOUND: dict[Found, str] = {
    "little": marked("little"),
    "some": marked("some"),
    "much": marked("much"),
}
# For evaluation alone: no page adds or shows these.
ORDER: dict[Found | None, int] = {None: 0, "little": 1, "some": 2, "much": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a rule says of one category.

    Attributes:
        found: None where rules cannot tell; `FOUND` says it to people.
        counts: What it follows from, by name.
        reason: The counts as a plain sentence, or why there is no step.
        next_step: One plain sentence; empty where there is none to give.
    """

    found: Found | None
    counts: dict[str, int] = field(default_factory=dict[str, int])
    reason: str
    next_step: str = ""


def step(share: float, some: float, much: float) -> Found:
    """Return the step of a share, with where "some" and "much" begin."""
    if share >= much:
        return "much"
    return "some" if share >= some else "little"
