"""Old interviews go by themselves, as each person chose."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.processes.worker import Worker
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.call.calls import alive_since
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo

LOOK_EVERY_SECONDS = 3_600.0
# So that no transaction is long.
_AT_ONCE = 100


class Retention:
    """Deletes interviews that are older than their person wants; its `worker` looks every hour.

    Several servers may do so at once.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._look_at = clock.monotonic()
        self.worker = Worker("retention", self.run_once)

    async def run_once(self) -> bool:
        """Delete some of what is too old, if it is time to look; False when nothing is left."""
        if self._clock.monotonic() < self._look_at:
            return False
        self._look_at = self._clock.monotonic() + LOOK_EVERY_SECONDS
        await self.sweep(self._clock.now())
        return False

    async def sweep(self, now: datetime) -> int:
        """Delete all interviews that are too old and have no live call; return how many."""
        alive, whole = alive_since(self._clock), 0
        for days in await self._db.read(_periods):
            before, last = now - timedelta(days=days), None
            while True:
                last, gone = await self._db.erase(
                    lambda s, d=days, b=before, after=last: _sweep(s, d, b, alive, after)
                )
                whole += gone
                if last is None:
                    break
        return whole


def _periods(session: Session) -> list[int]:
    """Return all numbers of days that somebody chose."""
    chosen = select(User.keep_days).where(col(User.keep_days).is_not(None)).distinct()
    return [days for days in session.exec(chosen) if days is not None]


def _sweep(
    session: Session, days: int, before: datetime, alive: datetime, after: UUID | None
) -> tuple[UUID | None, int]:
    """Delete some interviews; return the last one looked at, None after all, and how many went."""
    old = (
        select(Interview.id)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .join(User, col(User.id) == col(JobInfo.user_id))
        .where(User.keep_days == days, col(Interview.created_at) < before)
        .order_by(col(Interview.id))
        .limit(_AT_ONCE)
    )
    if after is not None:
        old = old.where(col(Interview.id) > after)
    # Locked first, then asked for calls: a call that opens meanwhile is seen, or finds no row.
    found = session.exec(old.with_for_update(of=Interview, skip_locked=True)).all()
    gone = set(found) - interviews.live_calls(session, found, alive)
    session.exec(
        delete(Interview)
        .where(col(Interview.id).in_(gone))
        .execution_options(synchronize_session=False)
    )
    return (found[-1] if len(found) == _AT_ONCE else None), len(gone)
