"""Clerk's tokens: only a fresh one of ours says who is there, and not for long."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import jwt
import pytest
from pydantic import SecretStr

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.errors import NotSignedIn, ServiceUnavailable
from darasa_reflex.features.accounts.identity import Claim, Door, Visit
from darasa_reflex.parts import providers
from darasa_reflex.providers.identity.clerk.grants import features_of
from darasa_reflex.providers.identity.clerk.identity import opened
from darasa_reflex.settings import Settings
from darasa_reflex.wiring import build, check
from tests.fixtures.databases import with_tables
from tests.vendors.clerk import clerk_tokens
from tests.vendors.clerk.clerk_tokens import (
    ISSUER,
    ORIGIN,
    PUBLISHABLE_KEY,
    claims,
    keys,
    pem,
    token,
)

HERE = Visit({"host": "localhost:3000"}, "127.0.0.1")


class Clock(SystemClock):
    """The machine's clock, or a later one."""

    ahead = 0.0

    def now(self):
        return super().now() + timedelta(seconds=self.ahead)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def clerk(clock):
    return opened(keys(), (ORIGIN, "https://darasa.example"), clock)


def part(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def signed_with_the_public_key() -> str:
    """Return a token whose signature is a keyed digest, by a key that everybody knows."""
    body = f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part(claims())}"
    digest = hmac.new(pem().encode(), body.encode(), hashlib.sha256).digest()
    return f"{body}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def deep_header() -> str:
    return base64.urlsafe_b64encode(b"[" * 9_000).decode() + ".e30.e30"


def with_other_claims() -> str:
    head, _, signature = token().split(".")
    return f"{head}.{part(claims(sub='user_2'))}.{signature}"


BAD = {
    "empty": lambda: "",
    "garbage": lambda: "nonsense",
    "three dots": lambda: "...",
    "not ascii": lambda: token() + "é",
    "half of a pair": lambda: "\ud800.\ud800.\ud800",
    "deep header": deep_header,
    "oversized": lambda: token(note="x" * 20_000),
    "forged": lambda: token(clerk_tokens.private_key("mallory")),
    "claims of another": with_other_claims,
    "public key as a password": signed_with_the_public_key,
    "no algorithm": lambda: f"{part({'alg': 'none'})}.{part(claims())}.",
    "other algorithm": lambda: jwt.encode(claims(), clerk_tokens.private_key(), algorithm="RS512"),
    "expired": lambda: token(exp=int(time.time()) - 30),
    "not yet valid": lambda: token(nbf=int(time.time()) + 60),
    "from the future": lambda: token(iat=int(time.time()) + 60),
    "wrong issuer": lambda: token(iss="https://other-app-1.clerk.accounts.dev"),
    "issuer with more": lambda: token(iss=ISSUER + ".example"),
    "foreign origin": lambda: token(azp="https://evil.example"),
    "origin with more": lambda: token(azp=ORIGIN + "0"),
    "list of origins": lambda: token(azp=[ORIGIN]),
    "pending": lambda: token(sts="pending"),
    "empty subject": lambda: token(sub=""),
    "number as subject": lambda: token(sub=1),
    "long subject": lambda: token(sub="u" * 201),
    "endless": lambda: token(exp=float("inf")),
    **{
        f"no {name}": lambda name=name: token(**{name: None})
        for name in ("exp", "iat", "nbf", "iss", "sub", "sid", "azp")
    },
}


async def test_a_fresh_token_says_who_is_there(clerk):
    proof = await clerk.prove(token(fea="u:1_interview,o:unlimited_interviews"))

    claim = await clerk.identify(replace(HERE, proof=proof))

    features = frozenset({"1_interview", "unlimited_interviews"})
    sign_in = sha256(b"sess_1").hexdigest()
    assert claim == Claim("user_1", "there", None, features, limited=True, sign_in=sign_in)
    assert 60 <= proof.good_until - time.time() <= 65


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
async def test_any_other_token_says_nothing(clerk, make):
    with pytest.raises(NotSignedIn, match=r"sign in again\.$"):
        await clerk.prove(make())


@pytest.mark.parametrize(
    "kind",
    [{"sts": None}, {"azp": "https://darasa.example"}, {"v": None, "fea": None, "pla": None}],
)
async def test_what_a_good_token_may_lack_does_no_harm(clerk, kind):
    assert (await clerk.prove(token(**kind))).claim.subject == "user_1"


async def test_clocks_may_differ_by_some_seconds(clerk):
    now = int(time.time())

    late = await clerk.prove(token(exp=now - 2, iat=now - 62))
    early = await clerk.prove(token(iat=now + 3, nbf=now + 3))

    assert late.good_until > now
    assert early.claim == late.claim


async def test_a_name_in_the_token_is_taken(clerk):
    told = await clerk.prove(token(name=" Ada\x00 Lovelace ", email="ada@example.org"))
    odd = await clerk.prove(token(name=["Ada"], email=7))
    long = await clerk.prove(token(name="a" * 300))

    assert (told.claim.name, told.claim.email) == ("Ada Lovelace", "ada@example.org")
    assert (odd.claim.name, odd.claim.email) == ("there", None)
    assert len(long.claim.name) == 200


async def test_a_sign_in_ends_with_its_last_token(clerk, clock):
    visit = replace(HERE, proof=await clerk.prove(token()))

    clock.ahead = 59
    assert (await clerk.identify(visit)).subject == "user_1"
    clock.ahead = 66
    with pytest.raises(NotSignedIn, match=r"^Your sign-in has ended. What you said is saved\.$"):
        await clerk.identify(visit)


async def test_a_token_that_lives_for_years_counts_for_a_minute(clerk):
    proof = await clerk.prove(token(exp=int(time.time()) + 10**8))

    assert proof.good_until - time.time() <= 65


async def test_without_a_token_nobody_is_there(clerk):
    cookie = Visit({"host": "localhost:3000", "cookie": f"__session={token()}"}, "127.0.0.1")

    for visit in (HERE, cookie):
        with pytest.raises(NotSignedIn, match=r"^Please sign in first\.$"):
            await clerk.identify(visit)


@pytest.mark.parametrize(
    ("claim", "features"),
    [
        ("u:a", "a"),
        ("o:a", "a"),
        ("uo:a,ou:b", "ab"),
        ("u:a, o:b ,u:a", "ab"),
        ("u:a,b", ""),  # one part without a scope spoils all
        ("a", ""),
        ("x:a,user:b,u:c", "c"),
        ("u:,o:", ""),
        ("U:a", ""),
        ("", ""),
        (None, ""),
        (["u:a"], ""),
    ],
)
def test_features_are_read_as_clerk_reads_them(claim, features):
    assert features_of(claim) == frozenset(features)


def test_a_name_may_have_a_colon():
    assert features_of("u:a:b") == {"a:b"}


def test_the_page_learns_where_scripts_come_from(clerk):
    assert clerk.door == Door("clerk", PUBLISHABLE_KEY, ISSUER)


async def test_the_lines_of_a_key_may_be_written_in_one():
    one_line = opened(keys(CLERK_JWT_KEY=pem().replace("\n", "\\n")), (ORIGIN,))

    assert (await one_line.prove(token())).claim.subject == "user_1"


def test_it_is_chosen_when_its_keys_are_there(monkeypatch):
    for name, key in keys().items():
        monkeypatch.setenv(name, key.get_secret_value())
    (provider,) = [one for one in providers("identity") if one.name == "clerk"]

    check(Settings(_env_file=None))

    assert provider.rank == max(one.rank for one in providers("identity"))
    assert provider.build(keys(), origins=(ORIGIN,)).door.kind == "clerk"


@pytest.mark.slow  # it imports what asks Clerk
async def test_this_server_lets_in_who_signed_in_on_its_own_pages(monkeypatch, tmp_path):
    # Nobody listens there: what Clerk would tell of a new person is not waited for.
    for name, key in keys(CLERK_API_URL="http://127.0.0.1:9").items():
        monkeypatch.setenv(name, key.get_secret_value())
    address = SecretStr(with_tables(tmp_path / "own.db"))
    given = Settings(_env_file=None, database_url=address, origins=("https://darasa.example",))
    own = build(given)

    for origin in ("http://localhost:3000", "https://darasa.example"):
        visit = replace(HERE, proof=await own.accounts.prove(token(azp=origin)))
        actor = await own.accounts.actor(visit)
    with pytest.raises(NotSignedIn):
        await own.accounts.prove(token(azp="https://other.example"))
    await asyncio.gather(*own.accounts._asking, return_exceptions=True)
    own.accounts.db.engine.dispose()

    assert (own.door.kind, own.door.script_origin) == ("clerk", ISSUER)
    assert (actor.name, actor.features, actor.limited) == ("there", {"1_interview"}, True)


def another_kind_of_key() -> str:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    kind, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    return key.public_bytes(kind, form).decode()


def publishable(host: str) -> str:
    return "pk_live_" + base64.b64encode(host.encode()).decode()


BROKEN = {
    "empty": ("CLERK_PUBLISHABLE_KEY", lambda: "pk_test_"),
    "another key": ("CLERK_PUBLISHABLE_KEY", lambda: "sk_test_abc"),
    "cut short": ("CLERK_PUBLISHABLE_KEY", lambda: PUBLISHABLE_KEY[:-6]),
    "no end": ("CLERK_PUBLISHABLE_KEY", lambda: publishable("clerk.example")),
    "policy": ("CLERK_PUBLISHABLE_KEY", lambda: publishable("clerk.example; script-src *$")),
    "user": ("CLERK_PUBLISHABLE_KEY", lambda: publishable("user@clerk.example$")),
    "path": ("CLERK_PUBLISHABLE_KEY", lambda: publishable("clerk.example/path$")),
    "garbage": ("CLERK_JWT_KEY", lambda: "nonsense"),
    "half": ("CLERK_JWT_KEY", lambda: pem()[:200]),
    "elliptic": ("CLERK_JWT_KEY", another_kind_of_key),
    "space": ("CLERK_SECRET_KEY", lambda: "sk test"),
    "not ascii": ("CLERK_SECRET_KEY", lambda: "ключ"),
    "bare name": ("CLERK_API_URL", lambda: "api.clerk.com"),
    "no host": ("CLERK_API_URL", lambda: "https:///v1"),
    "no address": ("CLERK_API_URL", lambda: "http://[::1"),
    "empty secret": ("CLERK_WEBHOOK_SIGNING_SECRET", lambda: "whsec_"),
    "no base64": ("CLERK_WEBHOOK_SIGNING_SECRET", lambda: "whsec_a"),
}


@pytest.mark.parametrize(("name", "make"), BROKEN.values(), ids=BROKEN)
def test_a_broken_key_stops_the_start_in_one_sentence(monkeypatch, name, make):
    value = make()
    for each, key in keys(**{name: value}).items():
        monkeypatch.setenv(each, key.get_secret_value())

    with pytest.raises(ServiceUnavailable) as caught:
        check(Settings(_env_file=None))

    assert caught.value.message.startswith(name)
    assert value not in caught.value.message


def test_no_key_is_ever_printed(clerk):
    assert "sk_test_1" not in repr(clerk)
    assert isinstance(clerk.people.key, SecretStr)
