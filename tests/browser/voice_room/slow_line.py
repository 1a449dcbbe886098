"""A proxy whose lines carry only so much up, as in a hotel or on a phone."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

_PIECE_BYTES = 2_048
# What a proxy or a phone holds back at most, so that a slow line is felt at once.
_HELD_BYTES = 16_384


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, bytes_per_second: float | None
) -> None:
    loop = asyncio.get_running_loop()
    free_at = loop.time()
    try:
        while data := await reader.read(_PIECE_BYTES):
            writer.write(data)
            await writer.drain()
            if bytes_per_second:
                free_at = max(free_at, loop.time()) + len(data) / bytes_per_second
                await asyncio.sleep(free_at - loop.time())
    except OSError:
        return
    finally:
        writer.close()


@contextmanager
def slow_proxy(kilobits_per_second: float) -> Iterator[str]:
    """Run a proxy that slows down what goes up through its tunnels; yield its address.

    Browsers open tunnels for sockets, and ask in plain for everything else on http.
    """
    loop = asyncio.new_event_loop()
    rate = kilobits_per_second * 1000 / 8

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = request.split(b"\r\n", 1)[0].decode().split()
        tunnel = method == "CONNECT"
        place = urlsplit(f"//{target}" if tunnel else target)
        if place.hostname != "localhost" or place.port is None:  # the browser's own errands
            writer.close()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", place.port)
        if tunnel:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        else:  # servers take a whole address for a path
            far_writer.write(request)
        await asyncio.gather(
            _carry(reader, far_writer, rate if tunnel else None), _carry(far_reader, writer, None)
        )

    # A loop of its own in a thread: Playwright's runs in this one.
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    starting = asyncio.start_server(take, "127.0.0.1", 0, limit=_HELD_BYTES)
    server = asyncio.run_coroutine_threadsafe(starting, loop).result(30)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    asyncio.run_coroutine_threadsafe(_end(server), loop).result(30)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
