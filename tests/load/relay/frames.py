"""Voice frames to a socket and back, 20 calls side by side at 25 frames a second."""

import asyncio
import json
import time
from collections.abc import Callable

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import serve

FRAME = b"\x00\x01" * 640  # 40 ms at 16 kHz
CALLS = 20
_SECONDS = 6
_PAUSE = 0.04


async def through_echo(address: str) -> list[float]:
    """Return milliseconds of each frame through a bare `websockets` echo at an address."""
    return await _all_calls(lambda: _plain(address))


async def through_calls(address: str, tickets: list[str]) -> list[float]:
    """Return milliseconds of each frame through Darasa's socket to an echo and back."""
    left = iter(tickets)
    return await _all_calls(lambda: _evi(address, next(left)))


async def bare_echo(port: int) -> None:
    """Serve the reference until cancelled."""

    async def echo(socket) -> None:
        async for frame in socket:
            await socket.send(frame)

    async with serve(echo, "127.0.0.1", port):
        await asyncio.Future()


async def _plain(address: str) -> ClientConnection:
    return await connect(address)


async def _evi(address: str, ticket: str) -> ClientConnection:
    socket = await connect(f"{address}?access_token={ticket}")
    await socket.recv()
    audio = {"encoding": "linear16", "sample_rate": 16_000, "channels": 1}
    await socket.send(json.dumps({"type": "session_settings", "audio": audio}))
    return socket


async def _all_calls(opened: Callable) -> list[float]:
    sockets = [await opened() for _ in range(CALLS)]
    try:
        measured = await asyncio.gather(*[_measure(socket) for socket in sockets])
    finally:
        await asyncio.gather(*[socket.close() for socket in sockets])
    return [took for call in measured for took in call]


async def _measure(socket: ClientConnection) -> list[float]:
    took: list[float] = []
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        began = time.perf_counter()
        await socket.send(FRAME)
        async with asyncio.timeout(10):
            await socket.recv()
        took.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(max(0.0, _PAUSE - took[-1] / 1000))
    return took[5:]
