"""Print a ticket for a new interview, for people who script."""

import asyncio
import json

from darasa_reflex.commands.tables import database
from darasa_reflex.commands.whose import actor_of
from darasa_reflex.core.errors import NotFound
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

_NO_JOB = "No job has these words in its name, its title or its skills. "
_THERE_ARE, _NONE_YET = "There are: {}.", "There is none yet: leave --job out for a general one."
_NAMED = 5


def print_ticket(job: str = "", minutes: int = 10, email: str | None = None) -> int:
    """Print the socket's address, a fresh ticket and the interview it opens, as JSON; return 0.

    Args:
        job: Words that the job's name, title or skills must have; the newest of those is used.
            Empty: the newest of all; where there is none, a general one is made.
        minutes: How long the interview is to be.
        email: See `whose.actor_of`.

    Raises:
        AllowanceUsedUp: The person's plan, or the server's limit, is reached.
        InvalidInput: No interview is so long.
        NotFound: Nobody has this e-mail, or no job has these words.
        ServiceUnavailable: The database cannot be opened, or has no tables; or people sign in here,
            and none of them was named.
    """
    with database.used():
        started = asyncio.run(_start(job, minutes, email))
    given = settings()
    print(
        json.dumps(
            {
                "url": f"ws://{given.host}:{given.port}{given.path}/v0/evi/chat",
                "access_token": started.ticket,
                "interview_id": str(started.interview_id),
            }
        )
    )
    return 0


async def _start(words: str, minutes: int, email: str | None) -> Started:
    own, actor = services(), await actor_of(email)
    jobs = await own.job_infos.search(actor, words)
    if words and not jobs:
        there = [one.name for one in (await own.job_infos.search(actor, ""))[:_NAMED]]
        raise NotFound(_NO_JOB + (_THERE_ARE.format(", ".join(there)) if there else _NONE_YET))
    job = jobs[0] if jobs else await own.job_infos.create(actor, _SAMPLE)
    return await own.interviews.start(actor, job.id, minutes)
