"""A person, their ways in, and their rate bucket."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime


def now() -> datetime:
    """Return the time of day in UTC, for created and updated columns."""
    return datetime.now(UTC)


class User(SQLModel, table=True):
    """A person who uses Darasa.

    Attributes:
        subject: What the identity provider calls them: Clerk's user id, "account:<id>", or "local".
        name: As the identity provider knows it.
        chosen_name: What the interviewer is to call them instead; None: `name`.
        patience: Chosen at first for a new interview: a value of `interviews.models.Patience`.
        language: What they answered in last, chosen at first for a new interview: ISO 639-1.
        captions: Whether the room shows what is said in writing.
        own_questions: How their own questions stand among the others: a value of
            `interviews.questions.own.choosing.USES`.
        about_me: What they told of themselves, for questions that suit them; may be empty.
        keep_days: After how many days interviews are deleted; None: never.
        interviews_held: How many interviews ever connected. Deleting one does not lower it.
        profile_at: When the identity provider last changed name or e-mail, on its clock.
        expressions_consent_at: When they agreed that how their voice sounds is kept and worded;
            None: they did not, or took it back.
    """

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    subject: str = Field(unique=True, max_length=200)
    name: str = Field(max_length=200)
    chosen_name: str | None = Field(default=None, max_length=100)
    email: str | None = Field(default=None, max_length=320)
    patience: str = Field(default="normal", max_length=20)
    language: str = Field(default="en", max_length=20)
    captions: bool = True
    own_questions: str = Field(default="first", max_length=20)
    about_me: str = ""
    keep_days: int | None = None
    interviews_held: int = 0
    profile_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
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

    __tablename__ = "rate_bucket"

    key: str = Field(primary_key=True, max_length=200)
    tokens: float
    at: float


class Credential(SQLModel, table=True):
    """The e-mail and password of an account that this server keeps itself.

    Attributes:
        email: Folded by `casefold`, without spaces around it.
        password_hash: As argon2 writes it, with its parameters.
    """

    user_id: UUID = Field(primary_key=True, foreign_key="user.id", ondelete="CASCADE")
    email: str = Field(unique=True, max_length=320)
    password_hash: str = Field(max_length=300)
    changed_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class SignIn(SQLModel, table=True):
    """A browser that is signed in to an account that this server keeps itself.

    Of another provider's there is a row only once it has told that one has ended.

    Attributes:
        digest: See `identity.key_of`; the secret of the cookie itself is not kept.
        revoked_at: When the person signed out, or changed the password; None: it is good.
    """

    __tablename__ = "sign_in"

    digest: str = Field(primary_key=True, max_length=64)
    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    user_agent: str = Field(default="", max_length=300)
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ProviderMessage(SQLModel, table=True):
    """A message of an identity provider that was heard, so that it is not heard twice."""

    __tablename__ = "provider_message"

    id: str = Field(primary_key=True, max_length=200)
    received_at: datetime = Field(sa_type=UtcDateTime)


class DeletedSubject(SQLModel, table=True):
    """A person who was deleted for good: neither a late message nor a token brings them back.

    Attributes:
        digest: SHA-256 of the subject, in hex.
    """

    __tablename__ = "deleted_subject"

    digest: str = Field(primary_key=True, max_length=64)
    deleted_at: datetime = Field(sa_type=UtcDateTime)
