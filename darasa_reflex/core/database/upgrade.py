"""What makes an upgrade of the tables safe: one at a time, on a copy kept aside, nothing lost."""

import os
import re
import sqlite3
from collections.abc import Collection, Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.database.sqlite.file_lock import FileLock
from darasa_reflex.core.errors import ServiceUnavailable

_VERSIONS = Path(__file__).parents[3] / "alembic" / "versions"
# As people write them, and as Alembic does: either quotes, with a type or without, and of a
# migration that joins two others both.
_LINKS = re.compile(r"^(revision|down_revision)\b[^=\n]*=(.*)", re.MULTILINE)
_NAMES = re.compile(r"""["']([^"']+)["']""")
# Any number that no other program uses for an advisory lock in this database: "darasa" in ASCII.
_LOCK = 0x646172617361
_LONGEST_WAIT_SECONDS = 60.0
_BUSY = "Another process upgrades this database and does not end. Stop it, then start again."


@contextmanager
def upgrading(db: Database, wanted: Collection[str]) -> Generator[Connection]:
    """Yield a connection that alone may upgrade a database; others wait for their turn.

    A SQLite file that stands at other revisions than `wanted` is copied aside first, to
    `<name>.before-upgrade`, which takes the place of an older copy.

    Raises:
        ServiceUnavailable: Another process upgrades it and does not end.
        OSError: There is no room for the copy.
    """
    with _alone(db), db.engine.connect() as connection:
        known = revisions(connection)
        if known and known != set(wanted) and (file := db.file):
            copy_aside(file, file.with_name(f"{file.name}.before-upgrade"))
        yield connection


def known_revisions() -> tuple[set[str], set[str]]:
    """Return all revisions that this code knows, and of them those that no other one follows.

    Loading Alembic to hear it takes a sixth of a start's time.
    """
    found: dict[str, set[str]] = {"revision": set(), "down_revision": set()}
    for file in _VERSIONS.glob("*.py"):
        for link, names in _LINKS.findall(file.read_text()):
            found[link].update(_NAMES.findall(names))
    return found["revision"], found["revision"] - found["down_revision"]


def revisions(connection: Connection) -> set[str]:
    """Return the revisions at which a database stands; empty for a new one."""
    try:
        found = connection.execute(text("select version_num from alembic_version")).scalars().all()
    except DBAPIError:  # there is no such table yet
        found = ()
    connection.rollback()
    return set(found)


def copy_aside(file: Path, copy: Path) -> None:
    """Copy a SQLite database that may be in use, for its owner's eyes only; whole or not at all."""
    half = copy.with_name(f"{copy.name}.half")
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(half)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without others beside it
        half.replace(copy)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def unchecked(connection: Connection) -> Generator[None]:
    """Leave foreign keys alone while tables are made anew, and commit only if all still hold.

    Alembic's batches on SQLite copy a table and drop the old one; with foreign keys on, that
    deletes every row that refers to it. On PostgreSQL nothing of this is needed.

    Raises:
        BrokenReferences: Rows refer to others that are not there any more. Nothing was changed.
    """
    connection.commit()
    if connection.dialect.name != "sqlite":
        with connection.begin():
            yield
        return
    _pragma(connection, "foreign_keys=OFF")  # without effect inside a transaction
    try:
        with connection.begin():
            yield
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise BrokenReferences(sorted({str(row[0]) for row in broken}))
    finally:
        _pragma(connection, "foreign_keys=ON")


class BrokenReferences(Exception):
    """An upgrade would leave rows that refer to nothing.

    Attributes:
        tables: Where they stand.
    """

    def __init__(self, tables: list[str]) -> None:
        super().__init__(", ".join(tables))
        self.tables = tables


def _pragma(connection: Connection, words: str) -> None:
    """Set something at the driver: SQLAlchemy would begin a transaction for it."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 (the only driver we ship)
    driver.execute(f"PRAGMA {words}")


@contextmanager
def _alone(db: Database) -> Generator[None]:
    if not db.is_sqlite:
        with db.engine.connect() as connection:
            connection.execute(text("select pg_advisory_lock(:key)"), {"key": _LOCK})
            yield
            connection.execute(text("select pg_advisory_unlock(:key)"), {"key": _LOCK})
        return
    file = db.file
    if file is None:
        yield
        return
    lock = FileLock(file.with_name(f"{file.name}.upgrade-lock"))
    if not lock.acquire(_LONGEST_WAIT_SECONDS):
        raise ServiceUnavailable("database", _BUSY, retryable=True)
    try:
        yield
    finally:
        lock.release()
