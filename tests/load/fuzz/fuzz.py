"""Throws mutated frames at the real server: `python -m tests.load.fuzz.fuzz --frames 100000`.

Nothing may end the server, nobody is shown a trace, no word of a frame may stand in the log, and
memory must not grow.
"""

import argparse
import asyncio
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlsplit
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.fixtures.server import Server
from tests.load.fuzz.mutations import WORD, mutated
from tests.load.fuzz.seeds import EVI, events
from tests.load.measuring.processes import resident_kilobytes, tickets

_EVENT_LINES, _CALLS = 4, 2
# Reflex keeps what each tab holds for an hour, and broken lines come back as new tabs.
SETTINGS = {"REFLEX_REDIS_TOKEN_EXPIRATION": "30"}
_BURST = 10
_PATIENCE_SECONDS = 5
_EVENTS_SHARE = 0.8
# A ticket is good for a minute.
_TICKET_SECONDS = 40
# While it warms up, a server's memory grows.
_WARM = 0.2
_TRACES = ("Traceback", "site-packages", '.py\\"', '.py", line')
_BUG = "Something went wrong on our side"
_LAST = (
    '42/_event,["event",{"name":"reflex___state____state.set_is_hydrated","payload":{"value":%s}}]'
)
_HANDLED = '"is_hydrated_rx_state_":true'


@dataclass
class Seen:
    """What came of it.

    Attributes:
        counts: Of what happened.
        memory: Megabytes of the server, at the end of each tenth.
        seconds: How long it took.
        places: Where unexpected errors came from, from the log, with their number.
        words: Lines of the log that hold a word of a frame.
    """

    frames: int
    counts: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    seconds: float = 0.0
    places: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)

    def take(self, frame: str | bytes) -> None:
        """Look at what the server sent."""
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        self.counts["answers"] += 1
        self.counts["bugs told"] += _BUG in text
        self.counts["traces"] += any(trace in text for trace in _TRACES)

    @property
    def growth(self) -> float:
        """Megabytes that the server's memory grew since it was warm."""
        return self.memory[-1] - self.memory[int(_WARM * 10)]


async def throw(server: Server, frames: int, seed: int = 1) -> Seen:
    """Send so many frames, most of them as events, the others in calls."""
    seen, began = Seen(frames), time.monotonic()
    random = Random(seed)
    names = events(server)
    many = int(frames * _EVENTS_SHARE)
    own = Thrower(server, seen, random)
    ways = [own.events(names, many // _EVENT_LINES) for _ in range(_EVENT_LINES)]
    ways += [own.calls((frames - many) // _CALLS) for _ in range(_CALLS)]
    await asyncio.gather(*ways)
    seen.seconds = time.monotonic() - began
    log = server.log
    seen.places = Counter(re.findall(r"unexpected (\w+ at \S+)", log))
    seen.words = [line for line in log.splitlines() if WORD in line or "Traceback" in line]
    return seen


@dataclass
class Thrower:
    """Sends frames over lines that it opens as often as they are closed."""

    server: Server
    seen: Seen
    random: Random
    tickets: list[str] = field(default_factory=list)
    made_at: float = 0.0
    making: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def events(self, seeds: list[str], count: int) -> None:
        """Send frames to the event socket."""
        where = f"ws://{urlsplit(self.server.address).netloc}/_event/?EIO=4&transport=websocket"
        left = count
        while left > 0:
            # Most keep their tab, as a page does; some come as another one.
            async with connect(f"{where}&token={uuid4()}", max_size=None) as line:
                await line.send("40/_event,{}")
                left = await self._until_closed(line, seeds, left, self._is_heard)

    async def calls(self, count: int) -> None:
        """Send frames in calls."""
        left = count
        while left > 0:
            where = f"ws://{urlsplit(self.server.address).netloc}/v0/evi/chat"
            asked = f"{where}?access_token={await self._ticket()}"
            try:
                async with connect(asked, max_size=None) as line:
                    left = await self._until_closed(line, EVI, left, self._is_read)
            except InvalidHandshake:
                self.seen.counts["calls refused"] += 1

    async def _until_closed(
        self,
        line: ClientConnection,
        seeds: list[str],
        left: int,
        waits: Callable[[ClientConnection], Awaitable[None]],
    ) -> int:
        """Send frames until enough were sent or the line is closed; return how many are left."""
        self.seen.counts["lines"] += 1
        try:
            while left > 0:
                for _ in range(min(_BURST, left)):
                    await line.send(mutated(self.random.choice(seeds), self.random))
                    left -= 1
                    self._count()
                await waits(line)
        except ConnectionClosed as ended:
            self.seen.counts[f"closed {ended.rcvd.code if ended.rcvd else 'without a word'}"] += 1
        except TimeoutError:
            self.seen.counts["silent"] += 1
        return left

    async def _is_heard(self, line: ClientConnection) -> None:
        """Wait until what was sent has been handled: events of a tab are, one after the other."""
        await line.send(_LAST % "false")
        await line.send(_LAST % "true")
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while _HANDLED not in (frame := str(await line.recv())):
                self.seen.take(frame)
                if frame == "2":
                    await line.send("3")

    async def _is_read(self, line: ClientConnection) -> None:
        """Take what the interviewer says for a moment."""
        try:
            async with asyncio.timeout(0.02):
                while True:
                    self.seen.take(await line.recv())
        except TimeoutError:
            return

    async def _ticket(self) -> str:
        async with self.making:
            if not self.tickets or time.monotonic() - self.made_at > _TICKET_SECONDS:
                self.made_at = time.monotonic()
                self.tickets = await asyncio.to_thread(tickets, self.server.environment, 50)
            return self.tickets.pop()

    def _count(self) -> None:
        self.seen.counts["sent"] += 1
        if self.seen.counts["sent"] % max(1, self.seen.frames // 10) == 0:
            assert self.server.process, "the server is gone"
            self.seen.memory.append(resident_kilobytes(self.server.process.pid) / 1_000)
            print(self.seen.counts["sent"], f"{self.seen.memory[-1]:.0f} MB", flush=True)


def main() -> None:
    """Print what came of it as JSON."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--frames", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), SETTINGS).start()
        try:
            seen = asyncio.run(throw(server, given.frames, given.seed))
            alive = server.health()
        finally:
            server.stop()
    told = {
        "counts": dict(seen.counts),
        "memory_mb": [round(one) for one in seen.memory],
        "growth_mb": round(seen.growth),
        "seconds": round(seen.seconds),
        "unexpected": dict(seen.places),
        "words_in_log": seen.words[:5],
        "health": alive,
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
