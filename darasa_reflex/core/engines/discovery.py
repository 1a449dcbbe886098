"""Engines found in folders, and in packages that others wrote. `cast` tells which of them plays."""

import importlib
import logging
import pkgutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, Never, TypeVar, cast

from pydantic import SecretStr

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.stored import sentence

_logger = logging.getLogger(__name__)

# What the entry points of packages are grouped by, before the name of the port.
_GROUP = "darasa."

Port_co = TypeVar("Port_co", covariant=True)


def _always() -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Keeps:
    """What a service outside keeps of people, and Darasa cannot delete.

    Attributes:
        told: What, and what a person can do about it, as sentences.
        by_name: Whether it knows calls by the names they have here.
    """

    told: str
    by_name: bool = False


@dataclass(frozen=True, kw_only=True)
class Provider(Generic[Port_co]):
    """One engine of a port, called `PROVIDER` in its file, or in `provider.py` of its folder.

    Attributes:
        name: What `DARASA_<PORT>` calls it.
        title: What a page calls it.
        rank: The highest one that can run is chosen by "auto".
        build: Makes the adapter from the keys it needs and the parts it is composed of.
        needs: Names of the environment variables it cannot do without, as its vendor calls them.
        takes: Names of those it uses when they are set; `build` finds them among its keys.
        parts: Ports it is composed of; `build` gets each as a keyword argument of that name.
        obstacle: Why it cannot run on this machine, as a sentence; None when it can.
        keeps: What it keeps of people outside of this server; None: nothing.
    """

    name: str
    title: str
    rank: int
    build: Callable[..., Port_co]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    obstacle: Callable[[], str | None] = _always
    keeps: Keeps | None = None

    def lack(self, keys: Mapping[str, SecretStr]) -> str | None:
        """Return what it lacks here, as a sentence; None when it can run.

        Args:
            keys: Vendors' keys that are set.
        """
        missing = [need for need in self.needs if need not in keys]
        if missing:
            return sentence("{name} is not set.", name=missing[0])
        try:
            return self.obstacle()
        except Exception as error:  # whatever a file of somebody else's does
            _logger.warning("%s cannot tell whether it runs: %s", self.name, place_of(error))
            kind = type(error).__name__
            return sentence("it cannot tell whether it can run ({kind}).", kind=kind)


def find(folder: ModuleType) -> list[Provider[Any]]:
    """Return the providers of a port's folder, best first.

    A file that cannot be loaded stands first, with the reason as its obstacle: everything else
    works, and whoever asks why nothing better plays is told.
    """
    found = [
        _load(f"{folder.__name__}.{module.name}{'.provider' if module.ispkg else ''}", module.name)
        for module in pkgutil.iter_modules(folder.__path__)
    ]
    return merged(filter(None, found))


def find_more(port: str, folder: Path | None) -> list[Provider[Any]]:
    """Return the providers of a port that a deployment brings along, best first.

    Packages name theirs as entry points of the group `darasa.<port>`: the `PROVIDER` itself, or the
    module that holds it. In a folder they stand as in ours: `<port>/<name>.py`, or
    `<port>/<name>/provider.py`. What cannot be loaded is told as `find` tells it.

    Args:
        port: Name of the port.
        folder: Of the deployment; None: there is none.
    """
    named = [_load_named(entry) for entry in _entries().get(f"{_GROUP}{port}", ())]
    place = folder / port if folder else None
    there = find(_as_package(port, place)) if place and place.is_dir() else []
    return merged([*named, *there])


def merged(found: Iterable[Provider[Any]]) -> list[Provider[Any]]:
    """Return providers best first; of two that have one name, the second only tells so."""
    kept: dict[str, Provider[Any]] = {}
    for one in found:
        name = one.name
        while name in kept:
            name += "-again"
        taken = sentence('there is another engine called "{name}".', name=one.name)
        kept[name] = one if name == one.name else _broken(name, taken)
    return sorted(kept.values(), key=lambda provider: -provider.rank)


def _load(module: str, name: str) -> Provider[Any] | None:
    try:
        found = getattr(importlib.import_module(module), "PROVIDER", None)
        return None if found is None else _checked(found)
    except Exception as error:  # whatever a file of somebody else's does when it is loaded
        _logger.warning("%s cannot be loaded: %s", module, place_of(error))
        return _broken(name, _reason(error))


def _load_named(entry: EntryPoint) -> Provider[Any]:
    try:
        found = entry.load()
        return _checked(found.PROVIDER if isinstance(found, ModuleType) else found)
    except Exception as error:  # as above
        _logger.warning("the entry point %s cannot be loaded: %s", entry.name, place_of(error))
        return _broken(entry.name, _reason(error))


def _checked(found: object) -> Provider[Any]:
    """Return a provider as it is.

    Raises:
        ImportError: It is none.
    """
    if not isinstance(found, Provider):
        told = f"PROVIDER is no Provider, but a {type(found).__name__}"
        raise ImportError(told)  # noqa: TRY004 (what is wrong with a file may be told whole)
    return cast("Provider[Any]", found)


@cache
def _entries() -> Mapping[str, tuple[EntryPoint, ...]]:
    """Return the entry points of our groups; reading all packages takes 30 ms: once for all."""
    there = entry_points()
    ours = [group for group in there.groups if group.startswith(_GROUP)]
    return {group: tuple(there.select(group=group)) for group in ours}


def _as_package(port: str, folder: Path) -> ModuleType:
    """Return a folder as a package, so that its files import each other as ours do."""
    name = f"darasa_plugins_{port}"
    package = sys.modules.setdefault(name, ModuleType(name, "Engines of this deployment."))
    if list(getattr(package, "__path__", ())) != [str(folder)]:
        package.__path__ = [str(folder)]
    return package


def _reason(error: Exception) -> str:
    """Return what is wrong with a file; of errors that may quote anything, the kind alone."""
    told = str(error) if isinstance(error, ImportError | SyntaxError) else type(error).__name__
    return sentence("its file cannot be loaded ({why}).", why=told.rstrip("."))


def _broken(name: str, reason: str) -> Provider[Any]:
    def build(*_: object, **__: object) -> Never:
        raise ServiceUnavailable(name, f"{name} cannot run here: {reason}", retryable=False)

    return Provider(name=name, title=name, rank=sys.maxsize, build=build, obstacle=lambda: reason)
