"""What belongs to a person, printed for people who script: interviews, a report, everything."""

import asyncio
import json
import sys
from typing import Any
from uuid import UUID

from darasa_reflex.commands.tables import database
from darasa_reflex.commands.whose import actor_of
from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.status import InterviewView
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.wiring import services

_NO_FEEDBACK = (
    "There is no feedback on this interview yet. Ask for it on the interview's page, or with a "
    "token: POST /api/v1/interviews/ID/report"
)
_NO_ID = "This is no id of an interview. `python -m darasa_reflex interviews` lists them."


def print_interviews(job: str, email: str | None) -> int:
    """Print the interviews of a person as a JSON list, newest first within each job; return 0.

    Args:
        job: Words that the job's name, title or skills must have; empty: of all jobs.
        email: See `whose.actor_of`.

    Raises:
        NotFound: See `whose.actor_of`.
        ServiceUnavailable: See there; or the database cannot be used.
    """
    with database.used():
        found = asyncio.run(_interviews(job, email))
    print(json.dumps([_told(one) for one in found], indent=2))
    return 0


def print_report(interview_id: str, email: str | None) -> int:
    """Print the newest feedback on an interview as JSON; return 0.

    Raises:
        NotFound: The person has no such interview, or no feedback on it yet.
        ServiceUnavailable: See `print_interviews`.
    """
    try:
        wanted = UUID(interview_id)
    except ValueError:
        raise NotFound(_NO_ID) from None
    with database.used():
        report = asyncio.run(_report(wanted, email))
    print(json.dumps(report, indent=2))
    return 0


def print_everything(email: str | None) -> int:
    """Print everything of a person, as the download in Settings holds it; return 0.

    Raises:
        NotFound: See `whose.actor_of`.
        ServiceUnavailable: See `print_interviews`.
    """
    with database.used():
        asyncio.run(_everything(email))
    return 0


async def _interviews(job: str, email: str | None) -> list[InterviewView]:
    actor = await actor_of(email)
    jobs = await services().job_infos.search(actor, job)
    return [view for one in jobs for view in await _of_job(actor, one)]


async def _of_job(actor: Actor, job: JobInfo) -> list[InterviewView]:
    found: list[InterviewView] = []
    while more := await services().interviews.of_job(actor, job.id, offset=len(found)):
        found += more
    return found


def _told(view: InterviewView) -> dict[str, Any]:
    interview = view.interview
    return {
        "id": str(interview.id),
        "job": view.job_info.name,
        "job_id": str(view.job_info.id),
        "status": view.status.value,
        "minutes": interview.minutes,
        "lasted_seconds": interview.duration_seconds,
        "created_at": interview.created_at.isoformat(),
    }


async def _report(interview_id: UUID, email: str | None) -> dict[str, Any]:
    view = await services().feedback.latest(await actor_of(email), interview_id)
    if view is None or view.report is None:
        raise NotFound(_NO_FEEDBACK)
    return view.report.as_json()


async def _everything(email: str | None) -> None:
    actor = await actor_of(email)
    async for piece in await services().personal_data.export(actor):
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()
