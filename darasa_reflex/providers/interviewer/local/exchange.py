"""What goes into the interviewer's mind and what comes out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the candidate just said.

    Attributes:
        text: As heard or typed; may be empty when speech had no recognisable words.
        spoken_ms: Length of the speech in ms; None when typed.
        rough: About one word in three may be wrong.
        elapsed_ms: Interview time now, over all calls.
    """

    text: str
    spoken_ms: int | None
    rough: bool
    elapsed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the interviewer says next.

    Attributes:
        sentences: Spoken one by one; empty means stay silent.
        question: Key of the planned question now open; None when none is.
        number: Its number from 1; 0 outside the plan.
        of: How many questions the plan has.
        hang_up: These are the last words; the call ends after them.
    """

    sentences: tuple[str, ...]
    question: str | None = None
    number: int = 0
    of: int = 0
    hang_up: bool = False
