"""An answer given once more, what a model said of it, and which telling a person keeps as best."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.features.accounts.models import now


class Attempt(SQLModel, table=True):
    """An answer of an interview, given once more. Never changed once it is kept.

    Attributes:
        turn_id: The turn of the interviewer that asked.
        number: Counts from 1 within the answer; 0 stands for the answer in the interview.
        text: As it was typed, or as the ear heard it.
        from_text: Typed, not spoken.
        words: Words with their begin and end, in ms from the start of the attempt. Empty when
            unknown.
        segments: Pairs of begin and end of speech, in ms of the same clock. Empty when unknown.
        parts_found: How many parts of its kind of answer word rules found when it was kept; None
            where they do not read it.
        parts_asked: How many there are.
    """

    __table_args__ = (UniqueConstraint("turn_id", "number"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    turn_id: UUID = Field(foreign_key="turn.id", ondelete="CASCADE")
    number: int
    text: str
    from_text: bool = True
    words: list[list[Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    segments: list[list[int]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    parts_found: int | None = None
    parts_asked: int | None = None
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class AttemptVerdict(SQLModel, table=True):
    """What a language model said of an attempt.

    Attributes:
        answered: Whether it answers the question: see `AnswerRuling.answered`.
        carried: What carried it, one or two sentences; may be empty.
        missing: What an interviewer would still want to know; may be empty.
        model: Name of the model.
        language: What it wrote in, as in ISO 639-1: that of whoever waited for it.
    """

    __tablename__ = "attempt_verdict"

    attempt_id: UUID = Field(foreign_key="attempt.id", primary_key=True, ondelete="CASCADE")
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    answered: str = Field(max_length=30)
    carried: str
    missing: str
    model: str = Field(max_length=100)
    language: str = Field(default=ENGLISH, max_length=10)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class BestAttempt(SQLModel, table=True):
    """Which telling of an answer the person keeps as their best.

    Attributes:
        turn_id: The turn of the interviewer that asked.
        number: Of the attempt; 0: the answer in the interview.
    """

    __tablename__ = "best_attempt"

    turn_id: UUID = Field(foreign_key="turn.id", primary_key=True, ondelete="CASCADE")
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    number: int
    chosen_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
