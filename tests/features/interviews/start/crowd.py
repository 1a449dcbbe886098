"""One server's share of a crowd, a process: `python -m tests.features.interviews.start.crowd`.

Reads one JSON line: `url`, `user_id`, `job_id`, `features`, `limited`, `starts`, `connect`. Says
"ready", waits for a line, then starts so many interviews at once and prints what came of each.
"""

import asyncio
import json
import sys
from collections import Counter
from uuid import UUID

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import EchoInterviewer, FakeLine, engines


async def crowd(given: dict) -> Counter[str]:
    """Return how often each outcome came: "granted", "connected", an error's code, or a refusal."""
    db, clock = Database(given["url"]), SystemClock()
    calls = Calls(db, clock, engines(EchoInterviewer()), CallLimits())
    interviews = Interviews(db, clock, calls, limit=None)
    features = None if given["features"] is None else frozenset(given["features"])
    actor = Actor(UUID(given["user_id"]), "Eager", features, given["limited"])
    outcomes: Counter[str] = Counter()

    async def one() -> None:
        try:
            started = await interviews.start(actor, UUID(given["job_id"]))
        except AllowanceUsedUp as refused:
            outcomes[refused.message.split(",")[0].split(".")[0]] += 1
            return
        outcomes["granted"] += 1
        if given["connect"]:
            line = FakeLine()
            await calls.conduct(started.ticket, line)
            outcomes[",".join(line.errors()) or "connected"] += 1

    await asyncio.gather(*(one() for _ in range(given["starts"])))
    db.engine.dispose()
    return outcomes


if __name__ == "__main__":
    task = json.loads(sys.stdin.readline())
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(asyncio.run(crowd(task))), flush=True)
