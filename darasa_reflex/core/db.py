"""The database: one transaction per use case, off the event loop.

Order of locks, everywhere: person, job info, interview, call, turn, feedback, as foreign keys lead
from one to the next (docs/decisions/0013).
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from sqlalchemy import DateTime, Engine, event
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, create_engine

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.sqlite.lane import PATIENCE_SECONDS, WriterLane

logger = logging.getLogger(__name__)

T = TypeVar("T")

# Source: SQLite's documentation on WAL and busy handlers.
_SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    f"busy_timeout={round(PATIENCE_SECONDS * 1000)}",
    "foreign_keys=ON",
)
# Threads that use the database at once, in a process; each has a connection.
_AT_ONCE = 10
# Source: PostgreSQL's error codes: a transaction that was given up for others to go on, and may be
# tried again as it is (serialization_failure, deadlock_detected).
_TRY_AGAIN = frozenset({"40001", "40P01"})


class UtcDateTime(TypeDecorator[datetime]):
    """A time of day that is aware and in UTC on both engines; SQLite forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give a time read from SQLite its zone back."""
        del dialect
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Database:
    """Runs work in threads, each piece in one transaction.

    On SQLite every write transaction begins with `BEGIN IMMEDIATE`: a read followed by a write
    would else lose updates without an error. Writes of a process then queue in one thread.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self._reader = self.engine.execution_options(read_only=True)
        self._lane = WriterLane() if self.is_sqlite else None
        self._threads = CapacityLimiter(_AT_ONCE)
        if self._lane is not None:
            self._writer = self.engine.execution_options(lane=self._lane)
        else:
            self._writer = self.engine

    async def run(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one write transaction, in a thread; commit, or roll back if it raises.

        It runs once more if the database asks for that, so it must do nothing but use its session.

        Raises:
            NotFound: What it changes was deleted meanwhile; on SQLite nothing is.
        """
        if self._lane is not None:
            return await self._lane.run(lambda: self._write(work))
        return await anyio.to_thread.run_sync(self._write, work, limiter=self._threads)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work`, which must not write, in one read transaction, in a thread."""
        return await anyio.to_thread.run_sync(self._read_here, work, limiter=self._threads)

    def run_here(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one write transaction, while this thread waits. For commands and tests."""
        if self._lane is not None:
            return self._lane.run_here(lambda: self._write(work))
        return self._write(work)

    def _write(self, work: Callable[[Session], T]) -> T:
        try:
            return self._write_once(work)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in _TRY_AGAIN:
                raise
            logger.info("a transaction is tried again: %s", type(error.orig).__name__)
        return self._write_once(work)

    def _write_once(self, work: Callable[[Session], T]) -> T:
        try:
            with Session(self._writer, expire_on_commit=False) as session, session.begin():
                return work(session)
        except StaleDataError:
            raise NotFound from None

    def _read_here(self, work: Callable[[Session], T]) -> T:
        with Session(self._reader, expire_on_commit=False) as session:
            return work(session)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite, which means exactly one server process."""
        return self.engine.dialect.name == "sqlite"


def normalised(url: str) -> str:
    """Return a database address that names a driver we ship: hosts hand out `postgres://…`."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def storable(text: str) -> str:
    """Return a text without what databases refuse: NUL, and halves of surrogate pairs."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _engine(url: str) -> Engine:
    engine = create_engine(
        normalised(url),
        pool_pre_ping=not url.startswith("sqlite"),
        pool_size=_AT_ONCE,
        hide_parameters=True,  # an error's text must not quote what was said
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:  # noqa: ANN401 (any DB-API driver)
    del record
    connection.isolation_level = None  # the driver must not begin by itself
    for pragma in _SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("read_only"):
        connection.exec_driver_sql("BEGIN")
        return
    lane: WriterLane | None = options.get("lane")
    if lane is not None:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={lane.patience_ms}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
