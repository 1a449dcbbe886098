"""`DARASA_WORKERS=2`: two processes on one port, which count, die and stop as one server."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError

from tests.fixtures.server import ROOT
from tests.load.measuring.processes import tickets
from tests.machine.services import postgres, redis_server
from tests.machine.services.composition import until

MISSING = not (postgres.binaries() and redis_server.binary())
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(MISSING, reason="PostgreSQL or Redis is not installed"),
]
CALLS, DRAIN_SECONDS = 8, 2
# Whoever waits so long for what is there waits for ever.
LONGEST_SECONDS = 240
TOKEN = "prometheus-hunter2"


@pytest.fixture
def server(tmp_path):
    """The server's first process, its address, and its settings. No fork of what has counted."""
    port = postgres.free_port()
    with ExitStack() as rooms:
        database = rooms.enter_context(postgres.running())
        given = os.environ | {
            "DATABASE_URL": database,
            "DARASA_DATABASE_URL": database,
            "REDIS_URL": rooms.enter_context(redis_server.running()).address,
            "PORT": str(port),
            "DARASA_WORKERS": "2",
            "DARASA_METRICS_TOKEN": TOKEN,
            "DARASA_DRAIN_SECONDS": str(DRAIN_SECONDS),
            "DARASA_MODELS": "off",
            "DARASA_MODELS_FOLDER": str(tmp_path),
        }
        log = rooms.enter_context((tmp_path / "log").open("wb"))
        command = [sys.executable, "-m", "darasa_reflex", "run"]
        process = subprocess.Popen(
            command, cwd=ROOT, env=given, stdout=log, stderr=log, start_new_session=True
        )
        try:
            address = f"http://127.0.0.1:{port}"
            until(lambda: both_serve(address), LONGEST_SECONDS)
            yield process, address, given
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def workers(process) -> list[int]:
    """Process ids of those that serve, without what looks after semaphores for Python."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in listed}
    return [pid for pid, command in commands.items() if b"tracker" not in command]


def numbers(address) -> dict[str, float]:
    """What Prometheus is told by whichever process takes the question, added up by name."""
    asked = httpx.get(f"{address}/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    families = text_string_to_metric_families(asked.raise_for_status().text)
    return {one.name: sum(sample.value for sample in one.samples) for one in families}


def both_serve(address) -> bool:
    """Whether each has told of its connections to the database, nine where no setting says more."""
    return numbers(address)["darasa_database_connections_most"] == 2 * 9


async def connected(rooms, address, given, count):
    """Return sockets whose calls have begun, on whichever process takes each."""
    place = f"ws{address.removeprefix('http')}/v0/evi/chat?writing=true&access_token="
    sockets = []
    for ticket in await asyncio.to_thread(tickets, given, count):
        sockets.append(await rooms.enter_async_context(connect(place + ticket, proxy=None)))
        assert json.loads(await sockets[-1].recv())["type"] == "chat_metadata"
    return sockets


async def errors_until_closed(socket) -> list[str]:
    found = []
    try:
        async for frame in socket:
            message = json.loads(frame)
            found += [message["code"]] if message["type"] == "error" else []
    except ConnectionClosedError:
        found.append("broken")
    return found


async def test_two_workers_count_die_and_stop_as_one_server(server):
    process, address, given = server
    async with AsyncExitStack() as rooms, asyncio.timeout(2 * LONGEST_SECONDS):
        calls = await connected(rooms, address, given, CALLS)
        endings = [asyncio.create_task(errors_until_closed(one)) for one in calls]

        def is_told_by_all(live) -> bool:
            return {numbers(address)["darasa_live_calls"] for _ in range(CALLS)} == {live()}

        await asyncio.to_thread(until, lambda: is_told_by_all(lambda: CALLS))
        killed, other = workers(process)
        os.kill(killed, signal.SIGKILL)
        await asyncio.to_thread(until, lambda: len(set(workers(process)) - {killed}) == 2)
        assert other in workers(process)
        await asyncio.to_thread(until, lambda: both_serve(address))
        await asyncio.to_thread(
            until, lambda: is_told_by_all(lambda: sum(not one.done() for one in endings))
        )
        (late,) = await connected(rooms, address, given, 1)
        endings.append(asyncio.create_task(errors_until_closed(late)))
        process.send_signal(signal.SIGTERM)
        told = await asyncio.gather(*endings)
    await asyncio.to_thread(process.wait, LONGEST_SECONDS)

    assert {tuple(one) for one in told} <= {("broken",), ("E0797", "E0798")}
    assert told[-1] == ["E0797", "E0798"]
    assert process.returncode == 0
