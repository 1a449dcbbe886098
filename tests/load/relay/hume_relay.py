"""What our server adds to a frame on its way from Hume and to Hume, and the memory of a call.

50 calls at once, voice in both directions, against a bare relay in the same run: they take turns.
"""

import asyncio
import json
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect

from tests.fixtures.server import Server
from tests.load.measuring.processes import resident_kilobytes, running, tickets
from tests.load.relay.hume_stream import FRAME_SECONDS, beat, sent
from tests.machine.services.postgres import free_port

CALLS = 50
_ROUNDS = 2
_SECONDS = 5.0
_SETTLING_SECONDS = 1.0
# Of the calls that only load what all calls need.
_LOADING_SECONDS = 0.5
# People do not click in the same moment; what opening costs is no delay of a frame.
_APART_SECONDS = 0.06
_LEAST_SHARE = 0.95
_VOICE = b"\x00\x01" * 640  # 40 ms at 16 kHz
_AUDIO = {"encoding": "linear16", "sample_rate": 16_000, "channels": 1}
_SETTINGS = json.dumps({"type": "session_settings", "audio": _AUDIO})


@dataclass
class Way:
    """A way to the engine, and what was measured on it.

    Attributes:
        addresses: Gives fresh addresses for so many calls.
        pid: Of the process that relays.
        down_ms: From the engine's send to the client's receipt, per frame.
        up_ms: From the client's send to the engine's receipt, per frame.
        kilobytes: Memory that one of 50 open calls takes.
    """

    addresses: Callable[[int], list[str]]
    pid: int
    down_ms: list[float] = field(default_factory=list)
    up_ms: list[float] = field(default_factory=list)
    kilobytes: float = 0.0
    _since: float = math.inf
    _until: float = math.inf

    def measure(self) -> None:
        """Hold 50 calls for some seconds; they are weighed the first time."""
        if not self.down_ms:
            asyncio.run(self._held(self.addresses(2), [], _LOADING_SECONDS))  # imports, caches
            self.down_ms.clear()
            self.up_ms.clear()
        empty, loaded = resident_kilobytes(self.pid), list[float]()
        asyncio.run(self._held(self.addresses(CALLS), loaded, _SECONDS))
        self.kilobytes = self.kilobytes or (loaded[0] - empty) / CALLS

    async def _held(self, addresses: list[str], loaded: list[float], seconds: float) -> None:
        self._since = self._until = math.inf
        lines: list[ClientConnection] = []
        try:
            async with asyncio.TaskGroup() as calls:
                for number, address in enumerate(addresses):
                    lines.append(line := await _opened(address))
                    calls.create_task(self._speak(line, number))
                    calls.create_task(self._listen(line))
                    await asyncio.sleep(_APART_SECONDS)
                self._since = time.monotonic() + _SETTLING_SECONDS
                self._until = self._since + seconds
            loaded.append(resident_kilobytes(self.pid))
        finally:
            await asyncio.gather(*[line.close() for line in lines])

    @property
    def _over(self) -> bool:
        return time.monotonic() > self._until

    async def _listen(self, line: ClientConnection) -> None:
        while not self._over:
            async with asyncio.timeout(10):
                frame = await line.recv()
            came_ns = time.monotonic_ns()
            message = json.loads(frame)
            if message["type"] == "audio_output" and message["sent_ns"] / 1e9 > self._since:
                self.down_ms.append((came_ns - message["sent_ns"]) / 1e6)
                self.up_ms += [up_ns / 1e6 for up_ns in message["up_ns"]]

    async def _speak(self, line: ClientConnection, number: int) -> None:
        async for _ in beat(number, CALLS):
            if self._over:
                return
            await line.send(sent(_VOICE))


def measure(folder: Path) -> tuple[Way, Way]:
    """Return what was measured through our server, and through the bare relay."""
    with _paths(folder) as (ours, bare):
        for _ in range(_ROUNDS):
            ours.measure()
            bare.measure()
    for path in (ours, bare):
        _check_none_lost(path)
    return ours, bare


def _check_none_lost(path: Way) -> None:
    """Refuse delays that look short because frames never came."""
    least = _LEAST_SHARE * _ROUNDS * CALLS * _SECONDS / FRAME_SECONDS
    if min(len(path.down_ms), len(path.up_ms)) < least:
        raise RuntimeError(f"{len(path.down_ms)} down, {len(path.up_ms)} up, of {least:.0f} frames")


@contextmanager
def _paths(folder: Path) -> Iterator[tuple[Way, Way]]:
    engine_port, bare_port = free_port(), free_port()
    keys = {
        "HUME_API_KEY": "hume-key",
        "HUME_SECRET_KEY": "",
        "HUME_CONFIG_ID": "bench",
        "HUME_BASE_URL": f"http://127.0.0.1:{engine_port}",
        "DARASA_INTERVIEWER": "hume",
    }
    own = folder / "hume-relay"
    own.mkdir()
    engine = ["-m", "tests.load.relay.hume_stream", str(engine_port)]
    relay = ["-m", "tests.load.relay.bare_relay", str(bare_port), str(engine_port)]
    with running(engine, engine_port), running(relay, bare_port) as bare_pid:
        server = Server(own, keys).start()
        try:
            socket = f"ws://127.0.0.1:{server.port}/v0/evi/chat?access_token="
            assert server.process is not None
            yield (
                Way(
                    lambda n: [socket + secret for secret in tickets(server.environment, n)],
                    server.process.pid,
                ),
                Way(lambda n: [f"ws://127.0.0.1:{bare_port}"] * n, bare_pid),
            )
        finally:
            server.stop()


async def _opened(address: str) -> ClientConnection:
    line = await connect(address, compression=None, open_timeout=30)
    await line.send(_SETTINGS)
    first = json.loads(await line.recv())
    if first["type"] != "chat_metadata":
        raise RuntimeError(first["type"])
    return line
