"""What plays an interviewer, as the sentences that a person reads of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from pydantic import TypeAdapter

from darasa_reflex.core.words.stored import Text


@dataclass(frozen=True, slots=True)
class Lineup:
    """What plays at one time, and why nothing better, as short sentences.

    Attributes:
        engine: Of the interviewer as a whole.
        heard: Of what hears the candidate; empty when the engine does that by itself.
        spoken: Of its voice; empty as well then.
        worded: Of what words its sentences; empty when there is nothing to say.
    """

    engine: tuple[Text, ...] = ()
    heard: tuple[Text, ...] = ()
    spoken: tuple[Text, ...] = ()
    worded: tuple[Text, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them, as the room shows them."""
        return (*self.engine, *self.heard, *self.spoken, *self.worded)

    def as_json(self) -> dict[str, Any]:
        """Return it as it is stored."""
        return _STORED.dump_python(self, mode="json")

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Lineup":
        """Return what `as_json` gave, in the language of the task."""
        return _STORED.validate_python(
            {part.name: stored.get(part.name, ()) for part in fields(cls)}
        )


_STORED = TypeAdapter(Lineup)


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
