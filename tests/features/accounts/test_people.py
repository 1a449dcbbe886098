"""What an identity provider tells of people: taken once, in its order, and never waited for."""

import asyncio
import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import NotSignedIn, ServiceUnavailable
from darasa_reflex.features.accounts import people, repository
from darasa_reflex.features.accounts.identity import Claim, Profile, Proof, Visit
from darasa_reflex.features.accounts.models import ProviderMessage, User
from darasa_reflex.features.accounts.service import Accounts

pytestmark = pytest.mark.slow

HERE = Visit({}, "127.0.0.1")
ADA = Profile("user_1", "Ada", "ada@example.org")
T0 = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Provider:
    """Vouches for one person, and tells of them what it is told to, when it is told to."""

    def __init__(self):
        self.claim = Claim("user_1", "there", features=frozenset())
        self.profile: Profile | Exception | None = ADA
        self.asked: list[str] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def identify(self, visit):
        return self.claim

    async def prove(self, token):
        return Proof(self.claim, 0.0)

    async def look_up(self, subject):
        self.asked.append(subject)
        await self.may_answer.wait()
        if isinstance(self.profile, Exception):
            raise self.profile
        return self.profile


@pytest.fixture
def provider():
    return Provider()


@pytest.fixture
def accounts(db, provider, clock):
    return Accounts(db, provider, clock)


def row(db, subject="user_1") -> User | None:
    return db.run_here(lambda session: repository.find(session, subject))


async def settle(accounts):
    await asyncio.gather(*accounts._asking, return_exceptions=True)


async def test_a_new_person_is_there_at_once_and_their_name_follows(db, accounts, provider):
    provider.may_answer.clear()

    first = await asyncio.wait_for(accounts.actor(HERE), 20)
    provider.may_answer.set()
    await settle(accounts)
    later = await accounts.actor(HERE)

    assert (first.name, later.name) == ("there", "Ada")
    assert first.user_id == later.user_id
    assert row(db).email == "ada@example.org"


async def test_a_profile_is_asked_for_once(accounts, provider, clock):
    for _ in range(3):
        await accounts.actor(HERE)
        clock.seconds += 11
    await settle(accounts)
    accounts.forget("user_1")
    await accounts.actor(HERE)

    assert provider.asked == ["user_1"]


async def test_another_start_asks_for_whom_it_could_not_ask(db, accounts, provider, clock):
    provider.profile = ServiceUnavailable("clerk", "No.", retryable=True)
    await accounts.actor(HERE)
    await settle(accounts)

    provider.profile = ADA
    after_restart = Accounts(db, provider, clock)
    await after_restart.actor(HERE)
    await settle(after_restart)
    third = Accounts(db, provider, clock)

    assert (await third.actor(HERE)).name == "Ada"
    assert provider.asked == ["user_1"] * 2


async def test_a_failing_provider_is_noted_by_type_only(accounts, provider, caplog):
    provider.profile = ServiceUnavailable("clerk", "ada@example.org is secret", retryable=True)

    with caplog.at_level(logging.WARNING):
        actor = await accounts.actor(HERE)
        await settle(accounts)
        await asyncio.sleep(0)

    assert actor.name == "there"
    assert "ServiceUnavailable" in caplog.text
    assert "secret" not in caplog.text
    assert not accounts._asking


async def test_a_person_whom_the_provider_does_not_know_keeps_what_they_have(accounts, provider):
    provider.profile = None

    await accounts.actor(HERE)
    await settle(accounts)

    assert (await accounts.actor(HERE)).name == "there"


async def test_an_answer_does_not_undo_newer_news(db, accounts, provider):
    provider.may_answer.clear()
    await accounts.actor(HERE)
    await accounts.learn("msg_1", Profile("user_1", "Ada King"), T0)

    provider.may_answer.set()
    await settle(accounts)

    assert (row(db).name, row(db).email) == ("Ada King", None)


async def test_an_answer_brings_nobody_back(db, accounts, provider, clock):
    provider.may_answer.clear()
    await accounts.actor(HERE)
    erase(db, clock)

    provider.may_answer.set()
    await settle(accounts)

    assert row(db) is None


async def test_news_of_somebody_unknown_makes_them_known(db, accounts, provider):
    await accounts.learn("msg_1", ADA, T0)

    assert (await accounts.actor(HERE)).name == "Ada"
    assert provider.asked == []
    assert row(db).profile_at == T0


async def test_news_reach_who_is_here_at_once(accounts):
    await accounts.actor(HERE)
    await settle(accounts)
    assert (await accounts.actor(HERE)).name == "Ada"

    await accounts.learn("msg_1", Profile("user_1", "Ada King"), T0)

    assert (await accounts.actor(HERE)).name == "Ada King"


async def test_older_news_are_let_go(db, accounts):
    await accounts.learn("msg_2", Profile("user_1", "New", "new@example.org"), T0)
    await accounts.learn("msg_1", Profile("user_1", "Old"), T0 - timedelta(milliseconds=1))

    assert (row(db).name, row(db).email, row(db).profile_at) == ("New", "new@example.org", T0)


async def test_the_same_message_counts_once(db, accounts):
    await accounts.learn("msg_1", ADA, T0)
    await accounts.learn("msg_1", Profile("user_1", "Replayed"), T0 + timedelta(days=1))

    assert row(db).name == "Ada"


async def test_a_person_without_a_name_keeps_the_one_they_had(db, accounts):
    await accounts.learn("msg_1", ADA, T0)
    await accounts.learn("msg_2", Profile("user_1", ""), T0 + timedelta(seconds=1))

    assert (row(db).name, row(db).email) == ("Ada", None)


async def test_what_a_person_chose_stays(db, accounts):
    await accounts.actor(HERE)
    await settle(accounts)

    def choose(session):
        repository.find(session, "user_1").chosen_name = "Countess"

    db.run_here(choose)
    await accounts.learn("msg_1", Profile("user_1", "Ada King"), T0)

    assert (await accounts.actor(HERE)).name == "Countess"
    assert (row(db).name, row(db).chosen_name) == ("Ada King", "Countess")


async def test_odd_names_are_kept_as_far_as_databases_take_them(db, accounts):
    await accounts.learn("msg_1", Profile("user_1", "A\x00d\ud800a" + "a" * 300, "e" * 400), T0)

    assert row(db).name == "Ada" + "a" * 197
    assert len(row(db).email) == 320


def erase(db, clock):
    """Delete Ada for good."""

    def work(session):
        repository.mark_deleted(session, "user_1", clock.now())
        if user := repository.find(session, "user_1"):
            session.delete(user)

    db.run_here(work)


async def test_nobody_comes_back_from_deletion(db, accounts, clock):
    await accounts.learn("msg_1", ADA, T0)
    erase(db, clock)
    accounts.forget("user_1")

    await accounts.learn("msg_2", ADA, T0 + timedelta(days=1))
    with pytest.raises(NotSignedIn, match="This account was deleted"):
        await accounts.actor(HERE)
    with pytest.raises(NotSignedIn, match="This account was deleted"):
        await accounts.prove("a good token")

    assert row(db) is None


async def test_old_messages_are_forgotten(db, accounts, clock):
    await accounts.learn("msg_1", ADA, T0)
    clock.seconds = 8 * 86_400
    await accounts.learn("msg_2", ADA, T0 + timedelta(days=8))

    heard = db.run_here(lambda session: session.exec(select(ProviderMessage.id)).all())

    assert heard == ["msg_2"]


async def test_two_servers_that_meet_a_person_make_one_row(db, provider, clock):
    both = [Accounts(db, provider, clock) for _ in range(8)]

    met = await asyncio.gather(
        *(one.actor(HERE) for one in both),
        *(one.learn(f"msg_{n}", ADA, T0 + timedelta(seconds=n)) for n, one in enumerate(both)),
        *(one.learn("msg_0", ADA, T0) for one in both),
    )
    for one in both:
        await settle(one)

    assert len({actor.user_id for actor in met if actor}) == 1
    assert db.run_here(lambda session: len(session.exec(select(User)).all())) == 1


async def test_a_deletion_waits_for_news_that_were_first_and_stays_final(db, clock):
    """Between the look for a tombstone and the new row there must be no room for a deletion."""
    looked, erased = threading.Event(), threading.Event()

    def news(session):
        repository.lock(session, "user_1")
        assert not repository.is_deleted(session, "user_1")
        looked.set()
        erased.wait(0.5)
        repository.add(session, Claim("user_1", "Ada"))

    def deletion():
        looked.wait(5)
        erase(db, clock)
        erased.set()

    await asyncio.gather(db.run(news), asyncio.to_thread(deletion))

    assert row(db) is None
    with pytest.raises(NotSignedIn):
        db.run_here(lambda session: people.admit(session, Claim("user_1", "Ada")))
