"""Reads and writes of recordings. Only `sound_of` reads sound; lists never do."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, delete, func, select

from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.recordings.models import Recording


def milliseconds_of(session: Session, interview_id: UUID) -> int:
    """Return how much of an interview is recorded."""
    total = select(func.sum(Recording.milliseconds)).where(Recording.interview_id == interview_id)
    return int(session.exec(total).one() or 0)


def may_be_kept(session: Session, interview_id: UUID, turn_id: UUID) -> bool:
    """Tell whether an interview, which is locked by this, is recorded, and still has a turn."""
    interview = session.get(Interview, interview_id, with_for_update=True)
    if interview is None or not interview.recorded:
        return False
    turn = select(Turn.id).where(Turn.id == turn_id, Turn.interview_id == interview_id)
    return session.exec(turn).first() is not None


def kept_of(session: Session, interview_id: UUID) -> Sequence[tuple[UUID, int, int]]:
    """Return turn, begin and length in ms of the recordings of an interview the caller may see."""
    found = select(Recording.turn_id, Recording.began_ms, Recording.milliseconds)
    return session.exec(found.where(Recording.interview_id == interview_id)).all()


def interview_of(session: Session, turn_id: UUID) -> UUID | None:
    """Return which interview the recording of a turn belongs to; None: there is none."""
    found = select(Recording.interview_id).where(Recording.turn_id == turn_id)
    return session.exec(found).one_or_none()


def sound_of(session: Session, interview_id: UUID, turn_id: UUID) -> bytes | None:
    """Return the sound of a turn of an interview the caller may hear; None: there is none."""
    found = select(Recording.sound).where(
        Recording.turn_id == turn_id, Recording.interview_id == interview_id
    )
    return session.exec(found).one_or_none()


def delete_of(session: Session, interview_id: UUID) -> int:
    """Delete the recordings of an interview, which is locked; return how many there were."""
    return session.exec(
        delete(Recording).where(col(Recording.interview_id) == interview_id)
    ).rowcount
