"""What a person may see of feedback runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.report import Report, metrics_of_json
from darasa_reflex.features.feedback.rubric import OVERALL


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """What a person may see of one run.

    Attributes:
        step: What is being done, while it is running.
        reason: Why it failed, with what to do; None otherwise.
        report: None until ready.
        run: Counts from 1 within the interview.
        metrics: The measured delivery, there before any rating; empty until it was measured.
    """

    interview_id: UUID
    run: int
    status: FeedbackStatus
    step: str
    reason: str | None
    report: Report | None
    created_at: datetime
    metrics: tuple[Metric, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackGlance:
    """How the newest run of an interview stands, for lists.

    Attributes:
        overall: Out of 10. None until ready, and when there was not enough evidence.
    """

    status: FeedbackStatus
    overall: float | None


@dataclass(frozen=True, slots=True)
class RunGlance:
    """How one of several runs stands.

    Attributes:
        run: Counts from 1 within the interview.
        overall: Out of 10. None until ready, and when there was not enough evidence.
    """

    run: int
    status: FeedbackStatus
    created_at: datetime
    overall: float | None


def view_of(run: Feedback) -> FeedbackView:
    """Return a run as its owner may see it."""
    ready = run.status == FeedbackStatus.READY.value
    report = Report.of_json(run.report) if ready else None
    return FeedbackView(
        interview_id=run.interview_id,
        run=run.run,
        status=FeedbackStatus(run.status),
        step=run.step,
        reason=run.reason,
        report=report,
        created_at=run.created_at,
        metrics=report.metrics if report else metrics_of_json(run.measured),
    )


def overall_of(categories: Sequence[dict[str, Any]] | None) -> float | None:
    """Return the overall rating among stored categories, or None."""
    return next((c.get("rating") for c in categories or () if c.get("key") == OVERALL), None)
