"""/webhooks/clerk: verify who speaks, hand to a use case.

https://clerk.com/docs/guides/development/webhooks/overview (read 2026-11).
"""

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

import anyio.to_thread
from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook, WebhookVerificationError
from starlette.requests import Request
from starlette.responses import Response

from darasa_reflex.core.db import storable
from darasa_reflex.features.accounts.identity import Profile
from darasa_reflex.parts import keys_named
from darasa_reflex.webhooks.bodies import body_of
from darasa_reflex.webhooks.floods import allowed
from darasa_reflex.wiring import services

logger = logging.getLogger(__name__)

PATH = "/webhooks/clerk"
KEY = "CLERK_WEBHOOK_SIGNING_SECRET"
# Clerk sends as Svix does; the library knows the names of the standard.
_HEADERS = {f"webhook-{name}": f"svix-{name}" for name in ("id", "timestamp", "signature")}
# A person's metadata may have 24 kB, and they may have many addresses.
_MOST_BYTES = 256 * 1024
_MOST_ID = 200
# The years 2001 to 5138, in milliseconds.
_LEAST_TIME, _MOST_TIME = 1e12, 1e14
_OK, _BAD, _UNSIGNED, _UNKNOWN, _TOO_LONG, _TOO_MANY = 200, 400, 401, 404, 413, 429


async def answer(request: Request) -> Response:
    """Answer a message of Clerk. Without a signing secret there is no such address."""
    hook = await anyio.to_thread.run_sync(_hook)
    if hook is None:
        return Response(status_code=_UNKNOWN)
    if not await allowed(request):
        return Response(status_code=_TOO_MANY)
    own = services()
    return await ClerkNews(hook, own.accounts.learn, own.personal_data.delete_subject).take(request)


@cache
def _hook() -> Webhook | None:
    secret = keys_named([KEY]).get(KEY)
    try:
        return Webhook(secret.get_secret_value()) if secret else None
    except (ValueError, EmptyWebhookSecretError):
        logger.error("%s is no signing secret", KEY)  # noqa: TRY400 (the error may quote it)
        return None


@dataclass(frozen=True, slots=True)
class ClerkNews:
    """Takes what Clerk tells of people.

    Attributes:
        hook: Checks signatures, and that a message is at most five minutes off.
        learn: See `Accounts.learn`.
        delete: Deletes a person whom Clerk has deleted, for good; gets the message's id first.
    """

    hook: Webhook
    learn: Callable[[str, Profile, datetime], Awaitable[None]]
    delete: Callable[[str, str], Awaitable[None]]

    async def take(self, request: Request) -> Response:
        """Answer a message; the answer never says what was wrong with it."""
        body = await body_of(request, _MOST_BYTES)
        if body is None:
            return Response(status_code=_TOO_LONG)
        headers = {ours: request.headers.get(theirs, "") for ours, theirs in _HEADERS.items()}
        if not self._is_signed(body, headers):
            return Response(status_code=_UNSIGNED)
        return Response(status_code=await self._hand_over(headers["webhook-id"], _read(body)))

    def _is_signed(self, body: bytes, headers: dict[str, str]) -> bool:
        try:
            self.hook.verify(body, headers, json_parse=False)
        except (WebhookVerificationError, ValueError):  # a signature may be no base64
            return False
        return True

    async def _hand_over(self, message_id: str, event: dict[str, Any]) -> int:
        """Tell the use case what it wants to know; events it does not know are fine."""
        kind, data = event.get("type"), _table(event.get("data"))
        if not isinstance(kind, str) or len(message_id) > _MOST_ID:
            return _BAD
        if kind not in {"user.created", "user.updated", "user.deleted"}:
            return _OK
        subject = data.get("id")
        if not isinstance(subject, str) or not 0 < len(subject) <= _MOST_ID:
            return _BAD
        if kind == "user.deleted":
            await self.delete(message_id, storable(subject))
            return _OK
        changed_at = _time(data.get("updated_at"))
        if changed_at is None:
            return _BAD
        await self.learn(message_id, _profile(storable(subject), data), changed_at)
        return _OK


def _read(body: bytes) -> dict[str, Any]:
    """Return a message's content; empty when it is none."""
    try:
        return _table(json.loads(body))
    except (ValueError, RecursionError):
        return {}


def _profile(subject: str, data: dict[str, Any]) -> Profile:
    names = [_text(data.get(part)) for part in ("first_name", "last_name")]
    addresses = data.get("email_addresses")
    primary = data.get("primary_email_address_id")
    listed = cast("list[object]", addresses) if isinstance(addresses, list) else []
    known = [_table(one) for one in listed]
    email = next((_text(one.get("email_address")) for one in known if one.get("id") == primary), "")
    return Profile(subject, " ".join(name for name in names if name), email or None)


def _table(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _time(value: object) -> datetime | None:
    """Return a time in milliseconds as a time of day; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return datetime.fromtimestamp(value / 1000, UTC) if _LEAST_TIME < value < _MOST_TIME else None
