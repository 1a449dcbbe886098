"""/webhooks/clerk: verify who speaks, hand to a use case.

https://clerk.com/docs/guides/development/webhooks/overview (read 2026-11).
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook, WebhookVerificationError
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from darasa_reflex.core.database.db import storable
from darasa_reflex.endpoints.webhooks.receiving import (
    BAD,
    OK,
    UNSIGNED,
    answered,
    content_of,
    table,
)
from darasa_reflex.features.accounts.identity import Profile
from darasa_reflex.parts import keys_named
from darasa_reflex.wiring import services

logger = logging.getLogger(__name__)

PATH = "/webhooks/clerk"
KEY = "CLERK_WEBHOOK_SIGNING_SECRET"
# Clerk sends as Svix does; the library knows the names of the standard.
_HEADERS = {f"webhook-{name}": f"svix-{name}" for name in ("id", "timestamp", "signature")}
_MOST_ID = 200
_OF_PEOPLE = frozenset({"user.created", "user.updated", "user.deleted"})
# Signed out in one of the person's browsers, or by whoever runs the Clerk application.
_ENDINGS = frozenset({"session.ended", "session.removed", "session.revoked"})
# The years 2001 to 5138, in milliseconds.
_LEAST_TIME, _MOST_TIME = 1e12, 1e14


async def answer(request: Request) -> Response:
    """Answer a message of Clerk. Without a signing secret there is no such address."""
    return await answered(request, _news)


def _news() -> "ClerkNews | None":
    hook = _hook()
    if hook is None:
        return None
    own = services()
    delete = own.personal_data.delete_subject
    return ClerkNews(hook, own.accounts.learn, delete, own.accounts.end_sign_in)


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
    """Takes what Clerk tells of people. See `News`.

    Attributes:
        hook: Checks signatures, and that a message is at most five minutes off.
        learn: See `Accounts.learn`.
        delete: Deletes a person whom Clerk has deleted, for good; gets the message's id first.
        end_sign_in: See `Accounts.end_sign_in`.
    """

    hook: Webhook
    learn: Callable[[str, Profile, datetime], Awaitable[None]]
    delete: Callable[[str, str], Awaitable[None]]
    end_sign_in: Callable[[str, str], Awaitable[None]]

    # A person's metadata may have 24 kB, and they may have many addresses.
    most_bytes: int = 256 * 1024

    async def take(self, headers: Headers, body: bytes) -> int:
        """See `News.take`."""
        signed = {ours: headers.get(theirs, "") for ours, theirs in _HEADERS.items()}
        if not self._is_signed(body, signed):
            return UNSIGNED
        return await self._hand_over(signed["webhook-id"], content_of(body))

    def _is_signed(self, body: bytes, headers: dict[str, str]) -> bool:
        try:
            self.hook.verify(body, headers, json_parse=False)
        except (WebhookVerificationError, ValueError):  # a signature may be no base64
            return False
        return True

    async def _hand_over(self, message_id: str, event: dict[str, Any]) -> int:
        """Tell the use case what it wants to know; events it does not know are fine."""
        kind, data = event.get("type"), table(event.get("data"))
        if not isinstance(kind, str) or len(message_id) > _MOST_ID:
            return BAD
        if kind in _OF_PEOPLE:
            return await self._hear_of(kind, message_id, data)
        return await self._end_sign_in(data) if kind in _ENDINGS else OK

    async def _hear_of(self, kind: str, message_id: str, data: dict[str, Any]) -> int:
        subject = _id(data.get("id"))
        if subject is None:
            return BAD
        if kind == "user.deleted":
            await self.delete(message_id, subject)
            return OK
        changed_at = _time(data.get("updated_at"))
        if changed_at is None:
            return BAD
        await self.learn(message_id, _profile(subject, data), changed_at)
        return OK

    async def _end_sign_in(self, session: dict[str, Any]) -> int:
        subject, name = _id(session.get("user_id")), _id(session.get("id"))
        if subject is None or name is None:
            return BAD
        await self.end_sign_in(subject, name)
        return OK


def _profile(subject: str, data: dict[str, Any]) -> Profile:
    names = [_text(data.get(part)) for part in ("first_name", "last_name")]
    addresses = data.get("email_addresses")
    primary = data.get("primary_email_address_id")
    listed = cast("list[object]", addresses) if isinstance(addresses, list) else []
    known = [table(one) for one in listed]
    email = next((_text(one.get("email_address")) for one in known if one.get("id") == primary), "")
    return Profile(subject, " ".join(name for name in names if name), email or None)


def _id(value: object) -> str | None:
    """Return what Clerk calls somebody or something; None when it is no name."""
    return storable(value) if isinstance(value, str) and 0 < len(value) <= _MOST_ID else None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _time(value: object) -> datetime | None:
    """Return a time in milliseconds as a time of day; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return datetime.fromtimestamp(value / 1000, UTC) if _LEAST_TIME < value < _MOST_TIME else None
