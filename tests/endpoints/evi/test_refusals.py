"""Forged calls get nothing, and change nothing."""

import asyncio
import json
import sqlite3
import time
from contextlib import closing

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.endpoints.evi.conftest import DRAIN_SECONDS

pytestmark = pytest.mark.slow


def address(server, ticket: str | None) -> str:
    query = f"?access_token={ticket}" if ticket else ""
    return f"ws://localhost:{server.port}/v0/evi/chat{query}"


async def read_until_closed(socket) -> list[dict]:
    async with asyncio.timeout(20):
        return [json.loads(frame) async for frame in socket]


async def test_no_ticket_or_an_invented_one_is_401(server):
    for ticket in (None, "x" * 43):
        with pytest.raises(InvalidStatus) as refused:
            async with connect(address(server, ticket)):
                pass
        assert refused.value.response.status_code == 401


async def test_a_foreign_page_is_403_and_its_ticket_stays_unspent(server):
    ticket = server.ticket()["access_token"]
    with pytest.raises(InvalidStatus) as refused:
        async with connect(address(server, ticket), origin="https://evil.example"):
            pass

    async with connect(address(server, ticket), origin=server.address) as socket:
        first = json.loads(await socket.recv())

    assert refused.value.response.status_code == 403
    assert first["type"] == "chat_metadata"


async def test_a_used_ticket_is_401(server):
    ticket = server.ticket()["access_token"]
    async with connect(address(server, ticket)) as socket:
        await socket.recv()

    with pytest.raises(InvalidStatus) as refused:
        async with connect(address(server, ticket)):
            pass

    assert refused.value.response.status_code == 401


@pytest.mark.parametrize(
    ("frame", "times", "code"),
    [
        (b"\x00" * 1_000_000, 1, "E0102"),
        ("x" * 1_000_000, 1, "E0102"),
        (b"\xde\xad\xbe\xef no audio" * 20, 3, "I0116"),
        ('{"type":"pause_assistant_message"}', 1_500, "E0103"),
    ],
)
async def test_abuse_ends_with_an_error_and_a_normal_close(server, frame, times, code):
    async with connect(address(server, server.ticket()["access_token"])) as socket:
        for _ in range(times):
            await socket.send(frame)
        seen = await read_until_closed(socket)

    assert [message["code"] for message in seen if message["type"] == "error"] == [code]
    assert socket.close_code == 1000


async def test_broken_text_is_told_and_the_call_goes_on(server):
    async with connect(address(server, server.ticket()["access_token"])) as socket:
        for frame in ("no json", "{}", '{"type":"nonsense"}', '{"type":"audio_input","data":"§"}'):
            await socket.send(frame)
        await socket.send(json.dumps({"type": "user_input", "text": "Still here."}))
        codes: list[str] = []
        async with asyncio.timeout(20):
            async for frame in socket:
                message = json.loads(frame)
                if message["type"] == "error":
                    codes.append(message["code"])
                if message["type"] == "user_message":
                    break

    assert codes == ["E0100", "E0101", "E0101", "E0201"]


async def test_the_log_holds_no_ticket_and_no_words(server):
    ticket = server.ticket()["access_token"]
    async with connect(address(server, ticket)) as socket:
        await socket.send(json.dumps({"type": "user_input", "text": "My secret salary."}))
        await asyncio.sleep(0.5)

    assert ticket not in server.log
    assert "secret salary" not in server.log


async def test_a_server_that_is_stopped_stores_the_length(server):
    given, began = server.ticket(), time.monotonic()
    async with connect(address(server, given["access_token"])) as socket:
        await socket.recv()
        await asyncio.sleep(2)
        await asyncio.to_thread(server.stop)
    lasted = time.monotonic() - began

    with closing(sqlite3.connect(server.database)) as connection:
        (seconds,) = connection.execute(
            "select duration_seconds from interview where id = ?",
            (given["interview_id"].replace("-", ""),),
        ).fetchone()
    server.start()

    # The call goes on while the server drains; `test_stopping.py` tells for how long.
    assert 2 + DRAIN_SECONDS - 1 <= seconds <= lasted
