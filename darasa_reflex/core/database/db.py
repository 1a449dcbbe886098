"""The database: one transaction per use case, off the event loop.

Order of locks, everywhere: person, job info, interview, call, turn, feedback, as foreign keys lead
from one to the next (docs/decisions/0013).
"""

import asyncio
import logging
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from sqlalchemy import DateTime, Engine
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, create_engine

from darasa_reflex.core.database import idle_connections
from darasa_reflex.core.database.outages import outage_of
from darasa_reflex.core.database.priority_limiter import PriorityLimiter
from darasa_reflex.core.database.sqlite import connections as sqlite_connections
from darasa_reflex.core.database.sqlite.lane import WriterLane
from darasa_reflex.core.errors import NotFound, NotKept, ServiceUnavailable
from darasa_reflex.core.monitoring.traces.spans import span
from darasa_reflex.core.words.stored import sentence

logger = logging.getLogger(__name__)

T = TypeVar("T")

_MOST_CHECKPOINTS, _CHECKPOINT_MS, _BETWEEN_CHECKPOINTS_SECONDS = 10, 50, 0.2
# Threads that use the database at once, in a process; each has a connection. More of them take
# turns at Python's one lock, and each turn is longer than most of our statements.
AT_ONCE = 9
# Writes, those of them that nobody in a call waits for, and readings, which wait for no write.
_SHARES = (5, 2, 4)
# So much earlier a write of a call counts as asked for, and so much again what keeps words: whoever
# said them sees them only then.
_AHEAD_SECONDS = 3.0
# Alembic's own row, which every upgraded database has: a real write, which a full disk refuses.
# Its column is a key: SQLite writes index entries anew, but never a row whose bytes are the same.
_NOTHING_NEW = "update alembic_version set version_num = version_num"
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

    Args:
        url: SQLAlchemy address.
        at_once: How many threads may use it at once, at least 3; each has a connection.
    """

    def __init__(self, url: str, at_once: int = AT_ONCE) -> None:
        self.engine = _engine(url, at_once)
        self._reader = self.engine.execution_options(read_only=True)
        self._lane = WriterLane() if self.is_sqlite else None
        whole = _SHARES[0] + _SHARES[2]
        writing, waiting, reading = (max(1, at_once * share // whole) for share in _SHARES)
        self._writing, self._threads = PriorityLimiter(writing), CapacityLimiter(at_once)
        self._others, self._reading = CapacityLimiter(waiting), CapacityLimiter(reading)
        if self._lane is not None:
            self._writer = self.engine.execution_options(lane=self._lane)
        else:
            self._writer = self.engine

    async def run(
        self, work: Callable[[Session], T], *, live: bool = False, said: bool = False
    ) -> T:
        """Run `work` in one write transaction, in a thread; commit, or roll back if it raises.

        It runs once more if the database asks for that, so it must do nothing but use its session.

        Args:
            work: Uses the session.
            live: Whether somebody who is in a call waits for it; such writes go before others.
            said: Whether it keeps what a candidate has just said; that goes before all others.

        Raises:
            NotFound: What it changes was deleted meanwhile; on SQLite nothing is.
            NotKept: The database is full, locked or away; nothing of it was kept.
        """
        ahead = _AHEAD_SECONDS * (live + said)
        with span("database write", {"live": live}):
            if self._lane is not None:
                return await self._lane.run(lambda: self._write(work), ahead_seconds=ahead)
            async with nullcontext() if live else self._others, self._writing.place(ahead):
                return await anyio.to_thread.run_sync(self._write, work, limiter=self._threads)

    async def erase(self, work: Callable[[Session], T]) -> T:
        """Do as `run`, and leave nothing of what was deleted in the files of SQLite.

        Readers hold the log of changes for moments; it is emptied between them, or by the next one.
        """
        done = await self.run(work)
        for _ in range(_MOST_CHECKPOINTS):
            if self._lane is None or await self._lane.run(self._checkpoint):
                break
            await asyncio.sleep(_BETWEEN_CHECKPOINTS_SECONDS)
        return done

    def _checkpoint(self) -> bool:
        """Move the log of changes into the database and empty it; False when a reader is in it."""
        with closing(self.engine.raw_connection()) as line:
            cursor = line.cursor()
            cursor.execute(f"PRAGMA busy_timeout={_CHECKPOINT_MS}")
            sqlite_connections.forget_patience(line)
            busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work`, which must not write, in one read transaction, in a thread.

        Raises:
            ServiceUnavailable: The database is not to be had.
        """
        with span("database read"):
            return await anyio.to_thread.run_sync(self._read_here, work, limiter=self._reading)

    def run_here(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one write transaction, while this thread waits. For commands and tests."""
        if self._lane is not None:
            return self._lane.run_here(lambda: self._write(work))
        return self._write(work)

    def _write(self, work: Callable[[Session], T]) -> T:
        with self._told():
            return self._tried(self._write_once, work)

    def _tried(
        self, once: Callable[[Callable[[Session], T]], T], work: Callable[[Session], T]
    ) -> T:
        try:
            return once(work)
        except DBAPIError as error:
            # Whether a commit came through before the line broke, nobody knows.
            broke = error.connection_invalidated and error.statement is not None
            if not broke and getattr(error.orig, "sqlstate", None) not in _TRY_AGAIN:
                raise
            logger.info("a transaction is tried again: %s", type(error.orig).__name__)
        return once(work)

    @contextmanager
    def _told(self) -> Generator[None]:
        """Turn what a driver says of a database that is not to be had into our own error."""
        try:
            yield
        except SQLAlchemyError as error:
            if outage := outage_of(error):
                raise outage from error
            raise

    def _write_once(self, work: Callable[[Session], T]) -> T:
        try:
            with Session(self._writer, expire_on_commit=False) as session, session.begin():
                return work(session)
        except StaleDataError:
            raise NotFound from None

    def _read_once(self, work: Callable[[Session], T]) -> T:
        with Session(self._reader, expire_on_commit=False) as session:
            return work(session)

    def _read_here(self, work: Callable[[Session], T]) -> T:
        try:
            with self._told():
                return self._tried(self._read_once, work)
        except NotKept as outage:
            told = sentence(
                "Our database {why}. Please try again in a moment.", why=sentence(outage.why)
            )
            raise ServiceUnavailable("database", told, retryable=True) from None

    async def check(self) -> None:
        """Write something that changes nothing.

        Raises:
            NotKept: The database takes nothing.
        """
        with suppress(ProgrammingError, OperationalError):  # it was never upgraded, as in tests
            await self.run(lambda session: session.connection().exec_driver_sql(_NOTHING_NEW))

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite, which means exactly one server process."""
        return self.engine.dialect.name == "sqlite"

    @property
    def file(self) -> Path | None:
        """The file of a SQLite database; None: it has none."""
        name = str(self.engine.url.database or "")
        in_memory = name in {"", ":memory:"} or name.startswith("file:")
        return None if in_memory or not self.is_sqlite else Path(name)


def normalised(url: str) -> str:
    """Return a database address that names a driver we ship: hosts hand out `postgres://…`."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def storable(text: str) -> str:
    """Return a text without what databases refuse: NUL, and halves of surrogate pairs."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _engine(url: str, at_once: int) -> Engine:
    address = normalised(url)
    engine = create_engine(
        address,
        connect_args=idle_connections.noticing(address) if address.startswith("postgres") else {},
        pool_size=at_once,
        hide_parameters=True,  # an error's text must not quote what was said
    )
    if engine.dialect.name == "sqlite":
        sqlite_connections.prepare(engine)
    else:
        idle_connections.ask(engine)
    return engine
