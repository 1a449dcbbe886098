"""Deleting all rows of a person, and noting what leaves this database with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.accounts.models import RateBucket, User
from darasa_reflex.features.feedback.runs.models import Feedback
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.personal_data.holdings import (
    CALLS,
    FEEDBACK,
    INTERVIEWS,
    JOB_INFOS,
    KINDS,
    LIMITS,
    PROFILE,
)
from darasa_reflex.features.personal_data.receipt import NotRemoved, Outsiders

_BACKUPS = marked(
    "Backups of this server's database, if there are any, keep what was in them. Whoever runs this "
    "server can tell you for how long."
)
_SENT_JOBS = marked(
    "A language model outside of this server was sent the text of your jobs, and what you told of "
    "yourself, so that it could write questions. Nothing can be deleted there from here."
)


@dataclass(frozen=True, slots=True)
class Emptied:
    """What was deleted. See `Receipt` for the fields."""

    removed: dict[str, int] = field(default_factory=dict[str, int])
    left: tuple[NotRemoved, ...] = ()


def open_calls(session: Session, owner_id: UUID) -> Sequence[UUID]:
    """Return the person's interviews that have a call which has not ended."""
    calls = select(Call.interview_id).where(CALLS.of(owner_id), col(Call.ended_at).is_(None))
    return session.exec(calls.distinct()).all()


def empty(session: Session, owner_id: UUID, outsiders: Outsiders) -> Emptied:
    """Delete all rows of a person in the caller's transaction; those below a row go with it."""
    _lock(session, owner_id)
    removed = {
        kind.key: session.exec(
            select(func.count()).select_from(kind.table).where(kind.of(owner_id))
        ).one()
        for kind in KINDS
    }
    left = (*_left(session, owner_id, outsiders), NotRemoved(_BACKUPS))
    for table, own in ((RateBucket, LIMITS), (User, PROFILE)):
        gone = delete(table).where(own.of(owner_id))
        session.exec(gone.execution_options(synchronize_session=False))
    return Emptied(removed, left)


def _lock(session: Session, owner_id: UUID) -> None:
    """Let nobody write what is about to go, in the order of locks that all others keep."""
    session.get(User, owner_id, with_for_update=True)
    own = select(Interview.id).where(INTERVIEWS.of(owner_id)).order_by(col(Interview.id))
    session.exec(own.with_for_update()).all()


def _left(session: Session, owner_id: UUID, outsiders: Outsiders) -> list[NotRemoved]:
    """Return what services outside have, each sentence once, with the names of its calls."""
    told: dict[str, list[str]] = {}
    calls = select(Call.engine, Call.id).where(CALLS.of(owner_id)).order_by(col(Call.connected_at))
    for engine, chat_id in session.exec(calls):
        for kept in outsiders.engines.get(engine or "", ()):
            told.setdefault(kept.told, []).extend([chat_id] if kept.by_name else [])
    judges = select(Feedback.judge).where(FEEDBACK.of(owner_id)).distinct()
    for judge in session.exec(judges):
        for kept in outsiders.judges.get(judge, ()):
            told.setdefault(kept.told, [])
    for job in session.exec(select(JobInfo).where(JOB_INFOS.of(owner_id))):
        if job.prepared.get("by") in outsiders.judges:
            told.setdefault(_SENT_JOBS, [])
    return [NotRemoved(sentence, tuple(names)) for sentence, names in told.items()]
