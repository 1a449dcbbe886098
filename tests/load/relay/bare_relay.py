"""The least a relay can do: `python -m tests.load.relay.bare_relay PORT UPSTREAM_PORT`."""

import asyncio
import contextlib
import sys

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed


async def main(port: int, upstream: str) -> None:
    """Serve until cancelled."""

    async def relay(line: ServerConnection) -> None:
        async with connect(upstream, compression=None) as engine:
            await asyncio.wait(
                [asyncio.create_task(pump(*ends)) for ends in ((line, engine), (engine, line))],
                return_when=asyncio.FIRST_COMPLETED,
            )
            await line.close()

    async with serve(relay, "127.0.0.1", port, compression=None):
        await asyncio.Future()


async def pump(
    source: ServerConnection | ClientConnection, target: ServerConnection | ClientConnection
) -> None:
    """Pass frames on until one side closes."""
    with contextlib.suppress(ConnectionClosed):
        async for frame in source:
            await target.send(frame)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), f"ws://127.0.0.1:{sys.argv[2]}/v0/evi/chat?bare"))
