"""Engines found in folders and chosen by name, or the best one that can run here."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Generic, TypeVar

from pydantic import SecretStr

from darasa_reflex.core.errors import ServiceUnavailable

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


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a port, and why not something better.

    Attributes:
        name: The chosen engine.
        title: What a page calls it.
        passed_over: Better engines and the reason each cannot run, best first.
    """

    name: str
    title: str
    passed_over: tuple[tuple[str, str], ...] = ()


def not_playing(title: str, reason: str | None) -> str:
    """Return why an engine does not play, as a sentence."""
    return f"Not {title}: {reason}"


def find(folder: ModuleType) -> list[Provider[Any]]:
    """Return the providers of a port's folder, best first."""
    found = [
        importlib.import_module(
            f"{folder.__name__}.{module.name}{'.provider' if module.ispkg else ''}"
        )
        for module in pkgutil.iter_modules(folder.__path__)
    ]
    providers = [module.PROVIDER for module in found if hasattr(module, "PROVIDER")]
    return sorted(providers, key=lambda provider: -provider.rank)


def choose(
    providers: Iterable[Provider[Any]], wanted: str, keys: Mapping[str, SecretStr]
) -> tuple[Provider[Any], Choice]:
    """Return the named provider, or for "auto" the first that can run.

    Raises:
        ServiceUnavailable: The named one does not exist or cannot run, or none can.
    """
    passed_over: list[tuple[str, str]] = []
    for provider in providers:
        if wanted not in {"auto", provider.name}:
            continue
        reason = _obstacle(provider, keys)
        if reason is None:
            return provider, Choice(provider.name, provider.title, tuple(passed_over))
        passed_over.append((provider.title, reason))
    raise ServiceUnavailable(wanted, _none_runs(wanted, passed_over), retryable=False)


def below(
    providers: Iterable[Provider[Any]], chosen: Provider[Any], keys: Mapping[str, SecretStr]
) -> list[Provider[Any]]:
    """Return the providers that can run and come after the chosen one, best first."""
    return [
        provider
        for provider in providers
        if provider.rank < chosen.rank and _obstacle(provider, keys) is None
    ]


def _obstacle(provider: Provider[Any], keys: Mapping[str, SecretStr]) -> str | None:
    missing = [need for need in provider.needs if need not in keys]
    return f"{missing[0]} is not set." if missing else provider.obstacle()


def _none_runs(wanted: str, passed_over: list[tuple[str, str]]) -> str:
    if passed_over:
        return f"{passed_over[0][0]} cannot run here: {passed_over[0][1]}"
    return f'There is no engine called "{wanted}".'
