"""Model servers on this machine, told apart by what they answer.

https://docs.ollama.com/api and https://lmstudio.ai/docs/developer, read 2026-11.
"""

import asyncio
import json
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import anyio.to_thread
from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.language_models.servers.addresses import address_of
from darasa_reflex.features.language_models.servers.servers import ModelServers, Offer

if TYPE_CHECKING:
    import httpx

_USUAL = "http://127.0.0.1:11434,http://127.0.0.1:1234"
_CONNECT_SECONDS, _SECONDS, _MOST_BYTES = 0.3, 1.0, 1_000_000
_MOST_OFFERS = 20
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([BM])\b", re.IGNORECASE)
# A model that only makes vectors answers nothing.
_NO_TALKER = re.compile(r"embed|rerank|whisper|bge-|clip", re.IGNORECASE)
# The size that judges best without taking minutes, in thousand millions of parameters.
_BEST_FROM, _BEST_TO = 4.0, 14.0


@dataclass(frozen=True, slots=True)
class LoopbackServers:
    """See `ModelServers`.

    Attributes:
        addresses: Where to look.
    """

    addresses: tuple[str, ...]

    async def found(self) -> tuple[Offer, ...]:
        """See `ModelServers.found`."""
        found = await asyncio.gather(*(self._at(address) for address in self.addresses))
        offers = [offer for some in found for offer in some]
        return tuple(sorted(offers, key=_suits)[:_MOST_OFFERS])

    async def models_at(self, address: str) -> tuple[str, ...]:
        """See `ModelServers.models_at`."""
        listed = await _read(f"{address}/models")
        return tuple(name for name in _names(listed, "data", "id") if not _NO_TALKER.search(name))

    async def _at(self, address: str) -> list[Offer]:
        try:
            url = address_of(address).url
        except InvalidInput:
            return []
        root = url.removesuffix("/v1")
        tags = await _read(f"{root}/api/tags")
        if models := _rows(tags, "models"):
            return [_of_ollama(url, one) for one in models if _is_here(one)]
        listed = await _read(f"{root}/api/v0/models")
        server = "LM Studio" if listed else _("A model server")
        names = _names(listed, "data", "id") or await self.models_at(url)
        kept = [name for name in names if not _NO_TALKER.search(name)]
        return [Offer(server, url, name, _billions(name)) for name in kept]


def _is_here(model: Mapping[str, Any]) -> bool:
    """Tell whether a model runs on this machine, and talks."""
    name = str(model.get("name", ""))
    away = model.get("remote_host") or name.endswith("-cloud") or ":cloud" in name
    return bool(name) and not away and not _NO_TALKER.search(name)


def _of_ollama(url: str, model: Mapping[str, Any]) -> Offer:
    size = str(cast("dict[str, Any]", model.get("details") or {}).get("parameter_size", ""))
    return Offer("Ollama", url, str(model["name"]), _billions(size))


def _rows(listed: object, key: str) -> list[dict[str, Any]]:
    rows: object = cast("dict[str, Any]", listed).get(key) if isinstance(listed, dict) else None
    found = cast("list[object]", rows) if isinstance(rows, list) else []
    return [cast("dict[str, Any]", row) for row in found if isinstance(row, dict)]


def _names(listed: object, key: str, name: str) -> tuple[str, ...]:
    found = (row.get(name) for row in _rows(listed, key))
    return tuple(one for one in found if isinstance(one, str) and one)


def _billions(text: str) -> float | None:
    size = _SIZE.search(text.replace("-", " "))
    return float(size[1]) / (1_000 if size[2].upper() == "M" else 1) if size else None


def _suits(offer: Offer) -> tuple[bool, float]:
    size = offer.billions or 0.0
    return not _BEST_FROM <= size <= _BEST_TO, -size


async def _read(address: str) -> object:
    """Return the JSON at an address; None for anything else. Nobody's data is sent."""
    import httpx  # noqa: PLC0415 (only those pay who look)

    times = httpx.Timeout(_SECONDS, connect=_CONNECT_SECONDS)
    trusted = await anyio.to_thread.run_sync(_trusted)
    try:
        async with (
            asyncio.timeout(2 * _SECONDS),
            httpx.AsyncClient(timeout=times, trust_env=False, verify=trusted) as client,
            client.stream("GET", address) as answer,
        ):
            return json.loads(await _body(answer)) if answer.is_success else None
    except (httpx.HTTPError, OSError, ValueError):
        return None


@cache
def _trusted() -> ssl.SSLContext:
    """Return the certificates that httpx trusts by itself; reading them takes 30 ms."""
    import httpx  # noqa: PLC0415 (loaded by now)

    return httpx.create_ssl_context(trust_env=False)


async def _body(answer: "httpx.Response") -> bytes:
    body = b""
    async for piece in answer.aiter_bytes():
        body += piece
        if len(body) > _MOST_BYTES:
            raise ValueError
    return body


def _build(keys: Mapping[str, SecretStr]) -> ModelServers:
    given = keys.get("DARASA_MODEL_SERVERS")
    listed = (given.get_secret_value() if given else _USUAL).split(",")
    return LoopbackServers(tuple(one.strip() for one in listed if one.strip()))


PROVIDER = Provider[ModelServers](
    name="loopback",
    title="Model servers on this machine",
    rank=0,
    takes=("DARASA_MODEL_SERVERS",),
    build=_build,
)
