"""Questions that a person brought along."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime
from darasa_reflex.features.accounts.models import now


class OwnQuestion(SQLModel, table=True):
    """A question of a person's own, asked in their interviews.

    Attributes:
        position: Counts up from 0 in the order they were brought.
        role: Asked only for jobs whose title has these words; empty: for every job.
        level: A value of `ExperienceLevel`; empty: for every level.
        section: A section of the interview; empty: wherever there is room.
        text: As it is asked.
        follow_up: What is asked next, whatever was answered; may be empty.
    """

    __tablename__ = "own_question"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    position: int
    role: str = Field(default="", max_length=100)
    level: str = Field(default="", max_length=20)
    section: str = Field(default="", max_length=20)
    text: str = Field(max_length=300)
    follow_up: str = Field(default="", max_length=300)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
