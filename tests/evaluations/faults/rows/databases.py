"""Databases that take nothing for a while, in the middle of a call."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from tests.evaluations.faults.fault import Fault, Missing, Outcome
from tests.evaluations.faults.story import Story
from tests.fixtures.server import Server
from tests.machine.services import postgres
from tests.machine.services.postgres import Cluster
from tests.machine.services.small_disk import CannotMount, filled, small_disk

_AWAY_SECONDS = 8.0
_LOCKED_SECONDS = 12.0
_FULL_SECONDS = 6.0
_DISK_MEGABYTES = 8
_COUNTED_SECONDS, _LOOK_SECONDS = 20.0, 0.05
_CALL = "select id, interview_id from call order by connected_at desc limit 1 for update"
_INTERVIEW = "select id from interview where id = %s for update"
# Whoever waits looks for a deadlock once, so long after it began to wait.
_PATIENT, _MORE_PATIENT = "alter system set deadlock_timeout = '3s'", "set deadlock_timeout = '60s'"
_WAITS = "select exists (select from pg_stat_activity where wait_event_type = 'Lock')"
_DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()"


@contextmanager
def locked(server: Server) -> Iterator[None]:
    """Another program locks the database for 12 s."""
    held = threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(server.database, isolation_level=None, timeout=30)) as other:
            other.execute("BEGIN EXCLUSIVE")
            held.set()
            time.sleep(_LOCKED_SECONDS)
            other.execute("ROLLBACK")

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait()
    yield
    holding.join()


@contextmanager
def full(server: Server) -> Iterator[None]:
    """The disk of the database is full for 6 s at least."""
    with filled(server.database):
        began = time.monotonic()
        yield
        time.sleep(max(0.0, began + _FULL_SECONDS - time.monotonic()))


def full_disk(folder: Path) -> Outcome:
    """See `full`."""
    try:
        with small_disk(folder, _DISK_MEGABYTES):
            return Story(full).run(folder)
    except CannotMount:
        raise Missing("only root may mount a small disk") from None


def on_postgres(folder: Path, doing: Callable[[Cluster], Iterator[None]]) -> Outcome:
    """Do something to a PostgreSQL."""
    if not postgres.binaries():
        raise Missing("PostgreSQL is not installed")
    with postgres.cluster() as own:
        settings = {"DATABASE_URL": own.address, "DARASA_DATABASE_URL": own.address}
        return Story(lambda _: contextmanager(doing)(own), settings).run(folder)


def away(own: Cluster) -> Iterator[None]:
    """PostgreSQL crashes, and comes back after 8 s."""
    own.stop()
    back = threading.Timer(_AWAY_SECONDS, own.start)
    back.start()
    yield
    back.join()


def deadlocked(own: Cluster) -> Iterator[None]:
    """Another program locks a call and then its interview, and PostgreSQL gives our beat up."""
    crossing = threading.Thread(target=_cross, args=(own,))
    crossing.start()
    yield
    crossing.join()
    until = time.monotonic() + _COUNTED_SECONDS
    with psycopg.connect(_plain(own), autocommit=True) as line:
        while not line.execute(_DEADLOCKS).fetchone()[0]:
            assert time.monotonic() < until, "no deadlock came about"
            time.sleep(_LOOK_SECONDS)


def _cross(own: Cluster) -> None:
    with (
        psycopg.connect(_plain(own), autocommit=True) as watch,
        psycopg.connect(_plain(own)) as other,
    ):
        watch.execute(_PATIENT)
        watch.execute("select pg_reload_conf()")
        other.execute(_MORE_PATIENT)
        _, interview = other.execute(_CALL).fetchone()
        while not watch.execute(_WAITS).fetchone()[0]:  # our beat: it has the interview by now
            time.sleep(_LOOK_SECONDS)
        other.execute(_INTERVIEW, (interview,))


def _plain(own: Cluster) -> str:
    return own.address.replace("+psycopg", "")


FAULTS = (
    Fault("SQLite locked for 12 s", Story(locked).run),
    Fault("disk of SQLite full for 6 s", full_disk),
    Fault("PostgreSQL away for 8 s", lambda folder: on_postgres(folder, away)),
    Fault("PostgreSQL deadlocked", lambda folder: on_postgres(folder, deadlocked)),
)
