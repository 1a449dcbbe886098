"""What a fault did to a call: one line of the matrix."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fault.

    Attributes:
        shown: Turns that the person saw.
        kept: Those of them that are stored, once, in order.
        told: Answers that a sentence said were not kept; they are not lost without a word.
        length_error_s: Stored length less the time that the line lived, in seconds.
        sentence: What the person read; empty: nothing.
        resumable: Whether a further call of the interview opens.
    """

    shown: int
    kept: int
    told: int
    length_error_s: float
    sentence: str
    resumable: bool

    @property
    def lost(self) -> int:
        """Turns that were shown and are not stored."""
        return self.shown - self.kept


@dataclass(frozen=True, slots=True)
class Fault:
    """A row: a name, and what does it and looks at what came of it, in a folder of its own.

    Raises from `run`: `Missing` when this machine has not what it needs.
    """

    name: str
    run: Callable[[Path], Outcome]


class Missing(Exception):
    """This machine has not what a fault needs."""
