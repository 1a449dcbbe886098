"""Accounts with e-mail and password: nobody learns who has one, and a sign-in ends at once."""

import asyncio
from time import process_time

import pytest
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlmodel import func, select, text

from darasa_reflex.core.errors import InvalidInput, NotFound, NotSignedIn
from darasa_reflex.features.accounts.identity import Actor, Visit
from darasa_reflex.features.accounts.local.local_accounts import LocalAccounts
from darasa_reflex.features.accounts.local.sign_ins import SignIns
from darasa_reflex.features.accounts.models import Credential, SignIn, User
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.providers.identity.accounts import AccountsIdentity
from darasa_reflex.providers.passwords.argon2 import Argon2Passwords
from tests.conftest import HeldClock
from tests.features.accounts.light import light_passwords

EMAIL, PASSWORD = "ada@example.org", "correct horse battery"
OTHER = "another horse battery"
DAY_SECONDS = 86_400


@pytest.fixture
def accounts(db, clock) -> LocalAccounts:
    return LocalAccounts(db, clock, light_passwords())


@pytest.fixture
def holder(db, clock):
    return SignIns(db, clock).holder


async def made(accounts, email: str = EMAIL) -> str:
    await accounts.sign_up(email, PASSWORD, "Ada")
    return await accounts.sign_in(email, PASSWORD)


async def actor_of(db, secret: str) -> Actor:
    identity = AccountsIdentity(SignIns(db, HeldClock()))
    return await Accounts(db, identity).actor(Visit({"cookie": f"darasa_session={secret}"}, ""))


def count(db, table) -> int:
    return db.run_here(lambda session: session.exec(select(func.count()).select_from(table)).one())


async def test_an_account_opens_with_its_e_mail_and_password_only(accounts, holder):
    await accounts.sign_up("  Ada@Example.ORG ", PASSWORD, " Ada  Lovelace ")

    secret = await accounts.sign_in("ADA@example.org", PASSWORD)

    claim = await holder(secret)
    assert (claim.name, claim.email) == ("Ada Lovelace", EMAIL)
    assert claim.subject.startswith("account:")
    assert (claim.features, claim.limited) == (None, True)
    for wrong in (PASSWORD.upper(), PASSWORD[:-1], PASSWORD + " ", ""):
        with pytest.raises(NotSignedIn):
            await accounts.sign_in(EMAIL, wrong)


async def test_every_failed_sign_in_is_told_alike(accounts):
    await accounts.sign_up(EMAIL, PASSWORD, "Ada")

    told = set()
    for email, password in [(EMAIL, OTHER), ("eve@example.org", OTHER), ("", ""), ("\0", "\0")]:
        with pytest.raises(NotSignedIn) as refused:
            await accounts.sign_in(email, password)
        told.add(refused.value.message)

    assert len(told) == 1


@pytest.mark.slow
async def test_an_unknown_e_mail_takes_as_long_as_a_wrong_password(db, clock):
    accounts = LocalAccounts(db, clock, Argon2Passwords(Argon2Hasher()))
    await accounts.sign_up(EMAIL, PASSWORD, "Ada")

    async def seconds(email: str) -> float:
        before = process_time()
        with pytest.raises(NotSignedIn):
            await accounts.sign_in(email, OTHER)
        return process_time() - before

    known = min([await seconds(EMAIL) for _ in range(5)])
    unknown = min([await seconds("eve@example.org") for _ in range(5)])

    assert 0.7 < unknown / known < 1.4


async def test_signing_up_again_changes_nothing_and_hashes_all_the_same(db, accounts, holder):
    secret = await made(accounts)
    before = db.run_here(lambda session: session.exec(select(Credential)).one())

    class Counting:
        hashes = 0

        async def hashed(self, password):
            self.hashes += 1
            return await accounts.passwords.hashed(password)

    counting = Counting()
    again = await LocalAccounts(db, accounts.clock, counting).sign_up(EMAIL.upper(), OTHER, "Eve")

    after = db.run_here(lambda session: session.exec(select(Credential)).one())
    assert again is None
    assert counting.hashes == 1
    assert after == before
    assert (await holder(secret)).name == "Ada"
    assert count(db, User) == 1


async def test_many_who_sign_up_at_once_with_one_e_mail_get_one_account(db, accounts):
    await asyncio.gather(*(accounts.sign_up(EMAIL, PASSWORD, "Ada") for _ in range(8)))

    assert (count(db, User), count(db, Credential)) == (1, 1)


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("email", ("ada", PASSWORD, "Ada")),
        ("email", ("@example.org", PASSWORD, "Ada")),
        ("email", ("ada@", PASSWORD, "Ada")),
        ("email", ("ada@exa mple.org", PASSWORD, "Ada")),
        ("email", ("ada@example.org\nbcc: eve@example.org", PASSWORD, "Ada")),
        ("email", ("a" * 320 + "@example.org", PASSWORD, "Ada")),
        ("password", (EMAIL, "123456789", "Ada")),
        ("password", (EMAIL, "x" * 201, "Ada")),
        ("password", (EMAIL, "half a pair \ud800", "Ada")),
        ("name", (EMAIL, PASSWORD, " \0 ")),
        ("name", (EMAIL, PASSWORD, "A" * 101)),
    ],
)
async def test_a_field_that_cannot_be_is_named(db, accounts, field, given):
    with pytest.raises(InvalidInput) as refused:
        await accounts.sign_up(*given)

    assert refused.value.field == field
    assert count(db, User) == 0


@pytest.mark.parametrize(
    "password", [" a  b   c   d ", "пароль из слов", "a\0b\tc\nd 🔑 e", "wxyz" * 50]
)
async def test_any_characters_make_a_password(accounts, password):
    await accounts.sign_up(EMAIL, password, "Ada")

    assert await accounts.sign_in(EMAIL, password)


async def test_a_letter_composed_on_another_keyboard_is_the_same(accounts):
    await accounts.sign_up(EMAIL, "\u00e9t\u00e9 at the sea", "Ada")

    assert await accounts.sign_in(EMAIL, "e\u0301te\u0301 at the sea")


async def test_neither_a_password_nor_a_cookie_stands_in_the_database(db, accounts):
    secret = await made(accounts)

    kept = db.run_here(
        lambda session: [
            str(row)
            for table in ("credential", "sign_in", '"user"')
            for row in session.connection().execute(text(f"select * from {table}"))
        ]
    )

    assert any("$argon2id$" in row for row in kept)
    assert not any(secret in row or PASSWORD in row for row in kept)
    assert len(secret) >= 43  # 256 bits in base64


async def test_signing_out_ends_this_browser_and_no_other(accounts, holder):
    here, there = await made(accounts), await accounts.sign_in(EMAIL, PASSWORD)

    await accounts.sign_out(here)
    await accounts.sign_out("no such secret")

    assert here != there
    assert await holder(here) is None
    assert await holder(there)


async def test_signing_out_everywhere_ends_all_of_one_person_s(db, accounts, holder):
    here, there = await made(accounts), await accounts.sign_in(EMAIL, PASSWORD)
    eves = await made(accounts, "eve@example.org")

    await accounts.sign_out_everywhere(await actor_of(db, here))

    assert [await holder(secret) for secret in (here, there)] == [None, None]
    assert await holder(eves)


async def test_a_sign_in_ends_after_thirty_days(db, accounts, holder, clock):
    secret = await made(accounts)

    clock.seconds = 30 * DAY_SECONDS - 1
    assert await holder(secret)
    clock.seconds += 1

    assert await holder(secret) is None
    assert count(db, SignIn) == 1
    await SignIns(db, clock).sweep()
    assert count(db, SignIn) == 0


async def test_a_new_password_ends_all_browsers_but_this(db, accounts, holder):
    here, there = await made(accounts), await accounts.sign_in(EMAIL, PASSWORD)
    actor = await actor_of(db, here)

    fresh = await accounts.change_password(actor, PASSWORD, OTHER)

    assert [await holder(secret) for secret in (here, there)] == [None, None]
    assert await holder(fresh)
    assert await accounts.sign_in(EMAIL, OTHER)
    with pytest.raises(NotSignedIn):
        await accounts.sign_in(EMAIL, PASSWORD)


@pytest.mark.parametrize(
    ("old", "new", "field"), [(OTHER, OTHER, "old_password"), (PASSWORD, "short", "new_password")]
)
async def test_a_refused_change_changes_nothing(db, accounts, holder, old, new, field):
    here = await made(accounts)
    actor = await actor_of(db, here)

    with pytest.raises(InvalidInput) as refused:
        await accounts.change_password(actor, old, new)

    assert refused.value.field == field
    assert await holder(here)
    assert await accounts.sign_in(EMAIL, PASSWORD)


async def test_a_password_that_changes_during_a_sign_in_opens_nothing(db, accounts):
    actor = await actor_of(db, await made(accounts))

    class Meanwhile:
        """Checks a password while the person changes it."""

        async def check(self, password, kept):
            right = await accounts.passwords.check(password, kept)
            await accounts.change_password(actor, PASSWORD, OTHER)
            return right

    slow = LocalAccounts(db, accounts.clock, Meanwhile())
    with pytest.raises(NotSignedIn):
        await slow.sign_in(EMAIL, PASSWORD)

    good = select(func.count()).select_from(SignIn).where(SignIn.revoked_at == None)  # noqa: E711
    assert db.run_here(lambda session: session.exec(good).one()) == 1


async def test_a_set_password_ends_all_browsers(accounts, holder):
    here = await made(accounts)

    await accounts.set_password("ADA@example.org", OTHER)

    assert await holder(here) is None
    assert await accounts.sign_in(EMAIL, OTHER)
    with pytest.raises(NotFound):
        await accounts.set_password("eve@example.org", OTHER)


async def test_a_hash_of_older_parameters_is_renewed_at_the_next_sign_in(db, accounts):
    await made(accounts)
    stronger = Argon2Passwords(Argon2Hasher(time_cost=2, memory_cost=16, parallelism=1))

    await LocalAccounts(db, accounts.clock, stronger).sign_in(EMAIL, PASSWORD)

    kept = db.run_here(lambda session: session.exec(select(Credential)).one().password_hash)
    assert "m=16,t=2,p=1" in kept
    assert await accounts.sign_in(EMAIL, PASSWORD)


async def test_a_deleted_person_leaves_neither_account_nor_sign_in(db, accounts, holder):
    secret = await made(accounts)

    db.run_here(lambda session: session.delete(session.exec(select(User)).one()))

    assert (count(db, Credential), count(db, SignIn)) == (0, 0)
    assert await holder(secret) is None
