"""Reads of links and comments: by the owner, or by what a link holds."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, func, select

from darasa_reflex.features.feedback.sharing.models import CoachComment, ReportLink
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo


def current(session: Session, digest: str, at: datetime) -> ReportLink | None:
    """Return the link of a digest; None: there is none, or its time is over."""
    found = select(ReportLink).where(ReportLink.digest == digest, ReportLink.expires_at > at)
    return session.exec(found).one_or_none()


def of_owner(
    session: Session, owner_id: UUID, at: datetime, interview_id: UUID | None = None
) -> Sequence[tuple[ReportLink, Interview, JobInfo]]:
    """Return a person's links that still work, newest first.

    Args:
        session: An open transaction.
        owner_id: Whose.
        at: The time now.
        interview_id: Only those to the reports of one interview; None: to any.
    """
    found = (
        select(ReportLink, Interview, JobInfo)
        .join(Interview, col(Interview.id) == col(ReportLink.interview_id))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(JobInfo.user_id == owner_id, ReportLink.expires_at > at)
        .order_by(col(ReportLink.created_at).desc())
    )
    if interview_id is not None:
        found = found.where(ReportLink.interview_id == interview_id)
    return session.exec(found).all()


def drop_expired(session: Session, interview_id: UUID, at: datetime) -> None:
    """Delete the links of an interview whose time is over; it is held, and the person's own."""
    over = delete(ReportLink).where(
        col(ReportLink.interview_id) == interview_id, col(ReportLink.expires_at) <= at
    )
    session.exec(over)


def links_of(session: Session, interview_id: UUID) -> int:
    """Return how many links an interview has."""
    found = select(func.count()).where(ReportLink.interview_id == interview_id)
    return session.exec(found).one()


def comments_of(
    session: Session, interview_id: UUID, link_id: UUID | None = None
) -> Sequence[CoachComment]:
    """Return comments on an interview the caller may see, oldest first.

    Args:
        session: An open transaction.
        interview_id: The interview.
        link_id: Only those that came by one link; None: all.
    """
    found = select(CoachComment).where(CoachComment.interview_id == interview_id)
    if link_id is not None:
        found = found.where(CoachComment.link_id == link_id)
    return session.exec(found.order_by(col(CoachComment.created_at), col(CoachComment.id))).all()
