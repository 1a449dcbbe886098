"""Links to reports, and the comments of those who were given one."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime

# Of a name that a person gives: that of a link, or that of whoever comments.
LONGEST_NAME = 60


class ReportLink(SQLModel, table=True):
    """What shows one report to whoever has it. Revoked by being deleted.

    Attributes:
        digest: SHA-256 of the secret in it, in hex; the secret itself is not kept.
        run: Of feedback on the interview; later ones are not shown.
        name: What the person calls it, such as the name of a coach; may be empty.
        words: Whether it shows what the person said.
        measured: Whether it shows what was measured of how they spoke.
        audio: Whether the recordings of their answers can be heard, beside the words.
        opened_at: When it was opened last, to the day; None: never.
    """

    __tablename__ = "report_link"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    digest: str = Field(unique=True, index=True, max_length=64)
    run: int
    name: str = Field(default="", max_length=LONGEST_NAME)
    words: bool
    measured: bool
    audio: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CoachComment(SQLModel, table=True):
    """What somebody with a link wrote to an answer. It stays when the link is gone.

    Attributes:
        turn_id: The turn of the interviewer that asked.
        link_id: By which they came; None once that is gone.
        author: The name they gave, which nobody has checked.
        writer: Digest of what only the browser that wrote it holds: see `comments.Reader`. Empty
            where it held nothing: nobody but the owner of the report can delete it.
    """

    __tablename__ = "coach_comment"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    turn_id: UUID = Field(foreign_key="turn.id", ondelete="CASCADE")
    link_id: UUID | None = Field(
        default=None, foreign_key="report_link.id", index=True, ondelete="SET NULL"
    )
    author: str = Field(max_length=LONGEST_NAME)
    writer: str = Field(default="", max_length=64)
    text: str
    created_at: datetime = Field(sa_type=UtcDateTime)
