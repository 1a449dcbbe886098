"""People who call a server and speak with it."""

import asyncio
import json
import random
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from math import inf

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from tests.conftest import a_job, person
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.load.measuring.processes import own_kilobytes, processor_seconds
from tests.load.spoken.outcome import Crowd, summary
from tests.load.spoken.socket_call import AUDIO, SocketCall, Speaker
from tests.load.typed.sockets import Line

_COME_SECONDS, _CALM_SECONDS, _MOST_CALM_LOOKS = 6.0, 2.0, 30
_CALM_SHARE = 0.05
# A sentence: 5 s at 16 kHz.
_SHORT_BYTES = 5 * 16_000 * 2
# Where two workers share the seats, another try may reach the other worker.
_TRIES, _AGAIN_SECONDS = 4, 0.5


@dataclass(frozen=True, slots=True)
class People:
    """Whoever calls a server."""

    db: Database
    server: Line
    answers: list[bytes]
    room: bytes

    async def come(self, calls: int, seconds: float) -> Crowd:
        """Let so many speak for some seconds, from when all have come."""
        await self._calm()
        pid = self._pid
        empty = own_kilobytes(pid)
        until = time.monotonic() + _COME_SECONDS + seconds
        async with AsyncExitStack() as lines:
            opened = await asyncio.gather(*(self._call(lines, n) for n in range(calls)))
            heard = [(Speaker(self.answers, self.room), call) for call in opened if call]
            talking = [asyncio.create_task(self._late(*one, until)) for one in heard]
            await asyncio.sleep(_COME_SECONDS)
            since, began = time.monotonic(), processor_seconds(pid)
            await asyncio.sleep(seconds)
            share = (processor_seconds(pid) - began) / (time.monotonic() - since)
            full = own_kilobytes(pid)
            await asyncio.gather(*talking)
        memory = round(empty), round(full)
        return summary(calls, [speaker for speaker, _ in heard], since, share, memory)

    async def load(self, calls: int) -> None:
        """Let so many hear a greeting and say a sentence: the first calls load what all share."""
        async with AsyncExitStack() as lines:
            opened = await asyncio.gather(*(self._call(lines, n) for n in range(calls)))
            short = [self.answers[0][:_SHORT_BYTES]]
            talking = [
                self._late(Speaker(short, self.room), call, inf, 1) for call in opened if call
            ]
            await asyncio.gather(*talking)

    @property
    def _pid(self) -> int:
        assert self.server.process
        return self.server.process.pid

    async def _calm(self) -> None:
        """Wait until the server has nothing to do: what it loads and measures is over."""
        for _ in range(_MOST_CALM_LOOKS):
            before = processor_seconds(self._pid)
            await asyncio.sleep(_CALM_SECONDS)
            if processor_seconds(self._pid) - before < _CALM_SHARE * _CALM_SECONDS:
                return

    async def _call(self, lines: AsyncExitStack, number: int) -> SocketCall | None:
        """Open a call; None: the server takes no more."""
        clock, actor = SystemClock(), person(self.db, f"Crowd-{time.monotonic_ns()}-{number}")
        own = Calls(self.db, clock, engines(EchoInterviewer()), CallLimits())
        interviews = Interviews(self.db, clock, own, limit=None)
        started = await interviews.start(actor, a_job(self.db, actor).id, 30)
        secret = started.ticket
        for _ in range(_TRIES):
            address = f"ws://127.0.0.1:{self.server.port}/v0/evi/chat?access_token={secret}"
            socket = await connect(address, proxy=None, compression=None, open_timeout=30)
            with suppress(ConnectionClosed):
                await socket.send(json.dumps({"type": "session_settings", "audio": AUDIO}))
                if json.loads(await socket.recv())["type"] == "chat_metadata":
                    lines.push_async_callback(socket.close)
                    return SocketCall(socket)
            await socket.close()
            await asyncio.sleep(_AGAIN_SECONDS)
            secret = await interviews.reopen(actor, started.interview_id)
        return None

    async def _late(
        self, speaker: Speaker, call: SocketCall, until: float, turns: float = inf
    ) -> None:
        reading = asyncio.create_task(call.read())
        await asyncio.sleep(random.uniform(0, _COME_SECONDS / 2))
        await speaker.talk(call, until, turns)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
