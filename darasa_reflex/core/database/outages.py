"""When the database takes nothing, or does not answer: which of its errors say so, and in words."""

import sqlite3
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from darasa_reflex.core.errors import NotKept
from darasa_reflex.core.words.marks import marked

_AWAY, _FULL = marked("does not answer"), marked("is full")
# Source: SQLite's result codes; the low byte of an extended code is the primary one.
_PRIMARY = 0xFF
_OF_SQLITE = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_IOERR: marked("cannot be written"),
        sqlite3.SQLITE_READONLY: marked("cannot be written"),
        sqlite3.SQLITE_CANTOPEN: marked("cannot be opened"),
        sqlite3.SQLITE_BUSY: marked("is locked by another program"),
        sqlite3.SQLITE_LOCKED: marked("is locked by another program"),
    }
)
# Source: PostgreSQL's error codes: disk_full.
_DISK_FULL = "53100"


def outage_of(error: Exception) -> NotKept | None:
    """Return what to tell when an error says that the database is not to be had; None: a bug."""
    if isinstance(error, PoolTimeoutError):
        return NotKept(_AWAY)
    if not isinstance(error, DBAPIError):
        return None
    code = _sqlite_code(error)
    if code:
        return NotKept(_OF_SQLITE[code]) if code in _OF_SQLITE else None
    if not isinstance(error, OperationalError):
        return None
    return NotKept(_FULL if getattr(error.orig, "sqlstate", None) == _DISK_FULL else _AWAY)


def _sqlite_code(error: DBAPIError) -> int:
    """Return SQLite's primary result code; 0 for other databases."""
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & _PRIMARY
