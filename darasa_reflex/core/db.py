"""The database: one transaction per use case, off the event loop."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import anyio.to_thread
from sqlalchemy import DateTime, Engine, event
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, create_engine

from darasa_reflex.core.errors import NotFound

T = TypeVar("T")

# Source: SQLite's documentation on WAL and busy handlers; 5 s is far above any write of ours.
_SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "foreign_keys=ON")


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
    would else lose updates without an error.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self._reader = self.engine.execution_options(read_only=True)

    async def run(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one write transaction, in a thread; commit, or roll back if it raises.

        Raises:
            NotFound: What it changes was deleted meanwhile; on SQLite nothing is.
        """
        return await anyio.to_thread.run_sync(self.run_here, work)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work`, which must not write, in one read transaction, in a thread."""
        return await anyio.to_thread.run_sync(self._read_here, work)

    def run_here(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one write transaction, in this thread. For commands and tests."""
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
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
    read_only = connection.get_execution_options().get("read_only")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
