"""Prints tickets of new interviews of the local person as JSON.

`python -m tests.load.measuring.tickets 50`

One process makes all: a minute later they are worth nothing.
"""

import asyncio
import json
import sys

from darasa_reflex.features.accounts.identity import Visit
from darasa_reflex.features.job_infos.service import JobInfoDraft
from darasa_reflex.wiring import services

_JOB = JobInfoDraft(name="Bench", title="", experience_level="senior", description="Calls.")


async def made(count: int) -> list[str]:
    """Return so many tickets."""
    own = services()
    actor = await own.accounts.actor(Visit({"host": "localhost"}, "127.0.0.1"))
    job = await own.job_infos.create(actor, _JOB)
    return [(await own.interviews.start(actor, job.id)).ticket for _ in range(count)]


if __name__ == "__main__":
    print(json.dumps(asyncio.run(made(int(sys.argv[1])))))
