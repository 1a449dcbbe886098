"""An interview, its calls, its turns, and the tickets that open calls."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from darasa_reflex.core.database.db import UtcDateTime
from darasa_reflex.features.accounts.models import now


class Speaker(StrEnum):
    """Who said a turn."""

    ACTOR = "actor"
    INTERVIEWER = "interviewer"


class Patience(StrEnum):
    """How long the interviewer waits in silence before it takes an answer as finished."""

    FAST = "fast"
    NORMAL = "normal"
    PATIENT = "patient"

    @property
    def seconds(self) -> float:
        """The wait, in seconds."""
        return {"fast": 0.8, "normal": 1.5, "patient": 3.0}[self.value]


class Interview(SQLModel, table=True):
    """One mock interview; it may need several calls.

    Attributes:
        minutes: Planned length: 5, 10, 20 or 30.
        patience: A value of `Patience`.
        kind: What is asked: "behavioural", "technical" or "mixed".
        difficulty: How hard it asks on: "easy", "usual" or "hard".
        tone: How the interviewer sounds: "friendly", "neutral" or "strict".
        language: What the person answers in, as in ISO 639-1.
        notes: What the person noted for themselves. Never rated, in no prompt.
        plan: The questions, as `plan.QuestionPlan.as_json` gives them; the same for every call.
        chat_id: Of the newest call. None until one has connected.
        chat_group_id: The same for all its calls.
        duration_seconds: Time in calls, in whole seconds, on the server's clock. Never shrinks.
        engine: Name of the engine of the newest call.
        admission: Names the newest admission of a call; an engine that answers to an older one is
            too late.
        reserved_until: Until then an interview that has not connected counts towards the plan, so
            that two starts at once cannot both take the last place. None: nothing is reserved.
        paid: Whether a token of the day's bucket was taken for it.
        wanted_engine: Name of the engine the person chose instead of the best; None: the best.
        rough: Whether a turn of it is `Turn.rough`.
        recorded: Whether the person wants to hear their answers afterwards: chosen before it, and
            ended by them at any time, for all that follows.
        finished_at: When the person ended it or the interviewer closed it. None: can be resumed.
    """

    __table_args__ = (Index("ix_interview_newest", "job_info_id", "created_at"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    job_info_id: UUID = Field(foreign_key="job_info.id", ondelete="CASCADE")
    minutes: int = 10
    patience: str = Field(default=Patience.NORMAL.value, max_length=20)
    kind: str = Field(default="mixed", max_length=20)
    difficulty: str = Field(default="usual", max_length=20)
    tone: str = Field(default="neutral", max_length=20)
    language: str = Field(default="en", max_length=20)
    notes: str = ""
    plan: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    chat_id: str | None = Field(default=None, max_length=100)
    chat_group_id: str | None = Field(default=None, max_length=100)
    duration_seconds: int = 0
    engine: str | None = Field(default=None, max_length=50)
    admission: str | None = Field(default=None, max_length=40)
    wanted_engine: str | None = Field(default=None, max_length=50)
    reserved_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paid: bool = False
    rough: bool = False
    recorded: bool = False
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(
        default_factory=now, sa_type=UtcDateTime, sa_column_kwargs={"onupdate": now}
    )


class Call(SQLModel, table=True):
    """One live connection of an interview.

    Attributes:
        id: The EVI chat id; the engine's own where it has one.
        engine: Name of the engine that plays it.
        group_id: The engine's own name of the conversation; None when it has none.
        connected_at: On the server's clock.
        seen_at: When the server last said that the call lives; stale when the server died.
        seconds: How long it lasted, or has lasted at `seen_at`. Never shrinks.
        ended_at: None while it lives, and for ever if the server died.
        end_reason: Why it ended: see `call.EndReason`.
        recalled_at: When what the engine had kept of it was compared for the last time.
        recall_after: When the engine is to be asked again; None: as soon as the call has ended.
        recall_attempts: How often it was asked.
        lineups: What played, and from when on, as `lineup.Played.as_json` gives it, oldest first.
            Empty for calls of earlier versions.
        sign_in: See `Ticket.sign_in`.
    """

    __table_args__ = (Index("ix_call_recall", "engine", "recalled_at"),)

    id: str = Field(primary_key=True, max_length=100)
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    engine: str | None = Field(default=None, max_length=50)
    group_id: str | None = Field(default=None, max_length=100)
    connected_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    seconds: float = 0.0
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    end_reason: str | None = Field(default=None, max_length=30)
    recalled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    recall_after: datetime | None = Field(default=None, sa_type=UtcDateTime)
    recall_attempts: int = 0
    lineups: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False)
    )
    sign_in: str | None = Field(default=None, max_length=64)


class Turn(SQLModel, table=True):
    """One thing said.

    Attributes:
        position: Counts from 0 within the interview.
        speaker: A value of `Speaker`.
        text: As it was said, or as the engine heard it.
        began_ms: Milliseconds from the start of the interview, on the server's clock; time
            between calls does not count.
        ended_ms: The same clock. None when the engine does not tell when speech ends.
        segments: Pairs of begin and end of speech within it, in ms of the same clock. Empty when
            unknown.
        unread: Pairs of begin and end of stretches of speech that were not understood, in ms of
            the same clock; in the text `evi.NOT_UNDERSTOOD` stands for each.
        words: Words with their begin and end, in ms of the same clock. Empty when unknown.
        held_ms: Time within it that the person asked to wait or was muted; of the interviewer's
            turns: time between them and the answer that the person asked for.
        from_text: Typed, not spoken.
        key: The client's own name of a typed turn, so that one that is sent twice is kept once.
        rough: Kept by an earlier version, whose ear misheard one word in three: its words are not
            rated. No turn is marked so any more.
        cut_off: Ended by the line or the clock, not by the person; of the interviewer's turns: the
            person talked over it, and its text ends there.
        question: Key of the planned question it asks or answers. None outside the plan.
        expressions: Name of a vocal expression to its strength, 0 to 1. Empty without consent or
            when the engine does not measure them.
    """

    __table_args__ = (UniqueConstraint("interview_id", "position"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", ondelete="CASCADE")
    chat_id: str = Field(max_length=100)
    position: int
    speaker: str = Field(max_length=20)
    text: str
    began_ms: int
    ended_ms: int | None = None
    # Copied by pydantic for each turn; of a factory it would read the signature anew each time.
    segments: list[list[int]] = Field(default=[], sa_column=Column(JSON, nullable=False))
    unread: list[list[int]] = Field(default=[], sa_column=Column(JSON, nullable=False))
    words: list[list[Any]] = Field(default=[], sa_column=Column(JSON, nullable=False))
    held_ms: int = 0
    from_text: bool = False
    key: str | None = Field(default=None, max_length=64)
    rough: bool = False
    cut_off: bool = False
    question: str | None = Field(default=None, max_length=50)
    expressions: dict[str, float] = Field(default={}, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Ticket(SQLModel, table=True):
    """A pass that opens one call of one interview for one person.

    Attributes:
        digest: SHA-256 of the pass, in hex; the pass itself is not kept.
        allowance: How many interviews of the person may ever connect; None: any number.
        expires_at: 60 s after it was issued.
        spent_at: When it opened a call. None: not yet.
        sign_in: See `Actor.sign_in`: the pass, and the call that it opens, end with it.
    """

    digest: str = Field(primary_key=True, max_length=64)
    interview_id: UUID = Field(foreign_key="interview.id", index=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    allowance: int | None = None
    expires_at: datetime = Field(sa_type=UtcDateTime)
    spent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    sign_in: str | None = Field(default=None, max_length=64)
