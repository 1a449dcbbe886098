"""Servers that end or pause, and databases that take nothing, in the middle of a typed call."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlmodel import select
from websockets.asyncio.client import connect

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from tests.faults.fault import Fault, Missing, Outcome
from tests.faults.talk import Talk, address, opens, outcome
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.machine import postgres
from tests.server import Server

Doing = Callable[[Server], None]


def sign(server: Server, kind: signal.Signals) -> None:
    """Send a signal to the whole server."""
    assert server.process is not None
    os.killpg(server.process.pid, kind)


def pause(server: Server) -> None:
    """Let the server stand still for 8 s, as a laptop that sleeps does."""
    sign(server, signal.SIGSTOP)
    threading.Timer(8, sign, (server, signal.SIGCONT)).start()


def lock(server: Server) -> None:
    """Let another program lock the database for 12 s."""

    def hold() -> None:
        with closing(sqlite3.connect(server.database, isolation_level=None)) as other:
            other.execute("PRAGMA busy_timeout=5000")
            other.execute("BEGIN EXCLUSIVE")
            time.sleep(12)
            other.execute("ROLLBACK")

    threading.Thread(target=hold).start()
    time.sleep(1)


def fill(server: Server) -> None:
    """Leave no room beside the database for 6 s."""
    filler = server.folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    threading.Timer(6, filler.unlink).start()


def run(folder: Path, doing: Doing, *, url: str = "", again: bool = False) -> Outcome:
    """Hold a call of three answers, the third while something happens to the server."""
    settings = {"DATABASE_URL": url, "DARASA_DATABASE_URL": url} if url else {}
    server = Server(folder, settings).start()
    try:
        return asyncio.run(_run(server, doing, again=again))
    finally:
        server.kill()


async def _run(server: Server, doing: Doing, *, again: bool) -> Outcome:
    given = await asyncio.to_thread(server.ticket)
    talk = Talk()
    async with connect(address(server, given["access_token"])) as socket:
        reading = asyncio.create_task(talk.hold(socket))
        for text in ("first answer", "second answer"):
            await talk.answer(socket, text)
        await asyncio.to_thread(doing, server)
        await talk.answer(socket, "third answer " * 300)
        await asyncio.sleep(1)
    await reading
    if again:
        await asyncio.to_thread(server.process.wait, 60)
        server.process = None
        await asyncio.to_thread(server.start)
    await asyncio.sleep(8)  # what is owed is stored
    url = server.environment["DARASA_DATABASE_URL"]
    ticket = await reopened(url, given["interview_id"])
    resumable = await opens(server, ticket)
    return outcome(talk, url, given["interview_id"], resumable=resumable)


async def reopened(url: str, interview_id: str) -> str:
    """Return a ticket for a further call."""
    db, clock = Database(url), SystemClock()
    user = await db.read(lambda session: session.exec(select(User)).first())
    calls = Calls(db, clock, engines(EchoInterviewer()), CallLimits())
    interviews = Interviews(db, clock, calls, limit=None)
    ticket = await interviews.reopen(Actor(user.id, user.name), UUID(interview_id))
    db.engine.dispose()
    return ticket


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of 6 MB."""
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        raise Missing("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def full_disk(folder: Path) -> Outcome:
    """See `fill`."""
    with small_disk(folder):
        return run(folder, fill)


def on_postgres(folder: Path) -> Outcome:
    """The server is killed; the database is PostgreSQL."""
    if not postgres.binaries():
        raise Missing("PostgreSQL is not installed")
    with postgres.running() as url:
        return run(folder, partial(sign, kind=signal.SIGKILL), url=url, again=True)


FAULTS = (
    Fault("SIGKILL, SQLite", partial(run, doing=partial(sign, kind=signal.SIGKILL), again=True)),
    Fault("SIGKILL, PostgreSQL", on_postgres),
    Fault("SIGTERM, SQLite", partial(run, doing=partial(sign, kind=signal.SIGTERM), again=True)),
    Fault("SIGSTOP for 8 s, SQLite", partial(run, doing=pause)),
    Fault("SQLite locked for 12 s", partial(run, doing=lock)),
    Fault("disk of SQLite full for 6 s", full_disk),
)
