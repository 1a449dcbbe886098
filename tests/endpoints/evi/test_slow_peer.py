"""A peer that takes nothing does not hold a call, its memory, or its task for ever."""

import asyncio

import pytest
from starlette.websockets import WebSocket

from darasa_reflex.endpoints import evi_socket
from darasa_reflex.features.interviews.call.line import LineClosed


async def a_stuck_socket(message):
    if message["type"] != "websocket.accept":
        await asyncio.Event().wait()


@pytest.fixture
async def line(monkeypatch):
    monkeypatch.setattr(evi_socket, "_LONGEST_SEND_SECONDS", 0.05)

    async def connecting():
        return {"type": "websocket.connect"}

    socket = WebSocket({"type": "websocket", "headers": []}, connecting, a_stuck_socket)
    await socket.accept()
    return evi_socket.SocketLine(socket, ["first"])


async def test_a_frame_that_nobody_takes_ends_the_line(line):
    async with asyncio.timeout(8):  # with the patience that people have it would be 10 s
        with pytest.raises(LineClosed):
            await line.send("{}")
        await line.close()


async def test_settings_of_the_address_come_first(line):
    assert await line.receive() == "first"
