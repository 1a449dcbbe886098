"""A WebSocket server and a plain HTTP server behind one address."""

import asyncio

from websockets.asyncio.server import ServerConnection


class Beside(ServerConnection):
    """Hands requests that are no WebSocket to a plain HTTP server on loopback."""

    http_port: int | None = None
    _first = True
    _beside: asyncio.Queue[bytes] | None = None

    def data_received(self, data: bytes) -> None:
        if self._first and self.http_port and b" /ws/" not in data.split(b"\r\n")[0]:
            self._beside = asyncio.Queue()
            self._task = asyncio.create_task(self._carry(self._beside))
        self._first = False
        if self._beside is None:
            super().data_received(data)
        else:
            self._beside.put_nowait(data)

    async def _carry(self, up: asyncio.Queue[bytes]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.http_port)
        sending = asyncio.create_task(_pump(up, writer))
        while piece := await reader.read(65_536):
            self.transport.write(piece)
        sending.cancel()
        writer.close()
        self.transport.close()


async def _pump(up: asyncio.Queue[bytes], writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(await up.get())
