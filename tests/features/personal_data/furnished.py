"""A person with something in every table, and a look at what is left of them."""

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, func, select

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import Credential, RateBucket, SignIn, User
from darasa_reflex.features.accounts.tokens.models import AccessToken
from darasa_reflex.features.feedback.runs.models import Feedback
from darasa_reflex.features.feedback.self_rating.models import SelfRating
from darasa_reflex.features.feedback.sharing.models import CoachComment, ReportLink
from darasa_reflex.features.interviews.models import Call, Interview, Ticket, Turn
from darasa_reflex.features.interviews.questions.own.models import OwnQuestion
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.personal_data.export import pieces
from darasa_reflex.features.personal_data.holdings import KINDS
from darasa_reflex.features.practice.models import Attempt, AttemptVerdict, BestAttempt
from tests.conftest import a_job

SECRETS = ("the-digest", "the-hash", "the-secret-pass", "the-lease", "the-admission")
SAID = "I led the move to PostgreSQL. Ünïcode — “quoted”."
SOUND = b"\x1a\x45\xdf\xa3 not really Opus"
VOICED = "Your voice sounded calm."


def furnish(
    db: Database, actor: Actor, now: datetime, *, chat: str = "chat-1", ended: bool = True
) -> Interview:
    """Insert one row of every kind that a person can have; return the interview."""
    job = a_job(db, actor)

    def work(session: Session) -> Interview:
        user = session.get_one(User, actor.user_id)
        user.email, user.expressions_consent_at = "ada@example.org", now
        interview = Interview(
            job_info_id=job.id, plan={"questions": []}, chat_id=chat, created_at=now,
            admission="the-admission",
        )  # fmt: skip
        session.add(interview)
        session.flush()
        own = {"interview_id": interview.id}
        times = {"connected_at": now, "seen_at": now}
        said = Turn(
            chat_id=chat, position=0, speaker="actor", text=SAID, began_ms=1_500,
            expressions={"Joy": 0.5}, **own,
        )  # fmt: skip
        link = ReportLink(
            digest=f"the-digest {chat}", run=1, name="Sam", words=True, measured=True,
            created_at=now, expires_at=now, **own,
        )  # fmt: skip
        session.add(link)
        for row in (
            Call(id=chat, engine="echo", ended_at=now if ended else None, **own, **times),
            said,
            Recording(turn_id=said.id, began_ms=1_100, milliseconds=2_000, sound=SOUND, **own),
            attempt := Attempt(turn_id=said.id, number=1, text="I led it, and noted it.", **own),
            AttemptVerdict(
                attempt_id=attempt.id, answered="yes", carried="You say that you led it.",
                missing="", model="a-model", **own,
            ),
            BestAttempt(turn_id=said.id, number=1, **own),
            Feedback(
                rubric_version="1", app_version="0", judge="model", lease_token="the-lease",
                status="ready", passes={"voice": {"answer": VOICED}, "pass 1": {"answer": "7"}},
                report={"rubric_version": "1", "voice": VOICED, "voice_caveat": "No feeling."},
                **own,
            ),
            SelfRating(level=3, created_at=now, **own),
            Ticket(digest=f"the-secret-pass {chat}", user_id=actor.user_id, expires_at=now, **own),
            Credential(
                user_id=actor.user_id, email=f"{actor.name}@example.org", password_hash="the-hash"
            ),
            SignIn(
                digest=f"the-digest {chat}", user_id=actor.user_id, user_agent="Firefox",
                created_at=now, expires_at=now,
            ),
            AccessToken(
                digest=f"the-digest {chat}", user_id=actor.user_id, name="My program",
                created_at=now,
            ),
            OwnQuestion(user_id=actor.user_id, position=0, text="Why us, and why now?"),
            RateBucket(key=f"start:{actor.user_id}", tokens=11.0, at=now.timestamp()),
        ):  # fmt: skip
            session.add(row)
        session.flush()
        session.add(
            CoachComment(
                turn_id=said.id, link_id=link.id, author="Sam", text="Say by how much.",
                writer="the-digest",
                created_at=now, **own,
            )
        )  # fmt: skip
        return interview

    return db.run_here(work)


async def exported(db: Database, actor: Actor, now: datetime) -> dict[str, Any]:
    """Return everything of a person, as they get it."""
    told = [piece async for piece in pieces(db, actor.user_id, now)]
    return json.loads("".join(told))


def left_of(db: Database, actor: Actor) -> dict[str, int]:
    """Return how many rows of each kind are a person's."""

    def work(session: Session) -> dict[str, int]:
        return {
            kind.key: session.exec(
                select(func.count()).select_from(kind.table).where(kind.of(actor.user_id))
            ).one()
            for kind in KINDS
        }

    return db.run_here(work)


def rows_of_all(db: Database) -> dict[str, int]:
    """Return how many rows each table has, whoever's they are."""

    def work(session: Session) -> dict[str, int]:
        return {
            table.name: session.exec(select(func.count()).select_from(table)).one()
            for table in SQLModel.metadata.sorted_tables
        }

    return db.run_here(work)


def feedback_of(db: Database, interview: Interview) -> Feedback:
    found = select(Feedback).where(col(Feedback.interview_id) == interview.id)
    return db.run_here(lambda session: session.exec(found).one())


def jobs_of(db: Database, actor: Actor) -> int:
    own = select(func.count()).select_from(JobInfo).where(JobInfo.user_id == actor.user_id)
    return db.run_here(lambda session: session.exec(own).one())
