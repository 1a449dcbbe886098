"""A database that is locked, or full: what was not kept is said, and the end is stored later."""

import asyncio
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlmodel import select

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.database.sqlite import lane
from darasa_reflex.core.errors import NotKept
from darasa_reflex.features.interviews.call import call as live_calls
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Call
from darasa_reflex.features.interviews.service import Interviews
from tests.conftest import a_job, person
from tests.features.interviews.doubles import (
    EchoInterviewer,
    FakeLine,
    engines,
    said_by_actor,
    typed,
)
from tests.fixtures.databases import with_tables
from tests.machine.services.small_disk import CannotMount, filled, small_disk

pytestmark = pytest.mark.slow

VERSIONS = "create table alembic_version (version_num varchar(32) not null primary key)"


@contextmanager
def own_disk(folder: Path):
    try:
        with small_disk(folder, megabytes=2):
            yield folder
    except CannotMount:
        pytest.skip("wants a disk of its own, which only root may mount")


@contextmanager
def locked(file: Path):
    """Another program that writes and does not end."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def taking_nothing(how: str, folder: Path):
    with (filled if how == "full" else locked)(folder / "darasa.db"):
        yield


async def until(condition) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(("how", "why"), [("full", "is full"), ("locked", "is locked")])
async def test_what_was_not_kept_is_said_and_the_end_is_stored_later(tmp_path, how, why):
    with own_disk(tmp_path) as folder:
        db = Database(with_tables(folder / "darasa.db"))
        with db.engine.begin() as connection:  # as Alembic makes it
            connection.exec_driver_sql(VERSIONS)
            connection.exec_driver_sql("insert into alembic_version values ('1')")
        ada = person(db, "Ada")
        calls = Calls(db, SystemClock(), engines(EchoInterviewer()), CallLimits())
        interviews = Interviews(db, SystemClock(), calls, limit=None)
        started = await interviews.start(ada, a_job(db, ada).id)
        line = FakeLine(*typed("one"), stays=True)
        holding = asyncio.create_task(calls.conduct(started.ticket, line))
        await until(lambda: "You said one." in line.texts())

        with taking_nothing(how, folder):
            line.inbox.put_nowait(next(iter(typed("two " * 5000))))
            await holding
            with pytest.raises(NotKept):
                await db.check()

        error = line.shown[-1]
        assert error.slug == "notkept"
        assert error.message.startswith(f"Your last answer was not kept: our database {why}")
        assert error.darasa.not_kept == "two " * 4999 + "two"
        assert line.closed_with == 1000
        ends = []
        while not ends or ends[0] is None:
            await asyncio.sleep(0.1)
            ends = await db.read(lambda session: session.exec(select(Call.end_reason)).all())
        kept = await interviews.transcript(ada, started.interview_id)
        assert [turn.text for turn in kept] == line.texts()
        assert await interviews.reopen(ada, started.interview_id)
        db.engine.dispose()


async def test_all_last_words_are_kept_once_a_locked_database_can(tmp_path, monkeypatch):
    # As with the seconds of both: who locks it is waited for longer than an engine that hangs.
    monkeypatch.setattr(lane, "PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr(live_calls, "_LONGEST_FINISH_SECONDS", 0.1)
    db, interviewer = Database(with_tables(tmp_path / "darasa.db")), EchoInterviewer()
    ada = person(db, "Ada")
    calls = Calls(db, SystemClock(), engines(interviewer), CallLimits())
    interviews = Interviews(db, SystemClock(), calls, limit=None)
    started = await interviews.start(ada, a_job(db, ada).id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)

    async def finish():
        return [said_by_actor("First,"), said_by_actor("then this.")]

    interviewer.opened[0].finish = finish
    with locked(tmp_path / "darasa.db"):
        line.inbox.put_nowait(None)
        await holding
    await until(lambda: not calls._owed._waiting)

    kept = await interviews.transcript(ada, started.interview_id)
    assert [turn.text for turn in kept] == ["Hello Ada.", "First,", "then this."]
    db.engine.dispose()
