"""Messages as Clerk sends them, signed as the standard library of webhooks signs."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from standardwebhooks.webhooks import Webhook

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
T0_MS = 1_764_000_000_000


def user(subject: str = "user_1", first_name: str = "Ada", **other: Any) -> dict[str, Any]:
    """Return a person as Clerk describes them in messages."""
    return {
        "id": subject, "object": "user", "first_name": first_name, "last_name": "Lovelace",
        "primary_email_address_id": "idn_2", "image_url": "https://img.clerk.com/x",
        "email_addresses": [
            {"id": "idn_1", "email_address": "old@example.org", "verification": None},
            {"id": "idn_2", "email_address": "ada@example.org",
             "verification": {"status": "verified"}},
        ],
        "created_at": T0_MS, "updated_at": T0_MS, "public_metadata": {},
        **other,
    }  # fmt: skip


def session(name: str, subject: str = "user_1", **other: Any) -> dict[str, Any]:
    """Return a sign-in as Clerk describes it in messages."""
    return {
        "id": name, "object": "session", "user_id": subject, "client_id": "client_1",
        "status": "ended", "last_active_at": T0_MS, "expire_at": T0_MS + 1, "abandon_at": T0_MS + 1,
        "created_at": T0_MS, "updated_at": T0_MS,
        **other,
    }  # fmt: skip


def message(kind: str, data: object) -> bytes:
    """Return the body of a message."""
    return json.dumps(
        {"type": kind, "object": "event", "data": data, "instance_id": "ins_1",
         "timestamp": T0_MS, "event_attributes": {"http_request": {"client_ip": "127.0.0.1"}}}
    ).encode()  # fmt: skip


def headers(
    body: bytes, message_id: str = "msg_1", *, late_seconds: float = 0, secret: str = SECRET
) -> dict[str, str]:
    """Return what goes with a body that was signed so many seconds ago."""
    at = datetime.now(UTC) - timedelta(seconds=late_seconds)
    signature = Webhook(secret).sign(message_id, at, body.decode(errors="replace"))
    return {
        "svix-id": message_id,
        "svix-timestamp": str(int(at.timestamp())),
        "svix-signature": signature,
    }
