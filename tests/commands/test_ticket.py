"""`python -m darasa_reflex ticket`: what it prints, and when it cannot work."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.databases import with_tables
from tests.machine import warmed

ROOT = Path(__file__).parents[2]
DATABASE = "DARASA_DATABASE_URL"
pytestmark = pytest.mark.slow


@pytest.fixture
def tables(tmp_path):
    """Return the address of a database that has its tables."""
    return with_tables(tmp_path / "darasa.db")


def ticket(address, **more):
    return warmed.run(["darasa_reflex", "ticket"], {"PATH": "", DATABASE: address, **more})


def test_it_prints_what_a_client_needs(tables):
    command = [sys.executable, "-m", "darasa_reflex", "ticket"]  # as `make ticket` does
    own = {"PATH": "", DATABASE: tables}
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout)) == {"url", "access_token", "interview_id"}


def test_where_people_sign_in_it_says_so_in_words(tables):
    done = ticket(tables, DARASA_LOCAL_ACCOUNTS="1")

    assert (done.returncode, done.stdout) == (1, "")
    assert "People sign in" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_limit_of_the_server_is_one_sentence(tables):
    done = ticket(tables, DARASA_INTERVIEW_LIMIT="0")

    assert (done.returncode, done.stderr) == (1, "This server allows no interviews.\n")


@pytest.mark.parametrize(
    "address",
    ["sqlite:////nowhere/at/all.db", "sqlite://", "postgresql://me:hunter2@127.0.0.1:1/x"],
)
def test_a_database_that_is_not_there_is_one_sentence(address):
    done = ticket(address)

    assert done.returncode == 1
    assert "migrate" in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stderr
