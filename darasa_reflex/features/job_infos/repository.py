"""Reads and writes of job infos. Every one names the owner."""

from uuid import UUID

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
    """Return the person's newest job infos whose name or title contains `search`."""
    query = select(JobInfo).where(JobInfo.user_id == owner_id)
    if search:
        matches = (
            col(JobInfo.name).icontains(search, autoescape=True),
            col(JobInfo.title).icontains(search, autoescape=True),
        )
        query = query.where(or_(*matches))
    return list(session.exec(query.order_by(col(JobInfo.created_at).desc()).limit(limit)))
