"""A person and their rate bucket."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

from darasa_reflex.core.db import UtcDateTime


def now() -> datetime:
    """Return the time of day in UTC, for created and updated columns."""
    return datetime.now(UTC)


class User(SQLModel, table=True):
    """A person who uses Darasa.

    Attributes:
        subject: What the identity provider calls them: Clerk's user id, or "local".
        name: What the interviewer calls them.
        expressions_consent_at: When they agreed that how their voice sounds is kept and worded;
            None: they did not, or took it back.
    """

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    subject: str = Field(unique=True, max_length=200)
    name: str = Field(max_length=200)
    email: str | None = Field(default=None, max_length=320)
    expressions_consent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(
        default_factory=now, sa_type=UtcDateTime, sa_column_kwargs={"onupdate": now}
    )


class RateBucket(SQLModel, table=True):
    """A token bucket.

    Attributes:
        key: Whom and what it limits.
        tokens: How many were left at `at`.
        at: Unix time in seconds of the last taking.
    """

    __tablename__ = "rate_bucket"  # pyright: ignore[reportAssignmentType] (SQLModel's own way)

    key: str = Field(primary_key=True, max_length=200)
    tokens: float
    at: float
