"""Engines found in folders. `cast` tells which of them plays."""

import importlib
import logging
import pkgutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Generic, Never, TypeVar

from pydantic import SecretStr

from darasa_reflex.core.errors import ServiceUnavailable

_logger = logging.getLogger(__name__)

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
        return f"{missing[0]} is not set." if missing else self.obstacle()


def find(folder: ModuleType) -> list[Provider[Any]]:
    """Return the providers of a port's folder, best first.

    A file that cannot be loaded stands first, with the reason as its obstacle: everything else
    works, and whoever asks why nothing better plays is told.
    """
    found = [
        _load(f"{folder.__name__}.{module.name}{'.provider' if module.ispkg else ''}", module.name)
        for module in pkgutil.iter_modules(folder.__path__)
    ]
    return sorted(filter(None, found), key=lambda provider: -provider.rank)


def _load(module: str, name: str) -> Provider[Any] | None:
    try:
        return getattr(importlib.import_module(module), "PROVIDER", None)
    except Exception as error:  # whatever a file of somebody else's does when it is loaded
        _logger.warning("%s cannot be loaded: %s", module, type(error).__name__)
        return _broken(name, _reason(error))


def _reason(error: Exception) -> str:
    """Return what is wrong with a file; of errors that may quote anything, the kind alone."""
    told = str(error) if isinstance(error, ImportError | SyntaxError) else type(error).__name__
    return f"its file cannot be loaded ({told.rstrip('.')})."


def _broken(name: str, reason: str) -> Provider[Any]:
    def build(*_: object, **__: object) -> Never:
        raise ServiceUnavailable(name, f"{name} cannot run here: {reason}", retryable=False)

    return Provider(name=name, title=name, rank=sys.maxsize, build=build, obstacle=lambda: reason)
