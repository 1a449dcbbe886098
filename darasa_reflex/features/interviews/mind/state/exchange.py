"""What goes into a dialogue and what comes out."""

from dataclasses import dataclass, replace
from typing import Protocol

from darasa_reflex.features.interviews import evi


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the candidate just said.

    Attributes:
        text: As heard or typed; may be empty when speech had no recognisable words.
        spoken_ms: Length of the speech in ms; None when typed.
        elapsed_ms: Interview time now, over all calls.
    """

    text: str
    spoken_ms: int | None
    elapsed_ms: int


class Rest(Protocol):
    """What a mind has still to say."""

    async def next(self) -> str:
        """Return one more sentence that may be said; empty when none comes in time."""
        ...

    async def close(self) -> None:
        """Drop what has not come."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A reply that was found fit.

    Attributes:
        sentences: As far as it has come.
        rest: What may follow; None: nothing.
        stays: It belongs to the open question.
        go_on: Whether the interview goes on.
    """

    sentences: tuple[str, ...]
    rest: Rest | None = None
    stays: bool = False
    go_on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Where in a turn the rest of a reply belongs.

    Attributes:
        at: How many sentences come before it.
        instead: How many of the sentences after these it replaces.
    """

    rest: Rest
    at: int
    instead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What the interviewer says next.

    Attributes:
        sentences: Spoken one by one; empty means stay silent.
        question: Key of the planned question now open; None when none is.
        number: Its number from 1; 0 outside the plan.
        of: How many questions the plan has.
        hang_up: These are the last words; the call ends after them.
        asked: What stays open to be answered, where none of these sentences asks it.
        live: What a mind may still say among them; None: nothing.
    """

    sentences: tuple[str, ...]
    question: str | None = None
    number: int = 0
    of: int = 0
    hang_up: bool = False
    asked: str = ""
    live: Live | None = None

    @property
    def place(self) -> evi.Place:
        """Where in the plan it stands, as clients are told."""
        return evi.Place(
            question=self.question,
            number=self.number,
            of=self.of,
            hang_up=self.hang_up,
            asked=self.asked,
        )

    def after(self, sentences: tuple[str, ...]) -> "Turn":
        """Return it with more sentences at its beginning."""
        live = self.live and replace(self.live, at=self.live.at + len(sentences))
        return replace(self, sentences=(*sentences, *self.sentences), live=live)

    def without(self, unsaid: "Turn") -> tuple[str, ...]:
        """Return the sentences that were said when the last ones are left."""
        return self.sentences[: max(0, len(self.sentences) - len(unsaid.sentences))]
