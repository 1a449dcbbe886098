"""Clerk's backend interface on loopback: people, with the ways it goes wrong.

Held to the official Python client in tests/providers/identity/test_identity_clerk_people.py.
"""

import contextlib
import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.vendors.loopback import Quiet, serving

KEY = "sk_test_1"
_STAMP = 1_764_000_000_000


def user(user_id: str, **other: Any) -> dict[str, Any]:
    """Return a person as Clerk describes them."""
    return {
        "id": user_id, "object": "user", "external_id": None, "username": None,
        "primary_email_address_id": None, "primary_phone_number_id": None,
        "primary_web3_wallet_id": None, "first_name": None, "last_name": None, "has_image": False,
        "public_metadata": {}, "email_addresses": [], "phone_numbers": [], "web3_wallets": [],
        "passkeys": [], "password_enabled": True, "two_factor_enabled": False,
        "totp_enabled": False, "backup_code_enabled": False, "mfa_enabled_at": None,
        "mfa_disabled_at": None, "external_accounts": [], "saml_accounts": [],
        "enterprise_accounts": [], "last_sign_in_at": None, "banned": False, "locked": False,
        "lockout_expires_in_seconds": None, "verification_attempts_remaining": 100,
        "updated_at": _STAMP, "created_at": _STAMP, "delete_self_enabled": True,
        "create_organization_enabled": True, "last_active_at": None, "legal_accepted_at": None,
        **other,
    }  # fmt: skip


def address(address_id: str, text: str) -> dict[str, Any]:
    """Return an e-mail address as Clerk describes it."""
    return {
        "id": address_id, "object": "email_address", "email_address": text, "reserved": False,
        "verification": None, "linked_to": [], "created_at": _STAMP, "updated_at": _STAMP,
    }  # fmt: skip


@dataclass
class ClerkStandIn:
    """What it keeps, and how it misbehaves.

    Attributes:
        users: By their id, as `user` makes them.
        status: Answered to every question; None: as it should be.
        silent: Questions are never answered.
        drop_seconds: Between one byte of an answer and the next.
        asked: Method and path of every question.
    """

    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    status: int | None = None
    body: str | None = None
    silent: bool = False
    drop_seconds: float = 0
    asked: list[tuple[str, str]] = field(default_factory=list)
    base_url: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)

    def answer(self, method: str, path: str, key: str) -> tuple[int, str]:
        """Return status and body for a question."""
        self.asked.append((method, path))
        if self.silent:
            self.stopped.wait(30)
        if self.status is not None:
            return self.status, self.body or _error("unexpected")
        if key != f"Bearer {KEY}":
            return 401, _error("authentication_invalid")
        known = self.users.get(path.removeprefix("/v1/users/"))
        if known is None:
            return 404, _error("resource_not_found")
        if method == "DELETE":
            del self.users[known["id"]]
            return 200, json.dumps({"object": "user", "id": known["id"], "deleted": True})
        return 200, self.body or json.dumps(known)


def _error(code: str) -> str:
    return json.dumps({"errors": [{"code": code, "message": code}]})


class _Handler(Quiet, BaseHTTPRequestHandler):
    def __init__(self, stand_in: ClerkStandIn, *args: Any) -> None:
        self._stand_in = stand_in
        super().__init__(*args)

    def do_GET(self) -> None:
        status, text = self._stand_in.answer(
            self.command, self.path, self.headers.get("Authorization", "")
        )
        if self._stand_in.stopped.is_set():
            return
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        if not self._stand_in.drop_seconds:
            self.wfile.write(text.encode())
            return
        with contextlib.suppress(ConnectionError):
            for byte in text.encode():
                self.wfile.write(bytes([byte]))
                self._stand_in.stopped.wait(self._stand_in.drop_seconds)

    do_DELETE = do_GET  # noqa: N815 (http.server's own way)


@contextmanager
def running() -> Generator[ClerkStandIn]:
    """Serve a stand-in on a free port of loopback."""
    own = ClerkStandIn()
    with serving(partial(_Handler, own), own.stopped) as own.base_url:
        yield own
