"""/webhooks/hume: only Hume is heard, and what it says changes only what it may."""

import hmac
import json
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256

import httpx
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from darasa_reflex.endpoints.webhooks import hume
from darasa_reflex.endpoints.webhooks.hume import PATH, HumeNews
from darasa_reflex.endpoints.webhooks.receiving import received

KEY = "whsec_test"
# The vector of facts/evi.md 3.5.
STAMP = 1_716_244_959
BODY = (
    b'{"event_name": "chat_ended", "chat_group_id": "g", "chat_id": "c", "config_id": "cf", '
    b'"end_time": 1716244958546, "duration_seconds": 18, "end_reason": "USER_ENDED"}'
)
SIGNATURE = "936d6aa2910c667f085e8df6173adc817827c0cde8448b04f9265f1099050ca3"


class Ledger:
    """Notes what a `Recollection` would be told."""

    def __init__(self) -> None:
        self.told: list[tuple] = []

    async def chat_started(self, *news) -> None:
        self.told.append(("started", *news))

    async def chat_ended(self, *news) -> None:
        self.told.append(("ended", *news))


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def hook(ledger, clock):
    """Send a message as Hume would; returns the answer."""
    clock.seconds = (datetime.fromtimestamp(STAMP, UTC) - clock.now()).total_seconds()
    news = HumeNews(SecretStr(KEY), clock, ledger)
    app = Starlette(routes=[Route(PATH, partial(received, news=news), methods=["POST"])])

    async def send(body, stamp=str(STAMP), signature=None, method="POST"):
        signed = sha256_of(body, stamp) if signature is None else signature
        headers = {
            "X-Hume-AI-Webhook-Timestamp": stamp,
            "X-Hume-AI-Webhook-Signature": signed.encode(),
        }
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.request(method, PATH, content=body, headers=headers)

    return send


def sha256_of(body: bytes, stamp: str, key: str = KEY) -> str:
    return hmac.new(key.encode(), body + b"." + stamp.encode(), sha256).hexdigest()


def event(**more) -> bytes:
    return json.dumps({"chat_id": "c", "chat_group_id": "g", **more}).encode()


async def test_a_message_signed_as_hume_signs_is_heard(hook, ledger):
    answer = await hook(BODY, signature=SIGNATURE)

    assert (answer.status_code, answer.content) == (200, b"")
    assert ledger.told == [("ended", "c", datetime.fromtimestamp(1_716_244_958.546, UTC), 18)]


@pytest.mark.parametrize(
    "signature", ["", "0" * 64, SIGNATURE[:-1], SIGNATURE.upper(), "ünicode", SIGNATURE + "0"]
)
async def test_a_wrong_signature_is_refused_without_detail(hook, ledger, signature):
    answer = await hook(BODY, signature=signature)

    assert (answer.status_code, answer.content) == (401, b"")
    assert ledger.told == []


async def test_a_changed_body_or_another_key_is_refused(hook, ledger):
    for body, signature in (
        (BODY + b" ", SIGNATURE),
        (BODY, sha256_of(BODY, str(STAMP), key="another")),
    ):
        assert (await hook(body, signature=signature)).status_code == 401
    assert ledger.told == []


@pytest.mark.parametrize(
    ("off", "status"), [(-181, 400), (181, 400), (-180, 200), (180, 200), (10**9, 400)]
)
async def test_old_and_future_messages_are_refused(hook, off, status):
    assert (await hook(BODY, stamp=str(STAMP + off))).status_code == status


@pytest.mark.parametrize("stamp", ["", "now", "-1", "1e9", "9" * 400, f"{STAMP}.0"])
async def test_a_time_that_is_none_is_refused(hook, stamp):
    answer = await hook(BODY, stamp=stamp)

    assert (answer.status_code, answer.content) == (400, b"")


async def test_a_long_body_is_refused_before_all_of_it_is_read(hook, ledger):
    read = 0

    async def endless():
        nonlocal read
        while read < 10_000_000:
            read += 1_000
            yield b"x" * 1_000

    # ASGITransport reads all of a request first, so the route is asked as a server asks it.
    assert (await hook(b"x" * (64 * 1024 + 1))).status_code == 413
    chunks = endless()

    async def receive():
        return {"type": "http.request", "body": await anext(chunks), "more_body": True}

    scope = {"type": "http", "method": "POST", "path": PATH, "headers": []}
    request = Request(scope, receive)
    assert (await received(request, HumeNews(SecretStr(KEY), None, ledger))).status_code == 413
    assert read < 70_000


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'"chat_ended"', b"[" * 60_000])
async def test_a_signed_body_that_is_no_event_is_refused(hook, ledger, body):
    assert (await hook(body)).status_code == 400
    assert ledger.told == []


async def test_unknown_events_are_fine_and_change_nothing(hook, ledger):
    for body in (event(event_name="tool_call"), event(event_name=["chat_ended"]), event()):
        assert (await hook(body)).status_code == 200
    assert ledger.told == []


async def test_a_start_names_the_conversation(hook, ledger):
    body = event(event_name="chat_started", start_time=1, chat_start_type="new", further=1)

    assert (await hook(body)).status_code == 200
    assert ledger.told == [("started", "c", "g")]


@pytest.mark.parametrize(
    "odd",
    [
        {"end_time": "soon", "duration_seconds": None},
        {"end_time": float("nan"), "duration_seconds": float("inf")},
        {"end_time": 10**300, "duration_seconds": -5},
        {"end_time": True, "duration_seconds": {}},
    ],
)
async def test_an_end_without_readable_times_is_taken_as_now(hook, ledger, clock, odd):
    assert (await hook(event(event_name="chat_ended", **odd))).status_code == 200
    assert ledger.told == [("ended", "c", clock.now(), 0)]


async def test_an_end_in_seconds_is_read_too(hook, ledger):
    await hook(event(event_name="chat_ended", end_time=STAMP, duration_seconds=2))

    assert ledger.told == [("ended", "c", datetime.fromtimestamp(STAMP, UTC), 2)]


@pytest.mark.parametrize("chat_id", [None, 5, "x" * 101])
async def test_an_event_of_no_chat_is_refused(hook, ledger, chat_id):
    body = json.dumps({"event_name": "chat_ended", "chat_id": chat_id}).encode()

    assert (await hook(body)).status_code == 400
    assert ledger.told == []


async def test_without_a_key_there_is_no_such_address(monkeypatch):
    monkeypatch.delenv(hume.KEY, raising=False)
    hume._key.cache_clear()
    app = Starlette(routes=[Route(PATH, hume.answer, methods=["POST"])])

    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        answer = await client.post(PATH, content=BODY)

    hume._key.cache_clear()
    assert answer.status_code == 404
