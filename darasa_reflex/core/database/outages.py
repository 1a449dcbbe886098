"""When the database takes nothing, or does not answer: which of its errors say so, and in words."""

import sqlite3
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from darasa_reflex.core.errors import NotKept
from darasa_reflex.core.words.marks import marked

_AWAY, _FULL = marked("does not answer"), marked("is full")
_UNWRITABLE, _LOCKED = marked("cannot be written"), marked("is locked by another program")
_UNREADABLE = marked("cannot be read")
# Source: SQLite's result codes; the low byte of an extended code is the primary one.
_PRIMARY = 0xFF
_OF_SQLITE = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_IOERR: _UNWRITABLE,
        sqlite3.SQLITE_READONLY: _UNWRITABLE,
        sqlite3.SQLITE_CANTOPEN: marked("cannot be opened"),
        sqlite3.SQLITE_BUSY: _LOCKED,
        sqlite3.SQLITE_LOCKED: _LOCKED,
        sqlite3.SQLITE_PROTOCOL: _LOCKED,
        sqlite3.SQLITE_CORRUPT: _UNREADABLE,
        sqlite3.SQLITE_NOTADB: _UNREADABLE,
    }
)
# Source: PostgreSQL's error codes: disk_full.
_DISK_FULL = "53100"
# read_only_sql_transaction: it stands by for another one, as while that fails over.
_READ_ONLY = "25006"


def outage_of(error: Exception) -> NotKept | None:
    """Return what to tell when an error says that the database is not to be had; None: a bug."""
    if isinstance(error, PoolTimeoutError):
        return NotKept(_AWAY)
    if not isinstance(error, DBAPIError):
        return None
    code = _sqlite_code(error)
    if code:
        return NotKept(_OF_SQLITE[code]) if code in _OF_SQLITE else None
    state = getattr(error.orig, "sqlstate", None)
    if state == _READ_ONLY:
        return NotKept(_UNWRITABLE)
    if not isinstance(error, OperationalError) and not error.connection_invalidated:
        return None
    broke_at_commit = error.connection_invalidated and error.statement is None
    return NotKept(_FULL if state == _DISK_FULL else _AWAY, unsure=broke_at_commit)


def _sqlite_code(error: DBAPIError) -> int:
    """Return SQLite's primary result code; 0 for other databases."""
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & _PRIMARY
