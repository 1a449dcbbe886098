"""How connections to a SQLite file are opened, and how their transactions begin."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import PoolProxiedConnection

from darasa_reflex.core.database.sqlite.lane import PATIENCE_SECONDS, WriterLane

# Source: SQLite's documentation on WAL and busy handlers.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    f"busy_timeout={round(PATIENCE_SECONDS * 1000)}",
    "foreign_keys=ON",
    "secure_delete=ON",  # what is deleted is overwritten
)
_OWNER_ONLY = 0o600
# How long a connection waits for another writer, in its own notes.
_PATIENCE = "busy_timeout_ms"


def prepare(engine: Engine) -> None:
    """Have all connections of an engine opened and begun as below."""
    event.listen(engine, "do_connect", _guard_files)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def forget_patience(line: PoolProxiedConnection) -> None:
    """Note that a connection was told another patience than a writer's."""
    line.info.pop(_PATIENCE, None)


def _guard_files(dialect: Any, record: object, args: list[Any], more: dict[str, Any]) -> None:  # noqa: ANN401 (SQLAlchemy's)
    """Let nobody else on this machine read what people say; SQLite gives its logs the same mode."""
    del dialect, record, more
    file = Path(str(args[0] if args else ""))
    if file.name in {"", ":memory:"}:
        return
    with suppress(OSError):  # another's file, or no such folder: opening it will tell
        if not file.exists():
            # Never a file that is there: closing it would give up the locks that SQLite holds on it
            # in this process, and another process could then take its log away.
            os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
        for one in (file, *(file.with_name(f"{file.name}-{log}") for log in ("wal", "shm"))):
            if one.exists() and one.stat().st_mode & ~_OWNER_ONLY & 0o777:
                one.chmod(_OWNER_ONLY)


def _set_pragmas(connection: Any, record: object) -> None:  # noqa: ANN401 (any DB-API driver)
    del record
    connection.isolation_level = None  # the driver must not begin by itself
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin on the driver's own connection: the way there through SQLAlchemy takes longer."""
    options, line = connection.get_execution_options(), connection.connection
    lane: WriterLane | None = options.get("lane")
    try:
        if lane is not None and line.info.get(_PATIENCE) != lane.patience_ms:
            line.cursor().execute(f"PRAGMA busy_timeout={lane.patience_ms}")
            line.info[_PATIENCE] = lane.patience_ms
        line.cursor().execute("BEGIN" if options.get("read_only") else "BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        raise OperationalError("BEGIN", None, error) from error
