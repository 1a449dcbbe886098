"""Print a ticket for a new interview of the local person, for people who script."""

import asyncio
import json

from darasa_reflex.commands import database
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.accounts.identity import Visit
from darasa_reflex.features.interviews.service import Started
from darasa_reflex.features.job_infos.service import JobInfoDraft
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

_SAMPLE = JobInfoDraft(
    name="Practice",
    title="",
    experience_level="mid-level",
    description="A general practice interview, made by `make ticket`.",
)

_NOT_OPEN = (
    "Tickets are made here for the one local person only, and on this server people sign in. "
    "Sign in on the page and start an interview there, or run this without accounts and Clerk keys."
)


def print_ticket() -> int:
    """Print the socket's address, a fresh ticket and the interview it opens, as JSON; return 0.

    The newest job info is used; without one, a general one is made.

    Raises:
        ServiceUnavailable: The database cannot be opened, or has no tables; or people sign in here.
        AllowanceUsedUp: The server's limit is reached.
    """
    with database.used():
        started = asyncio.run(_start())
    given = settings()
    print(
        json.dumps(
            {
                "url": f"ws://{given.host}:{given.port}/v0/evi/chat",
                "access_token": started.ticket,
                "interview_id": str(started.interview_id),
            }
        )
    )
    return 0


async def _start() -> Started:
    own = services()
    if own.door.kind != "open":
        raise ServiceUnavailable("identity", _NOT_OPEN, retryable=False)
    actor = await own.accounts.actor(Visit({"host": "localhost"}, "127.0.0.1"))
    jobs = await own.job_infos.search(actor)
    job = jobs[0] if jobs else await own.job_infos.create(actor, _SAMPLE)
    return await own.interviews.start(actor, job.id)
