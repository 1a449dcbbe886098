"""Reads of the reports of many interviews: one query for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, and_, col, select

from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo

# Of one page. Older ones say little of how somebody answers today.
MOST = 300
Rows = list[dict[str, Any]]
_PARTS = ("categories", "metrics", "coverage", "questions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What is compared of a report, as it is stored: see `report.Report` for its parts."""

    interview_id: UUID
    job_info_id: UUID
    at: datetime
    kind: str
    difficulty: str
    language: str
    rubric_version: str
    judge: str
    model: str | None
    categories: Rows
    metrics: Rows
    coverage: Rows
    questions: Rows

    @property
    def content_mark(self) -> tuple[str | None, ...]:
        """What must be equal so that ratings and parts of two interviews can be compared."""
        return (self.rubric_version, self.judge, self.model, self.kind, self.difficulty)


def of_owner(
    session: Session, owner_id: UUID, job_info_id: UUID | None = None, limit: int = MOST
) -> list[Stored]:
    """Return the newest ready report of each of a person's interviews, oldest interview first.

    Args:
        session: An open transaction.
        owner_id: Whose they are.
        job_info_id: Of this job alone; None: of all jobs.
        limit: So many of the newest interviews.
    """
    ready = Feedback.status == FeedbackStatus.READY.value
    newest = (
        select(Feedback.interview_id, func.max(Feedback.run).label("run"))
        .where(ready)
        .group_by(col(Feedback.interview_id))
        .subquery()
    )
    wanted = (
        select(Interview.id, Interview.job_info_id, Interview.created_at, Interview.kind)
        .add_columns(
            col(Interview.difficulty), col(Interview.language), col(Feedback.rubric_version),
            col(Feedback.judge), col(Feedback.model), col(Feedback.report),
        )
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .join(Feedback, col(Feedback.interview_id) == col(Interview.id))
        .join(
            newest,
            and_(
                col(Feedback.interview_id) == newest.c.interview_id,
                col(Feedback.run) == newest.c.run,
            ),
        )
        .where(col(JobInfo.user_id) == owner_id)
        .order_by(col(Interview.created_at).desc())
        .limit(limit)
    )  # fmt: skip
    if job_info_id is not None:
        wanted = wanted.where(col(Interview.job_info_id) == job_info_id)
    rows: Sequence[Any] = session.connection().execute(wanted).all()
    return [_stored(tuple(row)) for row in reversed(rows)]


def _stored(row: tuple[Any, ...]) -> Stored:
    # Whole: a database parses a report anew for each part it is asked for.
    report: dict[str, Any] = row[9]
    parts: dict[str, Rows] = {part: report.get(part, []) for part in _PARTS}
    return Stored(
        interview_id=row[0], job_info_id=row[1], at=row[2], kind=row[3], difficulty=row[4],
        language=row[5], rubric_version=row[6], judge=row[7], model=row[8],
        **parts,
    )  # fmt: skip
