"""Providers, chosen by settings and put together; `wiring` gives them to services."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from dotenv import dotenv_values
from pydantic import SecretStr

from darasa_reflex.core.discovery import Choice, Provider, below, choose, find
from darasa_reflex.features.interviews.engines.engines import Engine, Engines
from darasa_reflex.features.interviews.engines.ladder import Ladder, Rung
from darasa_reflex.providers import (
    fetcher,
    floods,
    identity,
    interviewer,
    judge,
    language_model,
    model_servers,
    passwords,
    phrasing,
    stt,
    tts,
    turn,
)
from darasa_reflex.settings import Settings, environment

# Stands for a key of the accounts that this server keeps itself: they need only a wish.
_ACCOUNTS_WANTED = "DARASA_LOCAL_ACCOUNTS"
_REDIS = "REDIS_URL"
_MODEL_SERVERS = "DARASA_MODEL_SERVERS"
_MODEL, _MODEL_URL, _MODEL_KEY = "DARASA_MODEL", "DARASA_MODEL_URL", "DARASA_MODEL_KEY"

# Ports of which a better engine may become usable while the server runs.
_LADDERS = frozenset({"judge", "stt", "tts", "turn"})

PORTS: Mapping[str, ModuleType] = {
    "fetcher": fetcher,
    "floods": floods,
    "identity": identity,
    "interviewer": interviewer,
    "judge": judge,
    "language_model": language_model,
    # Not by the name of its folder, which is that of the setting that says where to look.
    "model_finder": model_servers,
    "passwords": passwords,
    "phrasing": phrasing,
    "stt": stt,
    "tts": tts,
    "turn": turn,
}


def providers(port: str) -> list[Provider[Any]]:
    """Return the providers of a port, best first."""
    return find(PORTS[port])


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes what settings ask for, and notes what was chosen.

    Attributes:
        offered: What providers may be composed of beside other ports.
    """

    given: Settings
    offered: Mapping[str, object] = field(default_factory=dict[str, object])
    choices: dict[str, Choice] = field(default_factory=dict[str, Choice])
    # Engines hold models in memory: whoever needs a port gets the same ones.
    ladders: dict[str, Ladder[Any]] = field(default_factory=dict[str, Ladder[Any]])

    def made(self, port: str) -> Any:  # noqa: ANN401 (a port)
        """Return the adapter of a port."""
        provider, self.choices[port] = self.chosen(port)
        return self._built(provider)

    def maybe(self, port: str) -> Any:  # noqa: ANN401 (a port, or None)
        """Return the adapter of a port that nothing needs; None when none is set up."""
        found = providers(port)
        if self.wanted(port) == "auto" and not _can_run(found, self._keys(found)):
            return None
        return self.made(port)

    def engines(self) -> Engines:
        """Return the chosen interviewer, and those that can stand in when it fails."""
        found = providers("interviewer")
        chosen, self.choices["interviewer"] = self.chosen("interviewer")
        ranked = (chosen, *below(found, chosen, self._keys(found)))
        made = tuple(Engine(one.name, one.title, self._built(one)) for one in ranked)
        return Engines(made, self.choices["interviewer"].passed_over)

    def ladder(self, port: str) -> Ladder[Any]:
        """Return the engines of a port that may be used here, best first."""
        if port not in self.ladders:
            found = providers(port)
            chosen, self.choices[port] = self.chosen(port)
            ranked = (chosen, *below(found, chosen, self._keys(found)))
            rungs = tuple(Rung(one.title, self._built(one)) for one in ranked)
            self.ladders[port] = Ladder(rungs)
        return self.ladders[port]

    def chosen(self, port: str) -> tuple[Provider[Any], Choice]:
        """Return the provider of a port, and why no better one."""
        found = providers(port)
        return choose(found, self.wanted(port), self._keys(found))

    def wanted(self, port: str) -> str:
        """Return the name that settings ask for, or "auto"."""
        return str(getattr(self.given, port, "auto"))

    def _built(self, provider: Provider[Any]) -> Any:  # noqa: ANN401 (a port)
        return provider.build(
            self._keys([provider]), **{name: self._piece(name) for name in provider.parts}
        )

    def _piece(self, name: str) -> Any:  # noqa: ANN401 (a port, a ladder of it, or what is offered)
        if name in self.offered:
            return self.offered[name]
        return self.ladder(name) if name in _LADDERS else self.made(name)

    def _keys(self, found: Iterable[Provider[Any]]) -> dict[str, SecretStr]:
        """Return vendors' keys, named as their own clients do, from `.env` and environment."""
        names = {name for one in found for name in (*one.needs, *one.takes)}
        given = self.given
        ours = {
            _REDIS: given.redis_url, _ACCOUNTS_WANTED: _wish(given.local_accounts),
            _MODEL: _secret(given.model), _MODEL_URL: _secret(given.model_url),
            _MODEL_KEY: given.model_key, _MODEL_SERVERS: _secret(",".join(given.model_servers)),
        }  # fmt: skip
        set_here = {name: value for name, value in ours.items() if value and name in names}
        return keys_named(names - ours.keys()) | set_here


def _can_run(found: Iterable[Provider[Any]], keys: Mapping[str, SecretStr]) -> bool:
    return any(all(need in keys for need in one.needs) for one in found)


def _secret(value: str | None) -> SecretStr | None:
    return SecretStr(value) if value else None


def _wish(wanted: bool) -> SecretStr | None:
    return SecretStr("yes") if wanted else None


def keys_named(names: Iterable[str]) -> dict[str, SecretStr]:
    """Return those of the named keys that are set, from `.env` and environment."""
    known = {**dotenv_values(".env"), **environment()}
    return {name: SecretStr(value) for name in names if (value := known.get(name))}
