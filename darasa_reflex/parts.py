"""Providers as casts, chosen by settings and put together; `wiring` gives them to services."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from dotenv import dotenv_values
from pydantic import SecretStr

from darasa_reflex.core.engines.cast import AUTO, Cast, cast_of
from darasa_reflex.core.engines.discovery import Provider, find, find_more, merged
from darasa_reflex.providers import (
    fetcher,
    floods,
    identity,
    interviewer,
    judge,
    language_model,
    mind,
    model_servers,
    package_index,
    passwords,
    questions,
    stt,
    tts,
    turn,
)
from darasa_reflex.settings import Settings, environment

# Stands for a key of the accounts that this server keeps itself: they need only a wish.
_ACCOUNTS_WANTED = "DARASA_LOCAL_ACCOUNTS"
_REDIS = "REDIS_URL"
_MODEL_SERVERS = "DARASA_MODEL_SERVERS"
_QUESTIONS = "DARASA_QUESTIONS"
_MODEL, _MODEL_URL, _MODEL_KEY = "DARASA_MODEL", "DARASA_MODEL_URL", "DARASA_MODEL_KEY"

# Ports of which a better engine may become usable while the server runs.
_LIVE = frozenset({"judge", "mind", "stt", "tts", "turn"})

PORTS: Mapping[str, ModuleType] = {
    "fetcher": fetcher,
    "floods": floods,
    "identity": identity,
    "interviewer": interviewer,
    "judge": judge,
    "language_model": language_model,
    "mind": mind,
    # Not by the name of its folder, which is that of the setting that says where to look.
    "model_finder": model_servers,
    "package_index": package_index,
    "passwords": passwords,
    # Not by the name of its folder, which is that of the setting that names the file.
    "question_bank": questions,
    "stt": stt,
    "tts": tts,
    "turn": turn,
}


def providers(port: str, plugins: Path | None = None) -> list[Provider[Any]]:
    """Return the providers of a port, best first: ours, of packages, and of a folder.

    Args:
        port: Name of the port.
        plugins: See `Settings.plugins`.
    """
    return merged([*_ours(port), *find_more(port, plugins)])


@cache
def _ours(port: str) -> tuple[Provider[Any], ...]:
    """Return the providers that come with Darasa, best first: they stay as a process found them."""
    return tuple(find(PORTS[port]))


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes what settings ask for.

    Attributes:
        offered: What providers may be composed of beside other ports.
        casts: Of the ports that were asked for. Engines hold models in memory: whoever needs a
            port gets the same ones.
    """

    given: Settings
    offered: Mapping[str, object] = field(default_factory=dict[str, object])
    casts: dict[str, Cast[Any]] = field(default_factory=dict[str, Cast[Any]])

    def found(self, port: str) -> list[Provider[Any]]:
        """Return the providers of a port, best first, those of this deployment too."""
        return providers(port, self.given.plugins)

    def cast(self, port: str) -> Cast[Any]:
        """Return the engines of a port that settings allow, best first.

        Raises:
            ServiceUnavailable: A named one does not exist or cannot run, or none can.
        """
        if port not in self.casts:
            found = self.found(port)
            self.casts[port] = cast_of(found, self.wanted(port), self._keys(found), self._built)
        return self.casts[port]

    def made(self, port: str) -> Any:  # noqa: ANN401 (a port)
        """Return the engine of a port of which the best is used as long as the server runs.

        Raises:
            ServiceUnavailable: See `cast`.
        """
        return self.cast(port).best

    def maybe(self, port: str) -> Any:  # noqa: ANN401 (a port, or None)
        """Return the engine of a port that nothing needs; None when none is set up."""
        found = self.found(port)
        keys = self._keys(found)
        if self.wanted(port) == AUTO and all(one.lack(keys) for one in found):
            return None
        return self.made(port)

    def wanted(self, port: str) -> str:
        """Return the name that settings ask for, or `AUTO`."""
        return str(getattr(self.given, port, AUTO))

    def _built(self, provider: Provider[Any]) -> Any:  # noqa: ANN401 (a port)
        return provider.build(
            self._keys([provider]), **{name: self._piece(name) for name in provider.parts}
        )

    def _piece(self, name: str) -> Any:  # noqa: ANN401 (a port, its cast, or what is offered)
        if name in self.offered:
            return self.offered[name]
        return self.cast(name) if name in _LIVE else self.made(name)

    def _keys(self, found: Iterable[Provider[Any]]) -> dict[str, SecretStr]:
        """Return vendors' keys, named as their own clients do, from `.env` and environment."""
        names = {name for one in found for name in (*one.needs, *one.takes)}
        given = self.given
        ours = {
            _REDIS: given.redis_url, _ACCOUNTS_WANTED: _wish(given.local_accounts),
            _MODEL: _secret(given.model), _MODEL_URL: _secret(given.model_url),
            _QUESTIONS: _secret(str(given.questions) if given.questions else None),
            _MODEL_KEY: given.model_key, _MODEL_SERVERS: _secret(",".join(given.model_servers)),
        }  # fmt: skip
        set_here = {name: value for name, value in ours.items() if value and name in names}
        return keys_named(names - ours.keys()) | set_here


def _secret(value: str | None) -> SecretStr | None:
    return SecretStr(value) if value else None


def _wish(wanted: bool) -> SecretStr | None:
    return SecretStr("yes") if wanted else None


def keys_named(names: Iterable[str]) -> dict[str, SecretStr]:
    """Return those of the named keys that are set, from `.env` and environment."""
    wanted = list(names)
    known, here = dotenv_values(".env") if wanted else {}, environment()
    found = {name: here.get(name, known.get(name)) for name in wanted}
    return {name: SecretStr(value) for name, value in found.items() if value}
