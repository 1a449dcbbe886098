"""The database keeps its promises on both engines."""

import asyncio
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import anyio
import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from psycopg.errors import ReadOnlySqlTransaction
from sqlalchemy.exc import (
    DatabaseError,
    IntegrityError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import SQLModel, select, text

from alembic import command
from darasa_reflex.core.database import idle_connections
from darasa_reflex.core.database.db import Database, normalised
from darasa_reflex.core.database.outages import outage_of
from darasa_reflex.core.errors import NotFound, NotKept
from darasa_reflex.features.accounts.models import RateBucket, User
from darasa_reflex.features.job_infos.models import JobInfo
from tests.conftest import a_job
from tests.fixtures.databases import with_tables

ROOT = Path(__file__).parents[3]


def test_an_error_of_the_database_does_not_quote_what_was_to_be_kept(db):
    words = "my manager was fired over it"

    with pytest.raises(SQLAlchemyError) as failed:
        db.run_here(
            lambda session: session.connection().execute(
                text("insert into a_table_that_is_not_there (text) values (:text)"), {"text": words}
            )
        )

    assert words not in str(failed.value)


def refused_by_the_disk():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE  # as SQLite tells it, in more detail
    return OperationalError("insert", None, error)


def no_database():
    error = sqlite3.DatabaseError("file is not a database")
    error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return DatabaseError("insert", None, error)


def stands_by():
    """PostgreSQL that stands by for another one, as while that fails over."""
    return InternalError("insert", None, ReadOnlySqlTransaction())


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (refused_by_the_disk(), "cannot be written"),
        (no_database(), "cannot be read"),
        (stands_by(), "cannot be written"),
        (PoolTimeoutError(), "does not answer"),
    ],
)
def test_what_a_database_does_not_take_is_told_as_not_kept(db, error, why):
    def work(session):
        raise error

    with pytest.raises(NotKept) as told:
        db.run_here(work)

    assert told.value.why == why


@pytest.mark.parametrize(("statement", "unsure"), [(None, True), ("insert", False)])
def test_whether_a_line_broke_before_the_commit_or_with_it_is_known(statement, unsure):
    broken = OperationalError(statement, None, Exception(), connection_invalidated=True)

    assert outage_of(broken).unsure is unsure


def test_a_postgresql_that_vanishes_is_noticed_and_what_its_address_says_stays(monkeypatch):
    asked = {}
    database = Database("postgresql+psycopg://u@h/d?connect_timeout=3")

    def connect(*places, **more):
        asked.update(more)
        raise psycopg.OperationalError

    monkeypatch.setattr(psycopg, "connect", connect)

    with pytest.raises(NotKept):
        database.run_here(lambda session: session.connection())

    assert asked["connect_timeout"] == "3"
    assert asked["tcp_user_timeout"] == 15_000
    assert asked["keepalives_idle"] + 2 * asked["keepalives_interval"] == 20


def test_a_read_followed_by_a_write_loses_no_update(db):
    db.run_here(lambda session: session.add(RateBucket(key="k", tokens=0, at=0)))

    def count():
        for _ in range(25):

            def work(session):
                bucket = session.exec(select(RateBucket).with_for_update()).one()
                bucket.tokens += 1
                session.add(bucket)

            db.run_here(work)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert db.run_here(lambda session: session.exec(select(RateBucket)).one().tokens) == 100


def test_what_another_process_writes_between_a_read_and_a_write_waits(db):
    """Threads of one process queue anyway; a command beside the server is another process."""
    if not db.is_sqlite:
        pytest.skip("row locks do this on PostgreSQL, where they are asked for")
    other = Database(str(db.engine.url))
    db.run_here(lambda session: session.add(RateBucket(key="k", tokens=0, at=0)))

    def count(session):
        bucket = session.exec(select(RateBucket)).one()
        bucket.tokens += 1
        session.add(bucket)

    beside = threading.Thread(target=lambda: other.run_here(count))

    def slowly(session):
        bucket = session.exec(select(RateBucket)).one()
        beside.start()
        beside.join(0.02)
        bucket.tokens += 1
        session.add(bucket)

    db.run_here(slowly)
    beside.join()
    other.engine.dispose()

    assert db.run_here(lambda session: session.exec(select(RateBucket)).one().tokens) == 2


async def test_what_is_said_goes_before_what_can_wait(db):
    database = Database(db.engine.url.render_as_string(hide_password=False), at_once=3)
    done, go_on = [], threading.Event()
    writes = [asyncio.create_task(database.run(lambda _: go_on.wait()))]
    for name in ("a start", "another", "a beat", "what is said"):
        await settle()
        note = lambda _, name=name: done.append(name)  # noqa: E731
        how = {"live": name in {"a beat", "what is said"}, "said": name == "what is said"}
        writes.append(asyncio.create_task(database.run(note, **how)))
    await settle()

    go_on.set()
    await asyncio.gather(*writes)
    database.engine.dispose()

    assert done == ["what is said", "a beat", "a start", "another"]


async def settle():
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.mark.parametrize("fresh_seconds", [0, 60], ids=["asked before", "found out by use"])
async def test_a_line_that_the_server_cut_costs_nobody_anything(db, monkeypatch, fresh_seconds):
    if db.is_sqlite:
        pytest.skip("a file has no server that could be started anew")
    monkeypatch.setattr(idle_connections, "_FRESH_SECONDS", fresh_seconds)
    other = Database(db.engine.url.render_as_string(hide_password=False), at_once=3)

    def cut():
        mine = db.run_here(lambda s: s.connection().execute(text("select pg_backend_pid()")).one())
        ends = text("select pg_terminate_backend(:pid, 5000)")
        assert other.run_here(lambda s: s.connection().execute(ends, {"pid": mine[0]}).scalar_one())

    cut()
    await db.run(lambda session: session.add(RateBucket(key="k", tokens=7, at=0)))
    cut()
    kept = await db.read(lambda session: session.exec(select(RateBucket)).one().tokens)
    for database in (db, other):  # the next test gets none of the lines that were cut
        database.engine.dispose()

    assert kept == 7


def test_a_job_of_nobody_is_refused(db, ada):
    job = a_job(db, ada)

    with pytest.raises(IntegrityError):
        db.run_here(
            lambda session: session.add(
                JobInfo(
                    user_id=job.id, name="x", experience_level="junior", description="x", skills=[]
                )
            )
        )


def test_what_was_deleted_meanwhile_is_not_found(db, ada):
    if db.is_sqlite:
        pytest.skip("SQLite lets nobody delete what a transaction is about to change")
    job = a_job(db, ada)

    def change(session):
        kept = session.get(JobInfo, job.id)
        db.run_here(lambda other: other.delete(other.get(JobInfo, job.id)))
        kept.name = "Too late"

    with pytest.raises(NotFound):
        db.run_here(change)


def test_hosts_addresses_name_our_driver():
    assert normalised("postgres://u@h/d") == "postgresql+psycopg://u@h/d"
    assert normalised("sqlite:///x.db") == "sqlite:///x.db"


def test_the_migrations_make_the_tables_of_the_models(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    config = Config(ROOT / "alembic.ini")

    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        left = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)

    database.engine.dispose()
    assert left == []


def test_an_upgrade_keeps_what_is_there(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    config = Config(ROOT / "alembic.ini")
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in OLD_ROWS:
            connection.execute(text(statement))
        connection.commit()

        command.upgrade(config, "head")

        tables = ("user", "job_info", "interview", "turn", "feedback")
        lineups = connection.execute(text("select lineups from call")).scalar()
        left = [connection.execute(text(f'select count(*) from "{t}"')).scalar() for t in tables]
    database.engine.dispose()
    assert left == [1] * len(tables)
    assert lineups == "[]"


_ID = "'00000000000000000000000000000001'"
_NOW = "'2026-11-22 09:00:00'"
OLD_ROWS = (
    f"insert into user values ({_ID}, 'local', 'Ada', null, {_NOW}, {_NOW})",
    "insert into job_info (id, user_id, name, experience_level, description, skills, created_at, "
    f"updated_at) values ({_ID}, {_ID}, 'J', 'junior', 'D', '[]', {_NOW}, {_NOW})",
    "insert into interview (id, job_info_id, minutes, patience, plan, duration_seconds, rough, "
    f"created_at, updated_at) values ({_ID}, {_ID}, 5, 'normal', '{{}}', 9, 0, {_NOW}, {_NOW})",
    "insert into call (id, interview_id, connected_at, seen_at, seconds) values "
    f"('c', {_ID}, {_NOW}, {_NOW}, 9)",
    "insert into turn (id, interview_id, chat_id, position, speaker, text, began_ms, segments, "
    "held_ms, from_text, rough, cut_off, expressions, created_at) values "
    f"({_ID}, {_ID}, 'c', 0, 'actor', 'Hi', 0, '[]', 0, 0, 0, 0, '{{}}', {_NOW})",
    "insert into feedback (id, interview_id, run, status, step, rubric_version, app_version, "
    "judge, report, attempts, created_at, updated_at) values "
    f"({_ID}, {_ID}, 1, 'ready', '', '1', '0', 'local', '{{}}', 1, {_NOW}, {_NOW})",
)


async def test_deleted_words_are_in_no_file_of_sqlite(tmp_path):
    db = Database(with_tables(tmp_path / "darasa.db"))
    said = "nobody-must-read-this-again " * 20
    db.run_here(lambda session: session.add(User(subject="test-ada", name=said)))
    files = list(tmp_path.glob("darasa.db*"))
    assert any(said.encode() in file.read_bytes() for file in files)

    await db.erase(lambda session: session.delete(session.exec(select(User)).one()))

    assert not [f.name for f in tmp_path.glob("darasa.db*") if b"nobody-must" in f.read_bytes()]
    db.engine.dispose()


@pytest.mark.skipif(sys.platform == "win32", reason="wants modes of files")
def test_only_the_owner_reads_the_files_of_sqlite(tmp_path):
    (tmp_path / "old.db").touch(0o644)
    for name in ("old.db", "new.db"):
        db = Database(f"sqlite:///{tmp_path / name}")
        db.run_here(lambda session: session.connection().exec_driver_sql("create table t (x)"))

        files = list(tmp_path.glob(f"{name}*"))
        assert len(files) == 3
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        db.engine.dispose()


@pytest.mark.slow
def test_another_process_that_comes_and_goes_leaves_what_is_written_here_in_sight(tmp_path):
    """Opening a database file beside SQLite, and closing it, would give up SQLite's locks."""
    file = tmp_path / "shared.db"
    ours = Database(with_tables(file))
    ours.run_here(lambda session: session.exec(select(User)).all())
    second = Database(f"sqlite:///{file}")  # what every new connection looks after
    second.run_here(lambda session: session.exec(select(User)).all())

    script = (
        "import sys; from darasa_reflex.core.database.db import Database; "
        "from tests.conftest import person; person(Database(sys.argv[1]), 'Else')"
    )
    command = [sys.executable, "-c", script, f"sqlite:///{file}"]
    subprocess.run(command, cwd=ROOT, check=True)

    found = ours.run_here(lambda session: session.exec(select(User.name)).all())
    assert found == ["Else"]
    assert file.with_name("shared.db-wal").exists()


async def test_as_many_threads_use_it_at_once_as_it_was_told(tmp_path):
    db = Database(with_tables(tmp_path / "darasa.db"), at_once=9)
    together, inside, most = threading.Barrier(4, timeout=30), [], []

    def read(_):
        inside.append(1)
        most.append(len(inside))
        together.wait()
        inside.pop()

    async with anyio.create_task_group() as tasks:
        for _ in range(8):
            tasks.start_soon(db.read, read)

    assert max(most) == 4  # the others keep what is said
    assert db.engine.pool.size() == 9
    db.engine.dispose()
