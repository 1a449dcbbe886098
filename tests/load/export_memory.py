"""What an export of everything takes: `python -m tests.load.export_memory [interviews]`.

Interviews of twenty turns with the times of their words, 40 kB each as JSON, on SQLite.
"""

import asyncio
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, insert

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.personal_data.export import pieces
from tests.fixtures.databases import with_tables

MANY = 10_000
_TURNS, _WORDS, _BATCH = 20, 40, 200
_SAID = [["answer", number * 400, number * 400 + 300] for number in range(_WORDS)]
_MB = 1_000_000
_LIKE = Turn(
    interview_id=uuid4(), chat_id="c", position=0, speaker="actor", text="answer " * _WORDS,
    began_ms=0, words=_SAID,
).model_dump()  # fmt: skip


def furnish(db: Database, many: int) -> User:
    """Insert a person who held so many interviews, past the mapping of rows: it is slow."""
    user = User(subject="account:busy", name="Busy")
    job = JobInfo(user_id=user.id, name="Job", experience_level="junior", description="x")
    db.run_here(lambda session: session.add_all([user, job]))
    for _ in range(0, many, _BATCH):
        held = [Interview(job_info_id=job.id) for _ in range(_BATCH)]
        said = [_turn(one.id, position) for one in held for position in range(_TURNS)]
        rows = ((Interview, [one.model_dump() for one in held]), (Turn, said))
        db.run_here(lambda session, rows=rows: _insert(session, rows))
    return user


def _turn(interview_id: UUID, position: int) -> dict[str, Any]:
    return {**_LIKE, "id": uuid4(), "interview_id": interview_id, "position": position}


def _insert(session: Session, rows: Any) -> None:
    for table, values in rows:
        session.connection().execute(insert(table), values)


async def export(db: Database, user: User) -> tuple[int, float]:
    """Return how many bytes were sent, and the longest wait of another task, in seconds."""
    sent, longest = 0, 0.0

    async def beat() -> None:
        nonlocal longest
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.01)
            longest = max(longest, time.perf_counter() - began - 0.01)

    beating = asyncio.create_task(beat())
    async for piece in pieces(db, user.id, datetime.now(UTC)):
        sent += len(piece.encode())
    beating.cancel()
    return sent, longest


def main() -> None:
    """Print one line: size, time, growth of this process at its highest, longest wait."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        db = Database(with_tables(Path(folder) / "darasa.db"))
        user = furnish(db, many)
        before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        sent, longest = asyncio.run(export(db, user))
        took = time.perf_counter() - began
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        print(
            f"{many} interviews: {sent / _MB:.0f} MB in {took:.0f} s, memory +{grown / _MB:.1f} MB,"
            f" other tasks waited {longest * 1000:.0f} ms at most"
        )
        db.engine.dispose()


if __name__ == "__main__":
    main()
