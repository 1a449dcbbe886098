"""Typed calls at once, an answer every 3 s: `python -m tests.load.typed.calls URL CALLS SECONDS`.

The whole way from a frame to the frame that shows it, with the real database and without a socket.
Prints JSON: `dead`, and `kept_ms`, from each answer to its echo, which comes when it is kept.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from tests.conftest import a_job, person
from tests.features.interviews.doubles import EchoInterviewer, FakeLine, engines, typed

EVERY_SECONDS, TICK_SECONDS = 3.0, 10.0
# Within this time all of them press Start.
_COME_SECONDS = 10.0


class EchoedLine(FakeLine):
    """Tells when the words typed last are shown; looking again and again would be the load."""

    def __init__(self) -> None:
        super().__init__(stays=True)
        self.opened, self.echoed = asyncio.Event(), asyncio.Event()

    async def send(self, frame: str) -> None:
        """See `Line.send`."""
        if '"user_message"' in frame:
            self.echoed.set()
        elif '"chat_metadata"' in frame:
            self.opened.set()


@dataclass
class Crowd:
    """People who type at once, each with a job of their own."""

    interviews: Interviews
    calls: Calls
    kept_ms: list[float] = field(default_factory=list)
    dead: int = 0

    async def one(self, actor: Actor, job_id: UUID, until: float) -> None:
        """Hold one call, with its browser's ticks."""
        await asyncio.sleep(random.uniform(0, _COME_SECONDS))
        started = await self.interviews.start(actor, job_id)
        line = EchoedLine()
        holding = asyncio.create_task(self.calls.conduct(started.ticket, line))
        ticking = asyncio.create_task(self._tick(actor, started.interview_id))
        await line.opened.wait()  # the room shows no field before
        number = 0
        while time.monotonic() < until and not holding.done():
            number += 1
            began = time.monotonic()
            line.echoed.clear()
            line.inbox.put_nowait(next(iter(typed(f"answer {number}"))))
            echoed = asyncio.create_task(line.echoed.wait())
            await asyncio.wait({echoed, holding}, return_when=asyncio.FIRST_COMPLETED)
            echoed.cancel()
            if holding.done():
                break
            self.kept_ms.append((time.monotonic() - began) * 1000)
            await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - began)))
        self.dead += holding.done()
        line.inbox.put_nowait(None)
        await holding
        ticking.cancel()

    async def _tick(self, actor: Actor, interview_id: UUID) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            await self.interviews.keep_duration(actor, interview_id, 1.0)


async def main(url: str, calls: int, seconds: float) -> None:
    """Hold the calls and print what came of them."""
    db, clock = Database(url), SystemClock()
    held = Calls(db, clock, engines(EchoInterviewer()), CallLimits())
    crowd = Crowd(Interviews(db, clock, held, limit=None), held)
    people = [person(db, f"Crowd{calls}-{number}") for number in range(calls)]
    jobs = [(actor, a_job(db, actor).id) for actor in people]
    until = time.monotonic() + seconds
    await asyncio.gather(*(crowd.one(actor, job_id, until) for actor, job_id in jobs))
    print(json.dumps({"dead": crowd.dead, "kept_ms": sorted(crowd.kept_ms)}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))
