"""`python -m darasa_reflex interviews|report|export|ticket --as EMAIL`, for people who script."""

import asyncio
import json
import shutil
import sys
from dataclasses import replace

import pytest
from pydantic import SecretStr

from darasa_reflex.__main__ import main
from darasa_reflex.features.interviews import service as interviews
from darasa_reflex.features.job_infos.service import JobInfoDraft
from darasa_reflex.settings import Settings, settings
from darasa_reflex.wiring import build, services
from tests.features.accounts.light import light_passwords
from tests.fixtures.databases import with_tables

NURSE = JobInfoDraft(
    name="Ward", title="Nurse", experience_level="junior", description="Medication rounds."
)
BAKER = JobInfoDraft(
    name="Bakery", title="Baker", experience_level="senior", description="Bread at four."
)


@pytest.fixture
def server(tmp_path, monkeypatch, two_people):
    """A server where people sign in; the commands find it by its settings."""
    shutil.copyfile(two_people, tmp_path / "darasa.db")
    monkeypatch.setenv("DARASA_DATABASE_URL", f"sqlite:///{tmp_path / 'darasa.db'}")
    monkeypatch.setenv("DARASA_LOCAL_ACCOUNTS", "1")
    settings.cache_clear()
    services.cache_clear()
    yield services()
    services().database.engine.dispose()
    settings.cache_clear()
    services.cache_clear()


@pytest.fixture(scope="module")
def two_people(tmp_path_factory):
    """A database of two people, each with a job and an interview."""
    file = tmp_path_factory.mktemp("two") / "darasa.db"
    own = build(Settings(database_url=SecretStr(with_tables(file)), local_accounts=True))
    asyncio.run(_two_people(own))
    own.database.engine.dispose()
    return file


async def _two_people(own):
    accounts = replace(own.local_accounts, passwords=light_passwords())
    for name, job in (("ada", NURSE), ("eve", BAKER)):
        await accounts.sign_up(f"{name}@example.org", "correct horse battery", name)
        actor = await own.accounts.by_email(f"{name}@example.org")
        await own.interviews.start(actor, (await own.job_infos.create(actor, job)).id)


@pytest.fixture
def run(server, monkeypatch, capsys):
    def call(*words):
        monkeypatch.setattr(sys, "argv", ["darasa_reflex", *words])
        code = main()
        return code, *capsys.readouterr()

    return call


def test_a_persons_interviews_are_listed_and_nobody_elses(run):
    code, told, _ = run("interviews", "--as", "ADA@example.org")

    assert code == 0
    assert [(one["job"], one["status"]) for one in json.loads(told)] == [("Ward", "not_started")]
    assert json.loads(run("interviews", "--job", "bread", "--as", "ada@example.org")[1]) == []


def test_more_interviews_than_a_page_holds_are_listed_all(run, monkeypatch):
    monkeypatch.setattr(interviews, "LIST_LIMIT", 1)
    told = run("ticket", "--job", "ward", "--as", "ada@example.org")[1]

    listed = [one["id"] for one in json.loads(run("interviews", "--as", "ada@example.org")[1])]

    assert json.loads(told)["interview_id"] in listed
    assert len(listed) == len(set(listed)) == 2


def test_a_ticket_is_for_the_job_the_person_and_the_minutes_that_were_asked_for(run):
    code, told, _ = run("ticket", "--job", "ward", "--minutes", "20", "--as", "ada@example.org")

    assert code == 0
    mine = json.loads(run("interviews", "--as", "ada@example.org")[1])
    assert (mine[0]["id"], mine[0]["minutes"]) == (json.loads(told)["interview_id"], 20)


def test_everything_of_a_person_is_what_settings_would_download(run):
    code, told, _ = run("export", "--as", "ada@example.org")

    assert code == 0
    assert json.loads(told)["format"] == "darasa-export"
    assert "Ward" in told
    assert "Bakery" not in told


def test_nobody_reads_a_report_of_somebody_else(run):
    theirs = json.loads(run("interviews", "--as", "eve@example.org")[1])[0]["id"]

    assert run("report", theirs, "--as", "ada@example.org")[:2] == (1, "")
    assert (
        "no feedback on this interview yet" in run("report", theirs, "--as", "eve@example.org")[2]
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("interviews",), "Say whom this is for: --as EMAIL"),
        (("interviews", "--as", "nobody@example.org"), "Nobody here has this e-mail address."),
        (("ticket", "--job", "zebra", "--as", "ada@example.org"), "There are: Ward."),
        (("ticket", "--minutes", "7", "--as", "ada@example.org"), "5, 10, 20 or 30 minutes"),
        (("report", "x", "--as", "ada@example.org"), "no id of an interview"),
    ],
)
def test_an_expected_failure_is_one_sentence(run, words, sentence):
    code, told, wrong = run(*words)

    assert (code, told, len(wrong.splitlines())) == (1, "", 1)
    assert sentence in wrong
