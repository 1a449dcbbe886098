"""Upgrades of the tables: nothing is lost, one at a time, and what is wrong is said."""

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from sqlalchemy import String, inspect
from sqlmodel import text

from alembic import command
from darasa_reflex.commands.tables.upgrades import upgrade
from darasa_reflex.core.database import upgrade as upgrades
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.models import Interview
from tests.core.database.test_db import OLD_ROWS
from tests.machine import warmed
from tests.machine.services import postgres

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
_DEBIAN = Path("/usr/lib/postgresql")
TABLES = ("user", "job_info", "interview", "call", "turn", "feedback")


@pytest.fixture
def config(tmp_path) -> Config:
    """The migrations of a fork: a copy of ours, to which it may add its own."""
    shutil.copytree(ROOT / "alembic", tmp_path / "alembic")
    shutil.copy(ROOT / "alembic.ini", tmp_path / "alembic.ini")
    return Config(tmp_path / "alembic.ini")


@pytest.fixture
def kept(tmp_path, config):
    """A SQLite database at our newest revision with one row in every table."""
    db = Database(f"sqlite:///{tmp_path / 'darasa.db'}")
    with db.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in OLD_ROWS:
            connection.execute(text(statement))
        connection.commit()
        command.upgrade(config, "head")
    yield db
    db.engine.dispose()


def add(config, revision, body, after=None) -> Path:
    """Add a migration of the fork's own."""
    folder = Path(config.config_file_name).parent / "alembic" / "versions"
    newest = max(folder.glob("0*.py")).name[:4]
    file = folder / f"{revision}_own.py"
    file.write_text(
        f'"""own."""\nimport sqlalchemy as sa\nfrom alembic import op\nrevision = "{revision}"\n'
        f'down_revision = "{after or newest}"\nbranch_labels = None\ndepends_on = None\n\n'
        f"def upgrade():\n    {body}\n\ndef downgrade():\n    pass\n"
    )
    return file


def counts(db) -> list[int]:
    with db.engine.connect() as connection:
        return [connection.execute(text(f'select count(*) from "{t}"')).scalar() for t in TABLES]


def stands_at(db) -> str:
    with db.engine.connect() as connection:
        return connection.execute(text("select version_num from alembic_version")).scalar()


def program(name) -> Path:
    """Return a program of PostgreSQL's, wherever its package put it."""
    beside = postgres.binaries().resolve() / name
    return (
        beside
        if beside.exists()
        else Path(shutil.which(name) or max(_DEBIAN.glob(f"*/bin/{name}")))
    )


def refusal(db, config) -> str:
    with pytest.raises(ServiceUnavailable) as refused:
        upgrade(db, config)
    return refused.value.message


def test_a_changed_column_loses_no_interview(kept, config, monkeypatch):
    monkeypatch.setattr(Interview.__table__.c.tone, "type", String(40))
    with kept.engine.connect() as connection:
        config.attributes["connection"] = connection
        written = command.revision(config, "longer tones", autogenerate=True)
    assert "batch_alter_table('interview'" in Path(written.path).read_text()

    upgrade(kept, config)

    monkeypatch.setattr(upgrades, "_VERSIONS", Path(written.path).parent)
    assert upgrades.known_revisions()[1] == {written.revision}
    assert counts(kept) == [1] * len(TABLES)
    tone = next(c for c in inspect(kept.engine).get_columns("interview") if c["name"] == "tone")
    assert tone["type"].length == 40
    with kept.engine.connect() as connection:
        assert connection.execute(text("pragma foreign_keys")).scalar() == 1


def test_what_was_there_is_copied_aside_for_its_owner_only(kept, config, tmp_path):
    before = stands_at(kept)
    add(config, "9001", "op.execute('delete from turn')")

    upgrade(kept, config)

    copy = tmp_path / "darasa.db.before-upgrade"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("select text from turn").fetchall() == [("Hi",)]
        assert old.execute("select version_num from alembic_version").fetchall() == [(before,)]
    assert sorted(p.name for p in tmp_path.glob("*.half*")) == []


def test_nothing_is_copied_when_there_is_nothing_to_do(kept, config, tmp_path):
    upgrade(kept, config)

    assert not (tmp_path / "darasa.db.before-upgrade").exists()


def test_a_migration_that_fails_says_why_and_changes_nothing(kept, config):
    before = stands_at(kept)
    add(config, "9001", "op.execute('delete from turn'); op.execute('select * from nowhere')")

    told = refusal(kept, config)

    assert "9001_own failed: no such table: nowhere. Nothing was changed." in told
    assert counts(kept) == [1] * len(TABLES)
    assert stands_at(kept) == before


def test_a_migration_that_leaves_orphans_is_refused(kept, config):
    add(config, "9001", "op.execute('delete from job_info')")

    told = refusal(kept, config)

    assert "rows that refer to nothing, in: interview. Nothing was changed." in told
    assert counts(kept) == [1] * len(TABLES)


def test_two_ends_are_named(kept, config):
    newest = stands_at(kept)
    for revision in ("9001", "9002"):
        add(config, revision, "pass", after=newest)

    told = refusal(kept, config)

    assert re.search(r"9001_own\.py and 9002_own\.py.*alembic merge heads", told)


def test_a_database_of_a_newer_version_is_told(kept, config):
    own = add(config, "9001", "pass")
    upgrade(kept, config)
    own.unlink()

    assert "made by another version: its revision 9001" in refusal(kept, config)


def test_a_place_that_is_not_there_is_told(tmp_path, config):
    db = Database(f"sqlite:///{tmp_path / 'nowhere' / 'darasa.db'}")

    assert refusal(db, config).startswith("The database")


def test_a_file_that_is_no_database_is_told(tmp_path, config):
    (tmp_path / "darasa.db").write_text("Dear diary, " * 100)

    told = refusal(Database(f"sqlite:///{tmp_path / 'darasa.db'}"), config)

    assert "file is not a database" in told
    assert "diary" not in told


def test_three_servers_on_an_empty_database_all_come_up(engine, tmp_path, request):
    if engine == "postgres":
        admin = Database(request.getfixturevalue("postgres_address"))
        with admin.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("drop database if exists empty"))
            connection.execute(text("create database empty"))
        url = admin.engine.url.set(database="empty").render_as_string(hide_password=False)
        admin.engine.dispose()
    else:
        url = f"sqlite:///{tmp_path / 'darasa.db'}"
    environment = {**os.environ, "DARASA_DATABASE_URL": url, "DATABASE_URL": url}
    log = tmp_path / "log"
    with log.open("wb") as told, Path(os.devnull).open("rb") as nothing:
        streams = [nothing.fileno(), told.fileno(), told.fileno()]
        servers = [warmed.begun(["darasa_reflex", "migrate"], environment, streams) for _ in "abc"]
        codes = [server.wait(120) for server in servers]

    assert codes == [0, 0, 0], log.read_text()
    db = Database(url)
    assert counts(db) == [0] * len(TABLES)
    db.engine.dispose()


def test_a_copy_of_a_sqlite_file_in_use_can_be_put_back(kept, tmp_path, config):
    """As docs/upgrading.md says it."""
    sentence = (ROOT / "docs" / "upgrading.md").read_text()
    line = next(row.strip() for row in sentence.splitlines() if "import sqlite3" in row)
    with kept.engine.begin() as connection:
        connection.execute(text("update turn set text = 'said a moment ago'"))
    done = line.replace("python", sys.executable, 1)
    subprocess.run(done, shell=True, check=True, cwd=tmp_path)
    with kept.engine.begin() as connection:
        connection.execute(text("delete from turn"))
    kept.engine.dispose()

    for name in ("darasa.db", "darasa.db-wal", "darasa.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "copy.db", tmp_path / "darasa.db")
    upgrade(kept, config)

    with kept.engine.connect() as connection:
        assert connection.execute(text("select text from turn")).scalar() == "said a moment ago"


def test_a_dump_of_postgresql_can_be_put_back(tmp_path, config, request):
    if not request.config.getoption("--postgres"):
        pytest.skip("wants PostgreSQL")
    admin = Database(request.getfixturevalue("postgres_address"))
    for name in ("there", "back"):
        with admin.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"drop database if exists {name}"))
            connection.execute(text(f"create database {name}"))
    plain = admin.engine.url.set(drivername="postgresql")
    there, back = (
        plain.set(database=n).render_as_string(hide_password=False) for n in ("there", "back")
    )
    db = Database(there)
    upgrade(db, config)
    with db.engine.begin() as connection:
        connection.execute(text("insert into rate_bucket values ('k', 3, 4)"))
    db.engine.dispose()
    admin.engine.dispose()

    dump = [program("pg_dump"), "--format=custom", f"--file={tmp_path / 'darasa.dump'}", there]
    subprocess.run(dump, check=True)
    restore = [program("pg_restore"), "--no-owner", f"--dbname={back}", tmp_path / "darasa.dump"]
    subprocess.run(restore, check=True)

    db = Database(back)
    upgrade(db, config)
    with db.engine.connect() as connection:
        assert connection.execute(text("select tokens from rate_bucket")).scalar() == 3
    db.engine.dispose()
