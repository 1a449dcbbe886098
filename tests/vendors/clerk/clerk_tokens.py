"""Session tokens as Clerk makes them, by a key of our own, and the settings that trust it."""

import base64
import time
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pydantic import SecretStr

HOST = "stub-app-1.clerk.accounts.dev"
ISSUER = f"https://{HOST}"
PUBLISHABLE_KEY = "pk_test_" + base64.b64encode(f"{HOST}$".encode()).decode()
ORIGIN = "http://localhost:3000"


@cache
def private_key(name: str = "clerk") -> rsa.RSAPrivateKey:
    """Return the key of that name, the same for all tests of a run."""
    del name
    return rsa.generate_private_key(public_exponent=65_537, key_size=2_048)


def pem(key: rsa.RSAPrivateKey | None = None) -> str:
    """Return the public half, as Clerk's dashboard shows it."""
    kind, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return (key or private_key()).public_key().public_bytes(kind, form).decode()


def keys(**other: str) -> dict[str, SecretStr]:
    """Return Clerk's keys by their names, changed by those that are given."""
    own = {
        "CLERK_PUBLISHABLE_KEY": PUBLISHABLE_KEY,
        "CLERK_SECRET_KEY": "sk_test_1",
        "CLERK_JWT_KEY": pem(),
    }
    return {name: SecretStr(value) for name, value in (own | other).items()}


def claims(**other: Any) -> dict[str, Any]:
    """Return the claims of a fresh token; None leaves one out."""
    now = int(time.time())
    own = {
        "v": 2, "iss": ISSUER, "sub": "user_1", "sid": "sess_1", "azp": ORIGIN, "sts": "active",
        "iat": now, "nbf": now - 10, "exp": now + 60, "fva": [0, -1], "pla": "u:free",
        "fea": "u:1_interview",
    }  # fmt: skip
    return {name: value for name, value in (own | other).items() if value is not None}


def token(key: rsa.RSAPrivateKey | None = None, **other: Any) -> str:
    """Return a fresh token with these claims changed."""
    return jwt.encode(
        claims(**other), key or private_key(), algorithm="RS256", headers={"kid": "ins_1"}
    )
