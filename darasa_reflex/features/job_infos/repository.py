"""Reads and writes of job infos. Every one names the owner."""

from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, or_, select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.job_infos.models import JobInfo


def get_owned(session: Session, owner_id: UUID, job_info_id: UUID) -> JobInfo:
    """Return the person's job info.

    Raises:
        NotFound: There is none, or it is someone else's.
    """
    found = session.exec(
        select(JobInfo).where(JobInfo.id == job_info_id, JobInfo.user_id == owner_id)
    ).one_or_none()
    if found is None:
        raise NotFound
    return found


def list_owned(session: Session, owner_id: UUID, search: str, limit: int) -> list[JobInfo]:
    """Return the person's newest job infos that contain `search`."""
    query = select(JobInfo).where(*_matching(owner_id, search))
    return list(session.exec(query.order_by(col(JobInfo.created_at).desc()).limit(limit)))


def count_owned(session: Session, owner_id: UUID, search: str) -> int:
    """Return how many of the person's job infos contain `search`."""
    return session.exec(
        select(func.count()).select_from(JobInfo).where(*_matching(owner_id, search))
    ).one()


def _matching(owner_id: UUID, search: str) -> list[ColumnElement[bool]]:
    """Return what a job info must meet: the person's own, and the words in one of its texts."""
    own = [col(JobInfo.user_id) == owner_id]
    texts = (JobInfo.name, JobInfo.title, JobInfo.description)
    if search:
        own.append(or_(*(col(text).icontains(search, autoescape=True) for text in texts)))
    return own
