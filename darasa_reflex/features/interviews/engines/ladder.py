"""Engines of one port, best first: the best that can be used just now is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from darasa_reflex.core.discovery import not_playing


class _Usable(Protocol):
    @property
    def obstacle(self) -> str | None: ...

    @property
    def label(self) -> str: ...


Engine = TypeVar("Engine", bound=_Usable)


@dataclass(frozen=True)
class Rung(Generic[Engine]):
    """An engine under the name that a page calls it."""

    title: str
    engine: Engine


@dataclass(frozen=True)
class Ladder(Generic[Engine]):
    """Never empty; the last rung needs nothing and can always be used.

    Which one is best may change while the server runs, as when a model has been fetched: whoever
    uses it asks again where a change does no harm.
    """

    rungs: Sequence[Rung[Engine]]

    @classmethod
    def of(cls, engine: Engine, title: str = "") -> "Ladder[Engine]":
        """Return a ladder of one rung."""
        return cls((Rung(title, engine),))

    @property
    def best(self) -> Engine:
        """The engine to use now."""
        return self._usable.engine

    @property
    def said(self) -> tuple[str, ...]:
        """What plays now, and why nothing better, as sentences."""
        rung = self._usable
        above = self.rungs[: list(self.rungs).index(rung)]
        return (rung.engine.label, *(not_playing(one.title, one.engine.obstacle) for one in above))

    def instead_of(self, engine: Engine) -> Rung[Engine] | None:
        """Return the best that can be used now below an engine that failed; None without one."""
        places = [at for at, rung in enumerate(self.rungs) if rung.engine is engine]
        below = self.rungs[places[0] + 1 :] if places else ()
        return next((rung for rung in below if rung.engine.obstacle is None), None)

    def title_of(self, engine: Engine) -> str:
        """Return what a page calls an engine; empty when it is none of these."""
        return next((rung.title for rung in self.rungs if rung.engine is engine), "")

    @property
    def _usable(self) -> Rung[Engine]:
        last = self.rungs[-1]
        return next((rung for rung in self.rungs if rung.engine.obstacle is None), last)
