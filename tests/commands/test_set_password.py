"""`python -m darasa_reflex set-password EMAIL`, for somebody who forgot theirs."""

import subprocess

import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.local.local_accounts import LocalAccounts
from darasa_reflex.features.accounts.local.sign_ins import SignIns
from darasa_reflex.providers.passwords.argon2 import PROVIDER
from tests.fixtures.databases import with_tables
from tests.machine import warmed

EMAIL, OLD, NEW = "ada@example.org", "correct horse battery", "another horse battery"
pytestmark = pytest.mark.slow


@pytest.fixture
def house(tmp_path):
    db = Database(with_tables(tmp_path / "darasa.db"))
    yield db
    db.engine.dispose()


def run(address: str, typed: str, email: str = EMAIL) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "", "DARASA_DATABASE_URL": address}
    return warmed.run(["darasa_reflex", "set-password", email], environment, typed)


async def test_a_forgotten_password_is_replaced_and_every_browser_signed_out(house):
    accounts = LocalAccounts(house, SystemClock(), PROVIDER.build({}))
    await accounts.sign_up(EMAIL, OLD, "Ada")
    secret = await accounts.sign_in(EMAIL, OLD)

    done = run(str(house.engine.url), f"{NEW}\n", "ADA@example.org")

    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1), done.stderr
    assert NEW not in done.stdout + done.stderr
    assert await accounts.sign_in(EMAIL, NEW)
    assert await SignIns(house, SystemClock()).holder(secret) is None
    with pytest.raises(NotSignedIn):
        await accounts.sign_in(EMAIL, OLD)


@pytest.mark.parametrize(
    ("typed", "word"), [(f"{NEW}\n", "no account"), ("short\n", "10 to 200"), ("", "10 to 200")]
)
async def test_an_expected_failure_is_one_sentence(house, typed, word):
    done = run(str(house.engine.url), typed)

    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert word in done.stderr
    assert done.stdout == ""


def test_a_database_that_is_not_there_is_one_sentence():
    done = run("sqlite:////nowhere/at/all.db", f"{NEW}\n")

    assert done.returncode == 1
    assert "migrate" in done.stderr
    assert "Traceback" not in done.stderr
