"""Reads of the reports of many interviews: one query for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, func
from sqlalchemy.orm import aliased
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
    # Which they are, before any is read: a report is large, and there may be thousands.
    run = _newest_run()
    chosen = (
        select(Interview.id, run.label("run"))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(col(JobInfo.user_id) == owner_id, run.is_not(None))
        .order_by(col(Interview.created_at).desc())
        .limit(limit)
    )
    if job_info_id is not None:
        chosen = chosen.where(col(Interview.job_info_id) == job_info_id)
    ones = chosen.subquery()
    wanted = (
        select(Interview.id, Interview.job_info_id, Interview.created_at, Interview.kind)
        .add_columns(
            col(Interview.difficulty), col(Interview.language), col(Feedback.rubric_version),
            col(Feedback.judge), col(Feedback.model), col(Feedback.report),
        )
        .join(ones, col(Interview.id) == ones.c.id)
        .join(
            Feedback,
            and_(col(Feedback.interview_id) == ones.c.id, col(Feedback.run) == ones.c.run),
        )
        .order_by(col(Interview.created_at).desc())
    )  # fmt: skip
    rows: Sequence[Any] = session.connection().execute(wanted).all()
    return [_stored(tuple(row)) for row in reversed(rows)]


def _newest_run() -> ScalarSelect[int]:
    """Return which run of an interview's feedback is the newest that is ready, if any is."""
    runs = aliased(Feedback)
    return (
        select(func.max(runs.run))
        .where(runs.interview_id == Interview.id, runs.status == FeedbackStatus.READY.value)
        .correlate(Interview)
        .scalar_subquery()
    )


def _stored(row: tuple[Any, ...]) -> Stored:
    # Whole: a database parses a report anew for each part it is asked for.
    report: dict[str, Any] = row[9]
    parts: dict[str, Rows] = {part: report.get(part, []) for part in _PARTS}
    return Stored(
        interview_id=row[0], job_info_id=row[1], at=row[2], kind=row[3], difficulty=row[4],
        language=row[5], rubric_version=row[6], judge=row[7], model=row[8],
        **parts,
    )  # fmt: skip
