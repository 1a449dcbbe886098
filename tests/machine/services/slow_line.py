"""A proxy whose lines carry only so much up, or fall silent, as in a hotel or on a phone."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_PIECE_BYTES = 2_048
# What a proxy or a phone holds back at most, so that a slow line is felt at once.
_HELD_BYTES = 16_384
_LOOK_SECONDS = 0.05


@dataclass
class Gate:
    """Lets lines fall silent without closing them, as when a phone changes its network.

    Attributes:
        is_shut: Whether new lines get nowhere either.
        times: How often it was shut; a line from before carries nothing any more.
    """

    is_shut: bool = False
    times: int = 0

    def shut(self) -> None:
        """Carry nothing from now on, not even the end of a line."""
        self.is_shut, self.times = True, self.times + 1

    def open(self) -> None:
        """Let new lines pass again, those too that were begun meanwhile; the old ones stay dead."""
        self.is_shut = False


class _Dead(Exception):
    """A line from before the gate was shut."""


@dataclass
class _Passage:
    """What one line may carry: an upper speed, and nothing once the gate has been shut."""

    gate: Gate
    times: int

    async def carry(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        bytes_per_second: float | None,
    ) -> None:
        loop = asyncio.get_running_loop()
        free_at = loop.time()
        try:
            while data := await reader.read(_PIECE_BYTES):
                self._look()
                writer.write(data)
                await writer.drain()
                if bytes_per_second:
                    free_at = max(free_at, loop.time()) + len(data) / bytes_per_second
                    await asyncio.sleep(free_at - loop.time())
            self._look()
        except OSError:
            return
        except _Dead:
            await asyncio.Event().wait()
        finally:
            writer.close()

    def _look(self) -> None:
        if self.gate.times != self.times:
            raise _Dead


@contextmanager
def proxy(kilobits_per_second: float | None = None, gate: Gate | None = None) -> Iterator[str]:
    """Run a proxy that slows down what goes up through its tunnels; yield its address.

    Browsers open tunnels for sockets, and ask in plain for everything else on http.

    Args:
        kilobits_per_second: What each tunnel carries up; None: as much as it can.
        gate: Shuts all lines.
    """
    loop = asyncio.new_event_loop()
    rate = kilobits_per_second * 1000 / 8 if kilobits_per_second else None
    lines = _Lines(gate or Gate(), rate)
    # A loop of its own in a thread: Playwright's runs in this one.
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    starting = asyncio.start_server(lines.take, "127.0.0.1", 0, limit=_HELD_BYTES)
    server = asyncio.run_coroutine_threadsafe(starting, loop).result(30)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        asyncio.run_coroutine_threadsafe(lines.end(server), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


@dataclass
class _Lines:
    """All lines of one proxy, and both ends of each.

    Attributes:
        bytes_per_second: What each tunnel carries up; None: as much as it can.
    """

    gate: Gate
    bytes_per_second: float | None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _ends: list[asyncio.StreamWriter] = field(default_factory=list)

    def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Lead a new line on, in a task of ours: asyncio tells of a cancelled one of its own."""
        self._ends.append(writer)
        self._tasks.add(asyncio.create_task(self._carry(reader, writer)))

    async def end(self, server: asyncio.Server) -> None:
        """Take no new lines, and end all there are: nobody waits for what they still hold."""
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            # Tasks of asyncio's take in who has come just now: cancelled, or with the server closed
            # under them, they lose a line that nobody else knows of.
            for task in self._tasks & others:
                task.cancel()
            await asyncio.wait(others)
        server.close()
        for writer in self._ends:
            writer.transport.abort()
        await asyncio.sleep(0)  # they take their leave in the loop's next round

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                await self._lead(reader, writer)
        finally:
            writer.close()

    async def _lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while self.gate.is_shut:
            await asyncio.sleep(_LOOK_SECONDS)
        passage = _Passage(self.gate, self.gate.times)
        far_reader, far_writer, tunnel = await _led_on(reader, writer)
        self._ends.append(far_writer)
        await asyncio.gather(
            passage.carry(reader, far_writer, self.bytes_per_second if tunnel else None),
            passage.carry(far_reader, writer, None),
        )


async def _led_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, bool]:
    """Open the line to where a request wants to go; tell whether it is a tunnel.

    Raises:
        OSError: Nobody answers there, or it is one of the browser's own errands.
    """
    request = await reader.readuntil(b"\r\n\r\n")
    method, target, _ = request.split(b"\r\n", 1)[0].decode().split()
    tunnel = method == "CONNECT"
    place = urlsplit(f"//{target}" if tunnel else target)
    if place.hostname != "localhost" or place.port is None:
        raise OSError(f"not led on to {target}")
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", place.port)
    if tunnel:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    else:  # servers take a whole address for a path
        far_writer.write(request)
    return far_reader, far_writer, tunnel
