"""What the list and the report read, at 100 and at 10 000 interviews."""

import asyncio
import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.job_infos.models import JobInfo

_TURNS = 40
_ROUNDS = 40


def measure(folder: Path, interviews: int) -> float:
    """Return the median milliseconds of one list and one report, with this many interviews."""
    database = Database(f"sqlite:///{folder / f'{interviews}.db'}")
    SQLModel.metadata.create_all(database.engine)
    actor, job_info_id, newest = database.run_here(lambda session: _fill(session, interviews))
    calls = Calls(database, SystemClock(), None, CallLimits())  # type: ignore[arg-type]
    service = Interviews(database, SystemClock(), calls, None)
    return asyncio.run(_read(service, actor, job_info_id, newest))


async def _read(service: Interviews, actor: Actor, job_info_id: UUID, newest: UUID) -> float:
    took: list[float] = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        await service.of_job(actor, job_info_id)
        await service.get(actor, newest)
        await service.transcript(actor, newest)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def _fill(session: Session, interviews: int) -> tuple[Actor, UUID, UUID]:
    user = User(subject="bench", name="Bench")
    session.add(user)
    session.flush()
    job = JobInfo(
        user_id=user.id, name="Bench", experience_level="senior", description="x", skills=[]
    )
    session.add(job)
    session.flush()
    ids = [uuid4() for _ in range(interviews)]
    at = datetime(2026, 1, 1, tzinfo=UTC)
    session.exec(
        insert(Interview),
        params=[
            {
                **Interview(job_info_id=job.id, chat_id="c").model_dump(),
                "id": its,
                "created_at": at + timedelta(minutes=number),
            }
            for number, its in enumerate(ids)
        ],
    )
    session.exec(
        insert(Turn),
        params=[
            Turn(
                interview_id=its,
                chat_id="c",
                position=position,
                speaker="actor",
                text="Something that was said in one sentence of a usual length.",
                began_ms=position * 1000,
            ).model_dump()
            for its in ids
            for position in range(_TURNS if its == ids[-1] else 4)
        ],
    )
    return Actor(user.id, "Bench"), job.id, ids[-1]
