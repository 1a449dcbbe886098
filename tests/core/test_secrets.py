"""No object of ours shows a secret, and none of ours holds one as plain text."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import FunctionType, MethodType, ModuleType

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from darasa_reflex.settings import Settings
from darasa_reflex.wiring import build

pytestmark = pytest.mark.slow

SECRET = "hunter2-and-more"
_KEYS = (
    "GEMINI_API_KEY",
    "HUME_API_KEY",
    "HUME_SECRET_KEY",
    "HUME_WEBHOOK_SIGNING_KEY",
    "CLERK_SECRET_KEY",
    "CLERK_WEBHOOK_SIGNING_SECRET",
)
_PLAIN = (str, bytes, int, float, bool, type(None), type, FunctionType, MethodType, ModuleType)


@pytest.fixture
def given(monkeypatch) -> Settings:
    """Settings with a secret in everything that may hold one."""
    for name in _KEYS:
        monkeypatch.setenv(name, f"whsec_{SECRET}" if "CLERK_WEBHOOK" in name else SECRET)
    host = b64encode(b"stub-app-1.clerk.accounts.dev$").decode()
    monkeypatch.setenv("CLERK_PUBLISHABLE_KEY", f"pk_test_{host}")
    monkeypatch.setenv("CLERK_JWT_KEY", _public_key())
    monkeypatch.setenv("HUME_CONFIG_ID", "config")
    return Settings(
        database_url=f"postgresql+psycopg://me:{SECRET}@127.0.0.1:1/x",
        redis_url=f"redis://:{SECRET}@127.0.0.1:1/0",
        _env_file=None,
    )


def test_nothing_that_is_made_from_settings_shows_them(given):
    own = build(given)

    seen = {id(thing): thing for thing in reachable([given, own])}.values()

    assert len(seen) > 50
    assert [type(thing).__name__ for thing in seen if SECRET in repr(thing)] == []
    assert [type(thing).__name__ for thing in seen if _is_ours(thing) and _tells(thing)] == []


def reachable(things: list[object]) -> Iterator[object]:
    """Everything that hangs together below some things, as far as it is ours or a container."""
    known: set[int] = set()
    while things:
        thing = things.pop()
        if id(thing) in known or isinstance(thing, _PLAIN):
            continue
        known.add(id(thing))
        if not isinstance(thing, Mapping | list | tuple | set | frozenset):
            yield thing
        things.extend(_within(thing))


def _within(thing: object) -> list[object]:
    if isinstance(thing, Mapping):
        return list(thing.values())
    if isinstance(thing, list | tuple | set | frozenset):
        return list(thing)
    return list(_attributes(thing).values()) if _is_ours(thing) else []


def _attributes(thing: object) -> dict[str, object]:
    names = [one.name for one in fields(thing)] if is_dataclass(thing) else []
    held = {name: getattr(thing, name) for name in names if hasattr(thing, name)}
    return {**held, **getattr(thing, "__dict__", {})}


def _is_ours(thing: object) -> bool:
    return type(thing).__module__.startswith("darasa_reflex")


def _tells(thing: object) -> bool:
    return any(isinstance(one, str) and SECRET in one for one in _attributes(thing).values())


def _public_key() -> str:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2048).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
