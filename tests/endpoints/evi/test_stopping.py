"""A live call meets a server that is told to stop, a worker that dies, a line that breaks."""

import asyncio
import json
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
import websockets

from tests.fixtures.databases import with_tables
from tests.machine import warmed
from tests.machine.services.postgres import free_port

pytestmark = pytest.mark.slow

DRAIN_SECONDS = 2


@pytest.fixture
def server(tmp_path):
    port, url = free_port(), with_tables(tmp_path / "lines.db")
    given = os.environ | {
        "DARASA_DATABASE_URL": url,
        "DARASA_DRAIN_SECONDS": str(DRAIN_SECONDS),
        "DARASA_STT": "auto",
    }
    with Path(os.devnull).open("r+b") as nothing:
        streams = [nothing.fileno()] * 3
        process = warmed.begun(["tests.endpoints.evi.lines_only", str(port)], given, streams)
    yield process, port, given
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def ticket(given):
    told = warmed.run(["darasa_reflex", "ticket"], given)
    told.check_returncode()
    return json.loads(told.stdout)["access_token"]


async def connected(port, given, seconds=60):
    """Return a socket whose call has begun, as soon as the server can be reached."""
    until = time.monotonic() + seconds
    while True:
        address = f"ws://127.0.0.1:{port}/v0/evi/chat?access_token={ticket(given)}"
        try:
            socket = await websockets.connect(address, proxy=None)
            assert json.loads(await socket.recv())["type"] == "chat_metadata"
        except OSError:
            assert time.monotonic() < until
            await asyncio.sleep(0.5)
        else:
            return socket


async def errors_until_closed(socket):
    found = []
    async for frame in socket:
        message = json.loads(frame)
        if message["type"] == "error":
            found.append(message["code"])
    return found


@pytest.mark.parametrize("whole_group", [True, False])
async def test_a_live_call_is_told_given_time_and_closed_as_stopped(server, whole_group):
    process, port, given = server
    socket = await connected(port, given)

    began = time.monotonic()
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGTERM)
    errors = await errors_until_closed(socket)
    lasted = time.monotonic() - began
    await asyncio.to_thread(process.wait, 40)

    assert errors == ["E0797", "E0798"]
    assert socket.close_code == 1000
    assert DRAIN_SECONDS - 1 < lasted < DRAIN_SECONDS + 15
    assert process.returncode == 0


async def test_a_worker_that_crashed_is_started_again(server):
    process, port, given = server
    socket = await connected(port, given)
    await asyncio.sleep(6)  # two crashes within 5.5 s would end the server
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()  # noqa: ASYNC240
    workers = [int(pid) for pid in listed.split()]

    for pid in workers:
        os.kill(pid, signal.SIGSEGV)
    again = await connected(port, given)

    assert process.poll() is None
    await again.close()
    await socket.close()


async def test_a_line_that_breaks_is_no_hang_up(server, tmp_path):
    _, port, given = server
    hung_up, broken = await connected(port, given), await connected(port, given)

    await hung_up.close()
    broken.transport.abort()

    def reasons():
        with closing(sqlite3.connect(tmp_path / "lines.db")) as database:
            return {one for (one,) in database.execute("select end_reason from call")}

    until = time.monotonic() + 30
    while reasons() != {"hang_up", "lost"}:
        assert time.monotonic() < until, reasons()
        await asyncio.sleep(0.1)
