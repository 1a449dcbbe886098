"""/webhooks/clerk: only Clerk is heard, once, in its order, and a deletion is the last word."""

import json
from datetime import UTC, datetime
from functools import partial

import httpx
import pytest
from standardwebhooks.webhooks import Webhook
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.endpoints.webhooks import clerk, hume
from darasa_reflex.endpoints.webhooks.clerk import PATH, ClerkNews
from darasa_reflex.endpoints.webhooks.receiving import received
from darasa_reflex.features.accounts import people, repository
from darasa_reflex.features.accounts.floods import RATES, Rate
from darasa_reflex.features.accounts.identity import Claim, Profile
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services
from tests.fixtures.databases import with_tables
from tests.vendors.clerk import clerk_webhooks
from tests.vendors.clerk.clerk_webhooks import SECRET, T0_MS, headers, message, session, user

T0 = datetime.fromtimestamp(T0_MS / 1000, UTC)
ADA = Profile("user_1", "Ada Lovelace", "ada@example.org")


class Ledger:
    """Notes what use cases would be told."""

    def __init__(self):
        self.told = []

    async def learn(self, *news):
        self.told.append(("learn", *news))

    async def delete(self, *news):
        self.told.append(("delete", *news))

    async def end(self, *news):
        self.told.append(("end", *news))


@pytest.fixture
def ledger():
    return Ledger()


def sender(take):
    """Return a function that posts as Clerk does, and returns the answer."""
    app = Starlette(routes=[Route(PATH, take, methods=["POST"])])

    async def send(body, message_id="msg_1", **changed):
        sent = {**headers(body, message_id), **changed}
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.post(PATH, content=body, headers=sent)

    return send


@pytest.fixture
def hook(ledger):
    news = ClerkNews(Webhook(SECRET), ledger.learn, ledger.delete, ledger.end)
    return sender(partial(received, news=news))


@pytest.mark.parametrize("kind", ["user.created", "user.updated"])
async def test_news_of_a_person_are_heard(hook, ledger, kind):
    answer = await hook(message(kind, user()))

    assert (answer.status_code, answer.content) == (200, b"")
    assert ledger.told == [("learn", "msg_1", ADA, T0)]


async def test_a_deletion_is_heard(hook, ledger):
    body = message("user.deleted", {"id": "user_1", "object": "user", "deleted": True})

    assert (await hook(body, "msg_9")).status_code == 200
    assert ledger.told == [("delete", "msg_9", "user_1")]


@pytest.mark.parametrize("kind", ["session.ended", "session.removed", "session.revoked"])
async def test_the_end_of_a_sign_in_is_heard(hook, ledger, kind):
    assert (await hook(message(kind, session("sess_1")))).status_code == 200

    assert ledger.told == [("end", "user_1", "sess_1")]


@pytest.mark.parametrize("of", [{"id": None}, {"id": "s" * 201}, {"user_id": ""}, {"user_id": 7}])
async def test_the_end_of_nobodys_sign_in_is_refused(hook, ledger, of):
    assert (await hook(message("session.ended", session("sess_1", **of)))).status_code == 400
    assert ledger.told == []


@pytest.mark.parametrize(
    ("data", "name", "email"),
    [
        ({"last_name": None}, "Ada", "ada@example.org"),
        ({"first_name": None, "last_name": ""}, "", "ada@example.org"),
        ({"primary_email_address_id": None}, "Ada Lovelace", None),
        ({"email_addresses": None}, "Ada Lovelace", None),
        ({"email_addresses": ["x", {"id": "idn_2"}], "first_name": 5}, "Lovelace", None),
        ({"updated_at": T0_MS + 0.0}, "Ada Lovelace", "ada@example.org"),
    ],
)
async def test_what_a_person_does_not_have_is_left_out(hook, ledger, data, name, email):
    assert (await hook(message("user.updated", user(**data)))).status_code == 200

    assert ledger.told == [("learn", "msg_1", Profile("user_1", name, email), T0)]


SIGNED = headers(b"{}")["svix-signature"]


@pytest.mark.parametrize(
    "changed",
    [
        {"svix-signature": ""},
        {"svix-signature": SIGNED},  # of another body
        {"svix-signature": "v1"},
        {"svix-signature": "v1,é".encode()},
        {"svix-signature": "v1,a v1a,b v2,c"},
        {"svix-signature": "v1," + "=" * 5_000},
        {"svix-id": "msg_2"},
        {"svix-id": ""},
        {"svix-timestamp": ""},
        {"svix-timestamp": "nan"},
        {"svix-timestamp": "1" * 400},
        {"svix-timestamp": "soon"},
    ],
)
async def test_a_message_that_is_not_signed_is_refused_without_detail(hook, ledger, changed):
    answer = await hook(message("user.created", user()), **changed)

    assert (answer.status_code, answer.content) == (401, b"")
    assert ledger.told == []


async def test_another_secret_or_a_changed_body_is_refused(hook, ledger):
    body = message("user.created", user())

    foreign = headers(body, secret="whsec_" + "A" * 32)
    assert (await hook(body, **foreign)).status_code == 401
    assert (await hook(body + b" ", **headers(body))).status_code == 401
    assert (await hook(b"\xff" + body, **headers(body))).status_code == 401
    assert ledger.told == []


async def test_one_good_signature_among_several_is_enough(hook, ledger):
    body = message("user.created", user())
    good = headers(body)["svix-signature"]

    assert (await hook(body, **{"svix-signature": f"v1,aaaa {good}"})).status_code == 200
    assert len(ledger.told) == 1


@pytest.mark.parametrize(("late", "status"), [(290, 200), (310, 401), (-290, 200), (-310, 401)])
async def test_old_and_future_messages_are_refused(hook, late, status):
    body = message("user.created", user())

    assert (await hook(body, **headers(body, late_seconds=late))).status_code == status


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"user.created"', b"[" * 60_000, b'{"type": ["user.created"]}'],
    ids=range(6),
)
async def test_a_signed_body_that_is_no_event_is_refused(hook, ledger, body):
    assert (await hook(body)).status_code == 400
    assert ledger.told == []


@pytest.mark.parametrize("kind", ["user.created", "user.updated", "user.deleted"])
@pytest.mark.parametrize(
    "data", [None, [], {}, {"id": None}, {"id": ""}, {"id": 7}, {"id": "u" * 201}], ids=range(7)
)
async def test_news_of_nobody_are_refused(hook, ledger, kind, data):
    assert (await hook(message(kind, data))).status_code == 400
    assert ledger.told == []


@pytest.mark.parametrize(
    "when", [None, "2026", True, -1, 0, 1_764_000_000, 10**300, float("nan"), float("inf")]
)
async def test_news_without_a_time_are_refused(hook, ledger, when):
    assert (await hook(message("user.updated", user(updated_at=when)))).status_code == 400
    assert ledger.told == []


async def test_a_message_whose_name_cannot_be_kept_is_refused(hook, ledger):
    assert (await hook(message("user.created", user()), "m" * 201)).status_code == 400
    assert ledger.told == []


@pytest.mark.parametrize("kind", ["session.created", "subscription.updated", "organization.x", ""])
async def test_other_events_are_fine_and_change_nothing(hook, ledger, kind):
    assert (await hook(message(kind, {"id": "x"}))).status_code == 200
    assert ledger.told == []


async def test_a_long_body_is_refused_before_all_of_it_is_read(hook, ledger):
    read = 0

    async def receive():
        nonlocal read
        read += 10_000
        return {"type": "http.request", "body": b"x" * 10_000, "more_body": True}

    # A length that is claimed counts for nothing; bytes do.
    claimed = [(b"content-length", b"2")]
    scope = {"type": "http", "method": "POST", "path": PATH, "headers": claimed}
    news = ClerkNews(Webhook(SECRET), ledger.learn, ledger.delete, ledger.end)

    assert (await received(Request(scope, receive), news)).status_code == 413
    assert read < 300_000
    assert (await hook(message("user.created", user(note="x" * 200_000)))).status_code == 200


async def test_a_body_that_breaks_off_changes_nothing(ledger):
    parts = [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]

    async def receive():
        return parts.pop(0)

    scope = {"type": "http", "method": "POST", "path": PATH, "headers": []}
    news = ClerkNews(Webhook(SECRET), ledger.learn, ledger.delete, ledger.end)

    assert (await received(Request(scope, receive), news)).status_code == 413
    assert ledger.told == []


@pytest.fixture
def served(monkeypatch, tmp_path):
    """The address as the app serves it, on a database of its own."""
    monkeypatch.setenv("DARASA_DATABASE_URL", with_tables(tmp_path / "served.db"))
    monkeypatch.setenv(clerk.KEY, SECRET)
    monkeypatch.setenv(hume.KEY, "hume-secret")
    known = (settings, services, clerk._hook, hume._key)
    for each in known:
        each.cache_clear()
    own = services()
    yield own
    own.accounts.db.engine.dispose()
    for each in known:
        each.cache_clear()


def row(served):
    return served.accounts.db.run_here(lambda session: repository.find(session, "user_1"))


async def test_a_person_is_made_changed_and_deleted_for_good(served):
    send = sender(clerk.answer)
    newer = user(first_name="Countess", updated_at=T0_MS + 1)
    deleted = {"id": "user_1", "object": "user", "deleted": True}

    statuses = [(await send(message("user.created", user()), f"msg_{n}")).status_code for n in "11"]
    first = row(served)
    statuses += [
        (await send(message(*news), message_id)).status_code
        for message_id, news in {
            "msg_3": ("user.updated", newer),
            "msg_2": ("user.updated", user()),
            "msg_1": ("user.updated", user(first_name="Replayed", updated_at=T0_MS + 2)),
        }.items()
    ]
    changed = row(served)
    statuses += [(await send(message("user.deleted", deleted), "msg_4")).status_code] * 2
    statuses += [(await send(message("user.updated", newer), "msg_5")).status_code]
    after = row(served)

    assert set(statuses) == {200}
    assert (first.name, first.email) == ("Ada Lovelace", "ada@example.org")
    assert (changed.id, changed.name) == (first.id, "Countess Lovelace")
    assert after is None
    with pytest.raises(NotSignedIn, match="was deleted"):
        served.accounts.db.run_here(lambda session: people.admit(session, Claim("user_1", "there")))


async def test_a_deletion_may_come_before_all_else(served):
    send = sender(clerk.answer)

    await send(message("user.deleted", {"id": "user_1"}), "msg_2")
    await send(message("user.created", user()), "msg_1")

    assert row(served) is None


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_a"])
async def test_without_a_secret_there_is_no_such_address(monkeypatch, secret):
    monkeypatch.setenv(clerk.KEY, secret)
    clerk._hook.cache_clear()

    answer = await sender(clerk.answer)(message("user.created", user()))

    clerk._hook.cache_clear()
    assert (answer.status_code, answer.content) == (404, b"")


@pytest.mark.parametrize("take", [clerk.answer, hume.answer], ids=["clerk", "hume"])
async def test_a_flood_is_held_back(served, take, monkeypatch):
    # However busy this machine is, all of them come within the time.
    monkeypatch.setitem(RATES, "webhook", Rate(30, 3_600))
    send = sender(take)
    body = json.dumps({}).encode()

    answers = [await send(body, **{"svix-id": ""}) for _ in range(RATES["webhook"].times + 1)]

    assert {answer.status_code for answer in answers[:-1]} == {401}
    assert answers[-1].status_code == 429
    assert clerk_webhooks.SECRET not in str(answers[-1].headers)
