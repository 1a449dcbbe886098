"""What a fault did to a call: one line of the matrix."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fault.

    Attributes:
        shown: Turns that the person saw, of both sides.
        kept: Those of them that are stored, as often as they were shown.
        unkept: Answers that were sent and are stored nowhere, though nobody said so.
        told: Answers that a sentence gave back, to be sent again.
        length_error_s: Stored length less the time that the lines lived, in seconds.
        sentence: What the person read; empty: nothing.
        resumable: Whether a further call of the interview opened.
    """

    shown: int
    kept: int
    unkept: int
    told: int
    length_error_s: float
    sentence: str
    resumable: bool

    @property
    def lost(self) -> int:
        """What was shown or sent, and is neither stored nor said to be not kept."""
        return self.shown - self.kept + self.unkept


@dataclass(frozen=True, slots=True)
class Fault:
    """A row: a name, and what does it and looks at what came of it, in a folder of its own.

    Raises from `run`: `Missing` when this machine has not what it needs.
    """

    name: str
    run: Callable[[Path], Outcome]


class Missing(Exception):
    """This machine has not what a fault needs."""
