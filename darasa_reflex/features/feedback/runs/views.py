"""What a person may see of feedback runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from darasa_reflex.core.words.stored import of_column
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.rubric import OVERALL
from darasa_reflex.features.feedback.report.report import Report, metrics_of_json
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """What a person may see of one run.

    Attributes:
        step: What is being done, while it is running.
        reason: Why it failed, with what to do; None otherwise.
        report: None until ready.
        run: Counts from 1 within the interview.
        metrics: The measured delivery, there before any rating; empty until it was measured.
        stale: Whether the transcript has changed since, so that quotes are not where they were.
    """

    interview_id: UUID
    run: int
    status: FeedbackStatus
    step: str
    reason: str | None
    report: Report | None
    created_at: datetime
    metrics: tuple[Metric, ...] = ()
    stale: bool = False


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


def view_of(run: Feedback, texts: Sequence[str] | None = None) -> FeedbackView:
    """Return a run as its owner may see it.

    Args:
        run: The run.
        texts: What was said, turn by turn, as it stands now; None: not compared.
    """
    ready = run.status == FeedbackStatus.READY.value
    report = Report.of_json(run.report) if ready else None
    return FeedbackView(
        interview_id=run.interview_id,
        run=run.run,
        status=FeedbackStatus(run.status),
        step=of_column(run.step),
        reason=run.reason and of_column(run.reason),
        report=report,
        created_at=run.created_at,
        metrics=report.metrics if report else metrics_of_json(run.measured),
        stale=texts is not None and not all(_stands(q, texts) for q in _quotes(run.report)),
    )


def _quotes(stored: object) -> Iterator[dict[str, Any]]:
    """Return all quotes in a stored report, wherever they stand."""
    if isinstance(stored, dict):
        part = cast("dict[str, Any]", stored)
        if {field.name for field in fields(Quote)} == part.keys():
            yield part
        for value in part.values():
            yield from _quotes(value)
    elif isinstance(stored, list):
        for value in cast("list[Any]", stored):
            yield from _quotes(value)


def _stands(quote: dict[str, Any], texts: Sequence[str]) -> bool:
    return quote["turn"] < len(texts) and quote["text"] in texts[quote["turn"]]


def overall_of(categories: Sequence[dict[str, Any]] | None) -> float | None:
    """Return the overall rating among stored categories, or None."""
    return next((c.get("rating") for c in categories or () if c.get("key") == OVERALL), None)
