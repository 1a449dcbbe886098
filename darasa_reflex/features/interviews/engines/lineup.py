"""What plays an interviewer, as the sentences that a person reads of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Lineup:
    """What plays at one time, and why nothing better, as short sentences.

    Attributes:
        engine: Of the interviewer as a whole.
        heard: Of what hears the candidate; empty when the engine does that by itself.
        spoken: Of its voice; empty as well then.
        worded: Of what words its sentences; empty when there is nothing to say.
    """

    engine: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them, as the room shows them."""
        return (*self.engine, *self.heard, *self.spoken, *self.worded)

    def as_json(self) -> dict[str, list[str]]:
        """Return it as it is stored."""
        return {part.name: list(getattr(self, part.name)) for part in fields(self)}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Lineup":
        """Return what `as_json` gave."""
        return cls(**{part.name: tuple(stored.get(part.name, ())) for part in fields(cls)})


@dataclass(frozen=True, slots=True)
class Played:
    """A lineup, and from when on it played.

    Attributes:
        from_ms: Milliseconds from the start of the interview; time between calls does not count.
    """

    from_ms: int
    lineup: Lineup = field(default_factory=Lineup)

    def as_json(self) -> dict[str, Any]:
        """Return it as it is stored."""
        return {"from_ms": self.from_ms, **self.lineup.as_json()}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Played":
        """Return what `as_json` gave."""
        return cls(int(stored["from_ms"]), Lineup.of(stored))
