"""A feedback run: its job state and its report."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.features.accounts.models import now

LONGEST_STEP = 100


class FeedbackStatus(StrEnum):
    """Where a feedback run stands."""

    QUEUED = "queued"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"


class Feedback(SQLModel, table=True):
    """One run of feedback on an interview; the newest run is the one shown, older ones stay.

    Attributes:
        run: Counts from 1 within the interview.
        status: A value of `FeedbackStatus`.
        step: What a running job does, in words for the page; see `stored.as_column`.
        rubric_version: Results of different versions are never compared.
        app_version: Of Darasa.
        judge: Name of the judge.
        report: `report.Report` as JSON. Empty until ready.
        passes: What the judge kept while it ran, by name, so that nothing is asked for twice.
        measured: The measured delivery, as `report.metrics_as_json` gives it, before any rating.
        model: Name of the language model that rated; None until ready, and without one.
        prompt_version: Of what the model was told.
        reason: Why it failed, as a sentence for the person; likewise.
        attempts: How often a worker took it.
        lease_until: When a worker that took it counts as dead.
        lease_token: Names the taking; later writes of an older one change nothing.
        language: Of whoever asked: what a model writes its sentences in, as in ISO 639-1.
    """

    __table_args__ = (UniqueConstraint("interview_id", "run"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    run: int = 1
    status: str = Field(default=FeedbackStatus.QUEUED.value, index=True, max_length=20)
    step: str = Field(default="", max_length=LONGEST_STEP)
    rubric_version: str = Field(max_length=50)
    app_version: str = Field(max_length=50)
    judge: str = Field(max_length=50)
    report: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    passes: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    measured: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False)
    )
    model: str | None = Field(default=None, max_length=100)
    prompt_version: str | None = Field(default=None, max_length=50)
    reason: str | None = None
    attempts: int = 0
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lease_token: str | None = Field(default=None, max_length=40)
    language: str = Field(default=ENGLISH, max_length=10)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(
        default_factory=now, sa_type=UtcDateTime, sa_column_kwargs={"onupdate": now}
    )
