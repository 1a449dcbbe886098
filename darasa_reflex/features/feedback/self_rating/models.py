"""The table of self-ratings."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime


class SelfRating(SQLModel, table=True):
    """How a person says one of their interviews went. Never changed once it is given.

    Attributes:
        level: From 1, badly, to 5, very well.
    """

    __tablename__ = "self_rating"

    interview_id: UUID = Field(foreign_key="interview.id", primary_key=True, ondelete="CASCADE")
    level: int
    created_at: datetime = Field(sa_type=UtcDateTime)
