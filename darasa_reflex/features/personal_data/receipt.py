"""What a person is told after all of theirs was deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from darasa_reflex.core.engines.discovery import Keeps, Provider


@dataclass(frozen=True, slots=True)
class NotRemoved:
    """Something that could not be removed.

    Attributes:
        told: What it is and where, why it is still there, and what to do next, as sentences: in
            English, to be told in the language of who reads (`core/words/stored.said`).
        names: What the other side calls the things; empty when it knows them by no name.
    """

    told: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was removed, and what was not.

    Attributes:
        removed: Key of a `holdings.Kind` to how many rows were deleted from the database.
        elsewhere: Where else the person was removed, likewise.
        left: What could not be removed.
    """

    deleted_at: datetime
    removed: Mapping[str, int]
    elsewhere: tuple[str, ...] = ()
    left: tuple[NotRemoved, ...] = ()


@dataclass(frozen=True, slots=True)
class Outsiders:
    """Services outside that were told what a person said.

    Attributes:
        engines: Name of an engine that held calls to what it, and what it is composed of, keep.
        judges: Name of a judge, or of the model that judged, to what it keeps.
    """

    engines: Mapping[str, tuple[Keeps, ...]] = field(default_factory=dict[str, tuple[Keeps, ...]])
    judges: Mapping[str, tuple[Keeps, ...]] = field(default_factory=dict[str, tuple[Keeps, ...]])

    @classmethod
    def of(
        cls, found: Mapping[str, Sequence[Provider[Any]]], playing: Mapping[str, str]
    ) -> "Outsiders":
        """Return what the providers of each port keep, those of earlier settings too.

        Args:
            found: Name of a port to its providers.
            playing: Name of a port to that of the provider in use, which others may be composed of.
        """

        def of_parts(provider: Provider[Any]) -> tuple[Keeps, ...]:
            used = [playing[port] for port in provider.parts if port in playing]
            ones = [p for port in provider.parts for p in found.get(port, ()) if p.name in used]
            return tuple(one.keeps for one in (provider, *ones) if one.keeps)

        judges = (*found["judge"], *found.get("language_model", ()))
        return cls(
            *({p.name: of_parts(p) for p in ones} for ones in (found["interviewer"], judges))
        )
