"""How a language speaks to somebody, whatever it says to them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """How a language speaks to somebody, read in small letters and without marks.

    Attributes:
        asks: What asks wherever it stands: mostly a verb before its subject.
        begins: What asks at the beginning of a text.
        reported: Words of somebody who tells what was said.
    """

    asks: re.Pattern[str]
    begins: re.Pattern[str]
    reported: re.Pattern[str]

    @classmethod
    def of(cls, *, asks: str, begins: str, reported: str) -> "Address":
        """Return it from its patterns."""
        return cls(*(re.compile(rf"\b(?:{text})\b") for text in (asks, begins, reported)))
