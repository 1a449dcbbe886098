"""The table of access tokens."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime


class AccessToken(SQLModel, table=True):
    """What a program shows to act for a person.

    Attributes:
        digest: SHA-256 of the token, in hex; the token itself is not kept.
        name: What the person calls it.
        used_at: When it was shown last, to the day; None: never.
    """

    __tablename__ = "access_token"

    digest: str = Field(primary_key=True, max_length=64)
    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    name: str = Field(max_length=60)
    created_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
