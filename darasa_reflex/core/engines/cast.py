"""The engines of one port, best first: which one plays now, and why nothing better does.

What they say of themselves is kept, and told in the language of who reads when it is shown.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import DarasaError, ServiceUnavailable
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.stored import sentence

_logger = logging.getLogger(__name__)

Engine = TypeVar("Engine")

AUTO = "auto"


@dataclass(frozen=True)
class Member(Generic[Engine]):
    """An engine under its name.

    Attributes:
        name: What settings call it; stored with what it made.
        title: What a page calls it.
        make: Builds the engine when it is first needed; the same one ever after.
        lacks: What it cannot do without and does not have here, as a sentence; None: nothing.
    """

    name: str
    title: str
    make: Callable[[], Engine]
    lacks: str | None = None

    @cached_property
    def engine(self) -> Engine:
        """The engine itself. Not to be asked of a member that lacks something."""
        return self.make()

    @cached_property
    def _failure(self) -> str | None:
        """Why it cannot be built, as a sentence; None when it can, or was told in words already."""
        try:
            _ = self.engine
        except DarasaError:
            raise
        except Exception as error:  # whatever a file of somebody else's does when it is built
            _logger.warning("%s cannot be started: %s", self.name, place_of(error))
            return sentence("it cannot be started ({kind}).", kind=type(error).__name__)
        return None

    @property
    def obstacle(self) -> str | None:
        """Why it cannot play just now, as a sentence; None when it can."""
        return self.lacks or self._failure or getattr(self.engine, "obstacle", None)

    @property
    def label(self) -> str:
        """What plays when it does, as a short sentence."""
        return getattr(self.engine, "label", sentence("{engine}.", engine=self.title))

    @property
    def missed(self) -> str:
        """Why it does not play, as a sentence."""
        return sentence("Not {engine}: {why}", engine=self.title, why=self.obstacle or "")


@dataclass(frozen=True)
class Cast(Generic[Engine]):
    """All engines of a port, best first; the last can always play.

    Which one is best may change while the server runs, as when a model has been fetched: whoever
    uses it asks again where a change does no harm.
    """

    members: tuple[Member[Engine], ...]

    @classmethod
    def of(cls, *engines: Engine, titles: Iterable[str] = ("",)) -> "Cast[Engine]":
        """Return a cast of engines that are made already, best first."""
        pairs = zip(titles, engines, strict=True)
        return cls(tuple(Member(t.lower(), t, lambda e=engine: e) for t, engine in pairs))

    @property
    def playing(self) -> Member[Engine]:
        """The best one that can play just now."""
        return next((one for one in self.members if one.obstacle is None), self.members[-1])

    @property
    def best(self) -> Engine:
        """The engine of `playing`."""
        return self.playing.engine

    @property
    def able(self) -> tuple[Member[Engine], ...]:
        """Those that can play just now, best first."""
        return tuple(one for one in self.members if one.obstacle is None)

    def chosen(self, name: str | None) -> Member[Engine]:
        """Return the named one, or the best when that is None or cannot play any more."""
        return next((one for one in self.able if one.name == name), self.playing)

    def after(self, member: Member[Engine]) -> Member[Engine] | None:
        """Return the next best that can play; None after the last."""
        lower = self.members[self.members.index(member) + 1 :]
        return next((one for one in lower if one.obstacle is None), None)

    def why(self, member: Member[Engine] | None = None) -> tuple[str, ...]:
        """Return why nothing better than `playing` plays, best first, or why a worse one does.

        Args:
            member: What a person chose; None: nothing.
        """
        playing = self.playing
        if member is not None and member != playing:
            return (sentence("Chosen by you instead of {engine}.", engine=playing.title),)
        return tuple(one.missed for one in self.members[: self.members.index(playing)])

    @property
    def sentences(self) -> tuple[str, ...]:
        """What plays now, and why nothing better."""
        return (self.playing.label, *self.why())


def cast_of(
    providers: Iterable[Provider[Any]],
    wanted: str,
    keys: Mapping[str, SecretStr],
    build: Callable[[Provider[Any]], Any],
) -> Cast[Any]:
    """Return the cast of a port as settings want it.

    Args:
        providers: Of the port, best first.
        wanted: The name that settings ask for, below which others may stand in; or `AUTO`.
        keys: Vendors' keys that are set.
        build: Builds an engine from its provider.

    Raises:
        ServiceUnavailable: The named one does not exist or cannot run, or none can.
    """
    members = [Member(p.name, p.title, _maker(build, p), p.lack(keys)) for p in providers]
    if wanted != AUTO:
        names = [one.name for one in members]
        members = members[names.index(wanted) :] if wanted in names else []
    able = [one for one in members if one.lacks is None]
    if not able or (wanted != AUTO and members[0].lacks):
        raise ServiceUnavailable(wanted, _none_runs(wanted, members), retryable=False)
    last = members.index(able[-1])
    return Cast(tuple(members[: last + 1]))


def _maker(build: Callable[[Provider[Any]], Any], provider: Provider[Any]) -> Callable[[], Any]:
    return lambda: build(provider)


def _none_runs(wanted: str, members: list[Member[Any]]) -> str:
    if members:
        return f"{members[0].title} cannot run here: {members[0].lacks}"
    return f'There is no engine called "{wanted}".'
