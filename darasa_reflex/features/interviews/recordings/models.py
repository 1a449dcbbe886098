"""The sound of a turn."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime
from darasa_reflex.features.accounts.models import now


class Recording(SQLModel, table=True):
    """The sound of one spoken turn of the person. It goes with its turn.

    Attributes:
        began_ms: Where it begins, on the clock of `Turn.began_ms`; a little before the turn does.
        milliseconds: How long it lasts.
        sound: Opus in WebM. Only who plays it reads this column.
    """

    turn_id: UUID = Field(primary_key=True, foreign_key="turn.id", ondelete="CASCADE")
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    began_ms: int
    milliseconds: int
    sound: bytes
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
