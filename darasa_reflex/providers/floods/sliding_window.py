"""Flood limits by the library `limits`: in Redis where there is one, else in this process."""

import hashlib
import logging
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_network
from typing import Any

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from pydantic import SecretStr
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.features.accounts.floods import RATES, FloodKind, Floods

logger = logging.getLogger(__name__)

_REDIS = "REDIS_URL"
# Every event waits for this. Redis in the same network answers in a millisecond.
_LONGEST_ANSWER_SECONDS = 0.25
# Once, at once: a connection that Redis has closed meanwhile is only found out by using it.
_RETRIES = 1
_GONE_SECONDS = 5.0
# Whoever has one address of IPv6 has a network of this length to choose from.
_NETWORK_BITS = 64


class SlidingWindow:
    """See `Floods`. When Redis does not answer, this process counts alone for some seconds."""

    def __init__(self, shared: Storage | None, clock: Clock | None = None) -> None:
        self._alone = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._shared = SlidingWindowCounterRateLimiter(shared) if shared else None
        self._clock = clock or SystemClock()
        self._gone = False
        self._ask_again_at = 0.0

    async def allows(self, kind: FloodKind, who: str) -> bool:
        """See `Floods.allows`."""
        rate = RATES[kind]
        limit = RateLimitItemPerSecond(rate.times, rate.seconds, namespace=f"darasa-{kind}")
        key = hashlib.sha256(_network_of(who).encode()).hexdigest()
        together = await self._counted_together(limit, key)
        return await self._alone.hit(limit, key) if together is None else together

    async def answers(self) -> bool | None:
        """See `Floods.answers`."""
        return await self._shared.storage.check() if self._shared else None

    async def _counted_together(self, limit: RateLimitItemPerSecond, key: str) -> bool | None:
        """Count in Redis; None when there is none, or it does not answer."""
        if self._shared is None or self._clock.monotonic() < self._ask_again_at:
            return None
        try:
            allowed = await self._shared.hit(limit, key)
        except (StorageError, OSError) as error:
            self._note_gone(error)
            return None
        self._gone = False
        return allowed

    def _note_gone(self, error: StorageError | OSError) -> None:
        cause = error.storage_error if isinstance(error, StorageError) else error
        if not self._gone:
            logger.warning("Redis does not answer; floods are counted here: %s", place_of(cause))
        self._gone = True
        self._ask_again_at = self._clock.monotonic() + _GONE_SECONDS


def shared(address: SecretStr) -> RedisStorage:
    """Return where servers count together; nothing is opened before the first request."""
    # What its annotations call numbers and texts goes to the client as it is.
    more: dict[str, Any] = {"retry": Retry(NoBackoff(), _RETRIES)}
    return RedisStorage(
        f"async+{address.get_secret_value()}",
        wrap_exceptions=True,
        implementation="redispy",
        socket_timeout=_LONGEST_ANSWER_SECONDS,
        socket_connect_timeout=_LONGEST_ANSWER_SECONDS,
        **more,
    )


def _network_of(who: str) -> str:
    """Return the network of an IPv6 address; anything else as it is."""
    try:
        address = IPv6Address(who)
    except ValueError:
        return who
    return str(address.ipv4_mapped or ip_network((address, _NETWORK_BITS), strict=False))


def _build(keys: Mapping[str, SecretStr]) -> Floods:
    return SlidingWindow(shared(keys[_REDIS]) if _REDIS in keys else None)


PROVIDER = Provider[Floods](
    name="sliding_window", title="Sliding window", rank=0, takes=(_REDIS,), build=_build
)
