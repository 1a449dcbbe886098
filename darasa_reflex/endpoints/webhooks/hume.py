"""/webhooks/hume: verify who speaks, hand to a use case.

https://dev.hume.ai/docs/speech-to-speech-evi/features/webhooks (read 2026-08).
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from pydantic import SecretStr
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.database.db import storable
from darasa_reflex.endpoints.webhooks.receiving import BAD, OK, UNSIGNED, answered, content_of
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from darasa_reflex.parts import keys_named
from darasa_reflex.wiring import services

PATH = "/webhooks/hume"
KEY = "HUME_WEBHOOK_SIGNING_KEY"
_TIMESTAMP, _SIGNATURE = "x-hume-ai-webhook-timestamp", "x-hume-ai-webhook-signature"
# Both ways: a message from the future could be sent again later.
_TOLERANCE_SECONDS = 180
_LONGEST_TIMESTAMP = 15
_MOST_ID = 100
# Times above this are in milliseconds: as seconds they would lie in the year 5138.
_MILLISECONDS_ABOVE = 1e11
_MOST_NUMBER = 1e14


async def answer(request: Request) -> Response:
    """Answer a message of Hume. Without a signing key there is no such address."""
    return await answered(request, _news)


def _news() -> "HumeNews | None":
    key = _key()
    return HumeNews(key, SystemClock(), services().recollection) if key else None


@cache
def _key() -> SecretStr | None:
    return keys_named([KEY]).get(KEY)


@dataclass(frozen=True, slots=True)
class HumeNews:
    """Takes what Hume tells of chats. See `News`.

    Attributes:
        key: Signs the messages. It is the account's webhook key, not its API key.
    """

    key: SecretStr
    clock: Clock
    recollection: Recollection

    most_bytes: int = 64 * 1024

    async def take(self, headers: Headers, body: bytes) -> int:
        """See `News.take`."""
        stamp = headers.get(_TIMESTAMP, "")
        if not self._is_signed(body, stamp, headers.get(_SIGNATURE, "")):
            return UNSIGNED
        event = content_of(body)
        return await self._hand_over(event) if event and self._is_fresh(stamp) else BAD

    def _is_signed(self, body: bytes, stamp: str, signature: str) -> bool:
        secret = self.key.get_secret_value().encode()
        expected = hmac.new(secret, body + b"." + stamp.encode(), sha256).hexdigest()
        return hmac.compare_digest(expected.encode(), signature.encode())

    def _is_fresh(self, stamp: str) -> bool:
        if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= _LONGEST_TIMESTAMP):
            return False
        return abs(self.clock.now().timestamp() - int(stamp)) <= _TOLERANCE_SECONDS

    async def _hand_over(self, event: dict[str, Any]) -> int:
        """Tell the use case what it may want to know; events it does not know are fine."""
        name, chat_id = event.get("event_name"), event.get("chat_id")
        if name not in ("chat_started", "chat_ended"):
            return OK
        if not isinstance(chat_id, str) or len(chat_id) > _MOST_ID:
            return BAD
        chat_id = storable(chat_id)
        if name == "chat_ended":
            ended_at = _time(event.get("end_time")) or self.clock.now()
            seconds = _number(event.get("duration_seconds"))
            await self.recollection.chat_ended(chat_id, ended_at, seconds)
        elif isinstance(group := event.get("chat_group_id"), str) and len(group) <= _MOST_ID:
            await self.recollection.chat_started(chat_id, storable(group))
        return OK


def _time(value: object) -> datetime | None:
    number = _number(value)
    seconds = number / 1000 if number > _MILLISECONDS_ABOVE else number
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < _MILLISECONDS_ABOVE else None


def _number(value: object) -> float:
    """Return a number that is not negative; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value <= _MOST_NUMBER else 0.0
