"""Typed calls over real sockets of one server or more, an answer every 3 s.

`python -m tests.load.typed.sockets CALLS SERVERS SECONDS [--workers N] [--piper]` prints JSON. It
takes PostgreSQL where that is installed, and espeak, unless Piper is asked for and there. A call
goes on as the page's does: what was not echoed is sent again under its key.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from sqlmodel import SQLModel, select
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Call, Turn
from darasa_reflex.features.interviews.service import Interviews
from tests.conftest import a_job, person
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.fixtures.databases import with_tables
from tests.fixtures.server import ROOT
from tests.load.measuring.processes import own_kilobytes, processor_seconds
from tests.machine.services import postgres

EVERY_SECONDS = 3.0
_STEP_SECONDS, _BACK_SECONDS, _LONGEST_START_SECONDS = 0.2, 0.5, 60.0
_WRITING = "writing=true&signs=true"
ANSWER = "I rewrote two queries and added an index, and the page was fast again for everybody."


@dataclass
class Line:
    """A server that only answers sockets, as `tests.endpoints.evi.lines_only` starts it.

    Attributes:
        module: What starts it.
    """

    environment: dict[str, str]
    module: str = "tests.endpoints.evi.lines_only"
    port: int = field(default_factory=postgres.free_port)
    process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it, and wait until it listens."""
        command = [sys.executable, "-m", self.module, str(self.port)]
        self.process = _started(command, self.environment)
        async with asyncio.timeout(_LONGEST_START_SECONDS):
            while not await self._listens():
                await asyncio.sleep(_STEP_SECONDS)

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True

    def kill(self) -> None:
        """End it, if it still runs."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _started(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, stdout=quiet, stderr=quiet
    )


@dataclass
class Candidate:
    """Somebody who types, and whose page comes back by itself.

    Attributes:
        echoed: Keys of the answers that the server has told as kept.
        kept_ms: From each answer to its echo.
        told: Codes of the errors the page was told.
        lines: How many calls it took.
    """

    interviews: Interviews
    actor: Actor
    interview_id: UUID
    servers: list[Line]
    unsent: dict[str, str] = field(default_factory=dict)
    echoed: set[str] = field(default_factory=set)
    kept_ms: list[float] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    lines: int = 0

    async def talk(self, until: float) -> None:
        """Type an answer every three seconds, on whichever line there is."""
        while time.monotonic() < until or self.unsent:
            secret = await self.interviews.reopen(self.actor, self.interview_id)
            server = self.servers[self.lines % len(self.servers)]
            self.lines += 1
            address = f"ws://127.0.0.1:{server.port}/v0/evi/chat?{_WRITING}&access_token={secret}"
            try:
                async with connect(address, proxy=None) as socket:
                    await self._over(socket, until)
            except (OSError, ConnectionClosed, InvalidHandshake):
                pass
            await asyncio.sleep(_BACK_SECONDS)

    async def _over(self, socket: ClientConnection, until: float) -> None:
        began: dict[str, float] = {}
        async for frame in socket:  # the room shows no field before
            if '"chat_metadata"' in frame:
                break
        hearing = asyncio.create_task(self._hear(socket, began))
        try:
            for key in self.unsent:
                await self._send(socket, key, began)
            while not hearing.done() and (time.monotonic() < until or self.unsent):
                if time.monotonic() < until and not self.unsent:
                    self.unsent[key := uuid4().hex] = f"{ANSWER} {len(self.echoed)}"
                    await self._send(socket, key, began)
                await asyncio.wait({hearing}, timeout=EVERY_SECONDS * random.uniform(0.9, 1.1))
        finally:
            hearing.cancel()

    async def _send(self, socket: ClientConnection, key: str, began: dict[str, float]) -> None:
        began[key] = time.monotonic()
        sent = {"type": "user_input", "text": self.unsent[key], "darasa": {"key": key}}
        await socket.send(json.dumps(sent))

    async def _hear(self, socket: ClientConnection, began: dict[str, float]) -> None:
        async for frame in socket:
            message = json.loads(frame)
            ours = message.get("darasa") or {}
            if message["type"] == "error":
                self.told.append(message["code"])
            elif message["type"] == "user_message" and (key := ours.get("key")) in self.unsent:
                del self.unsent[key]
                self.echoed.add(key)
                self.kept_ms.append((time.monotonic() - began[key]) * 1000)
            elif ours.get("alive"):
                await socket.send('{"type": "darasa_alive"}')


async def main(calls: int, many: int, seconds: float, *, workers: int, piper: bool) -> None:
    """Hold the calls and print what came of them."""
    with ExitStack() as rooms:
        url = a_database(rooms)
        db = Database(url)
        given = {**os.environ, "DARASA_DATABASE_URL": url, "DATABASE_URL": url}
        given |= {"DARASA_MODELS": "off", "DARASA_WORKERS": str(workers)}
        if not piper:
            empty_folder = rooms.enter_context(tempfile.TemporaryDirectory())
            given["DARASA_MODELS_FOLDER"] = empty_folder
        servers = [Line(given) for _ in range(many)]
        for server in servers:
            rooms.callback(server.kill)
            await server.start()
        people = [await _candidate(db, number, servers) for number in range(calls)]
        empty = sum(own_kilobytes(one.process.pid) for one in servers if one.process)
        until = time.monotonic() + seconds
        talking = [asyncio.create_task(_late(one.talk(until), seconds)) for one in people]
        told = await _weighed(servers, people, seconds)
        full = sum(own_kilobytes(one.process.pid) for one in servers if one.process)
        told |= {"kilobytes": round(empty), "kilobytes_per_call": round((full - empty) / calls)}
        await asyncio.gather(*talking)
        print(json.dumps(told | _result(db, people)))


async def _weighed(
    servers: list[Line], people: list[Candidate], seconds: float
) -> dict[str, object]:
    """Return what an answer costs, from when all have come to shortly before they go."""

    def so_far() -> tuple[float, int]:
        busy = sum(processor_seconds(one.process.pid) for one in servers if one.process)
        return busy, sum(len(one.kept_ms) for one in people)

    await asyncio.sleep(seconds * 0.4)
    before, answered = so_far()
    await asyncio.sleep(seconds * 0.5)
    after, all_answered = so_far()
    answers = max(all_answered - answered, 1)
    return {"server_ms_per_answer": round((after - before) * 1000 / answers, 1)}


async def _late(talk: object, seconds: float) -> None:
    await asyncio.sleep(random.uniform(0, min(10.0, seconds / 4)))
    await talk  # type: ignore[misc]


def a_database(rooms: ExitStack) -> str:
    """Return the address of an empty database: PostgreSQL where that is installed."""
    if postgres.binaries():
        url = rooms.enter_context(postgres.running())
        database = Database(url)
        SQLModel.metadata.create_all(database.engine)
        database.engine.dispose()
        return url
    folder = rooms.enter_context(tempfile.TemporaryDirectory())
    return with_tables(Path(folder) / "sockets.db")


async def _candidate(db: Database, number: int, servers: list[Line]) -> Candidate:
    clock = SystemClock()
    held = Calls(db, clock, engines(EchoInterviewer()), CallLimits())
    interviews = Interviews(db, clock, held, limit=None)
    actor = person(db, f"Crowd-{number}")
    started = await interviews.start(actor, a_job(db, actor).id, 30)
    # Each begins with another server.
    turned = servers[number % len(servers) :] + servers[: number % len(servers)]
    return Candidate(interviews, actor, started.interview_id, turned)


def _result(db: Database, people: list[Candidate]) -> dict[str, object]:
    keys = db.run_here(lambda s: list(s.exec(select(Turn.key).where(Turn.key != None))))  # noqa: E711
    reasons = db.run_here(lambda s: list(s.exec(select(Call.end_reason))))
    echoed = {key for one in people for key in one.echoed}
    kept = sorted(ms for one in people for ms in one.kept_ms)
    return {
        "answers": len(echoed),
        "lost": len(echoed - set(keys)),
        "twice": len(keys) - len(set(keys)),
        "median_ms": round(kept[len(kept) // 2]),
        "p99_ms": round(kept[int(len(kept) * 0.99)]),
        "ended": {str(one): reasons.count(one) for one in set(reasons)},
        "told": dict(Counter(code for one in people for code in set(one.told))),
        "calls_each": max(one.lines for one in people),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("calls", type=int)
    parser.add_argument("servers", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--piper", action="store_true")
    given = parser.parse_args()
    how = {"workers": given.workers, "piper": given.piper}
    asyncio.run(main(given.calls, given.servers, given.seconds, **how))
