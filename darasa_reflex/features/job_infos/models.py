"""A job a person practises for."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime
from darasa_reflex.features.accounts.models import now


class ExperienceLevel(StrEnum):
    """How much experience the job asks for."""

    JUNIOR = "junior"
    MID_LEVEL = "mid-level"
    SENIOR = "senior"


class JobInfo(SQLModel, table=True):
    """A job a person practises for.

    Attributes:
        name: What the person calls it, 1 to 100 characters.
        title: The job's title, at most 100 characters. None: not specified.
        experience_level: A value of `ExperienceLevel`.
        description: The job's text, 1 to 20 000 characters.
        skills: Skills and requirements read from the description, as the person left them.
        prepared: Questions a language model wrote for this job, as
            `interviews.questions.prepared` keeps them; empty while there are none.
    """

    __tablename__ = "job_info"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    name: str = Field(max_length=100)
    title: str | None = Field(default=None, max_length=100)
    experience_level: str = Field(max_length=20)
    description: str
    skills: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    prepared: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(
        default_factory=now, sa_type=UtcDateTime, sa_column_kwargs={"onupdate": now}
    )
