"""Servers that end or pause in the middle of a call, and a machine that is busy."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.evaluations.faults.fault import Fault, Missing, Outcome
from tests.evaluations.faults.story import Story
from tests.fixtures.server import Server
from tests.machine.services import postgres

_PAUSE_SECONDS = 8.0
_DRAIN = {"DARASA_DRAIN_SECONDS": "3"}


def sign(server: Server, kind: signal.Signals) -> None:
    """Send a signal to the whole server."""
    assert server.process is not None
    os.killpg(server.process.pid, kind)


@contextmanager
def killed(server: Server) -> Iterator[None]:
    """A crash, and a start afterwards."""
    sign(server, signal.SIGKILL)
    yield
    _start_again(server)


@contextmanager
def killed_on_the_way(server: Server) -> Iterator[None]:
    """A crash before the server has read what was sent last."""
    sign(server, signal.SIGSTOP)
    threading.Timer(1, sign, (server, signal.SIGKILL)).start()
    yield
    _start_again(server)


@contextmanager
def stopped(server: Server) -> Iterator[None]:
    """A deployment's stop, and a start afterwards."""
    sign(server, signal.SIGTERM)
    yield
    _start_again(server)


@contextmanager
def paused(server: Server) -> Iterator[None]:
    """The server stands still for 8 s, as on a laptop that sleeps."""
    sign(server, signal.SIGSTOP)
    threading.Timer(_PAUSE_SECONDS, sign, (server, signal.SIGCONT)).start()
    yield


@contextmanager
def busy(server: Server) -> Iterator[None]:
    """Two loops for each core take all the time that they get."""
    del server
    loops = [multiprocessing.Process(target=_turn, daemon=True) for _ in range(2 * _cores())]
    with ExitStack() as stack:
        for loop in loops:
            loop.start()
            stack.callback(loop.join)
            stack.callback(loop.terminate)
        time.sleep(1)
        yield


def on_postgres(folder: Path) -> Outcome:
    """The server is killed; the database is PostgreSQL."""
    if not postgres.binaries():
        raise Missing("PostgreSQL is not installed")
    with postgres.running() as url:
        return Story(killed, {"DATABASE_URL": url, "DARASA_DATABASE_URL": url}).run(folder)


def _start_again(server: Server) -> None:
    assert server.process is not None
    server.process.wait(60)
    server.process = None
    server.start()


def _cores() -> int:
    return os.cpu_count() or 1


def _turn() -> None:
    while True:
        pass


FAULTS = (
    Fault("SIGKILL, SQLite", Story(killed).run),
    Fault("SIGKILL with an answer on its way, SQLite", Story(killed_on_the_way).run),
    Fault("SIGKILL, PostgreSQL", on_postgres),
    Fault("SIGTERM, drained for 3 s, SQLite", Story(stopped, _DRAIN).run),
    Fault("SIGSTOP for 8 s, then SIGCONT, SQLite", Story(paused).run),
    Fault("busy machine, SQLite", Story(busy).run),
)
