"""Reads and writes of feedback runs. What a person asks for names the owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, or_, update
from sqlmodel import Session, and_, col, select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.material import Expression, Job, Material, said_of
from darasa_reflex.features.feedback.runs import voices
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.models import Interview, Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP, QuestionPlan
from darasa_reflex.features.job_infos.models import JobInfo

# Renewed for as long as the worker's process lives, so that a dead one is soon known.
LEASE = timedelta(seconds=20)
MOST_ATTEMPTS = 3
_OPEN = (FeedbackStatus.QUEUED.value, FeedbackStatus.RUNNING.value)


@dataclass(frozen=True, slots=True)
class Claim:
    """A run that a worker took; writes without its token change nothing.

    Attributes:
        passes: What the judge kept in this run before.
        judge: Who is to rate.
        language: Of whoever asked, as in ISO 639-1.
    """

    feedback_id: UUID
    interview_id: UUID
    token: str
    passes: dict[str, Any]
    judge: str = ""
    language: str = ENGLISH


def check_owned(session: Session, owner_id: UUID, interview_id: UUID) -> None:
    """Refuse an interview that is not the person's own.

    Raises:
        NotFound: There is none, or it is someone else's.
    """
    owned = (
        select(Interview.id)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(Interview.id == interview_id, JobInfo.user_id == owner_id)
    )
    if session.exec(owned).one_or_none() is None:
        raise NotFound


def open_runs(session: Session) -> dict[str, int]:
    """Return how many runs of all people are not done, by state."""
    found = session.exec(
        select(Feedback.status, func.count())
        .where(col(Feedback.status).in_(_OPEN))
        .group_by(Feedback.status)
    )
    return dict.fromkeys(_OPEN, 0) | dict(found.all())


def latest_owned(session: Session, owner_id: UUID, interview_id: UUID) -> Feedback | None:
    """Return the newest run of a person's interview, or None.

    Raises:
        NotFound: The interview is not the person's own.
    """
    check_owned(session, owner_id, interview_id)
    runs = select(Feedback).where(Feedback.interview_id == interview_id)
    return session.exec(runs.order_by(col(Feedback.run).desc()).limit(1)).one_or_none()


def run_owned(session: Session, owner_id: UUID, interview_id: UUID, run: int) -> Feedback:
    """Return one run of a person's interview.

    Raises:
        NotFound: There is none of this number, or the interview is not the person's own.
    """
    check_owned(session, owner_id, interview_id)
    wanted = select(Feedback).where(Feedback.interview_id == interview_id, Feedback.run == run)
    found = session.exec(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def runs_owned(
    session: Session, owner_id: UUID, interview_id: UUID, limit: int
) -> list[tuple[int, str, datetime, list[dict[str, Any]] | None]]:
    """Return number, status, time and rated categories of a person's runs, newest first.

    Raises:
        NotFound: The interview is not the person's own.
    """
    check_owned(session, owner_id, interview_id)
    runs = (
        select(
            Feedback.run, Feedback.status, Feedback.created_at, col(Feedback.report)["categories"]
        )
        .where(Feedback.interview_id == interview_id)
        .order_by(col(Feedback.run).desc())
        .limit(limit)
    )
    return [(row[0], row[1], row[2], row[3]) for row in session.exec(runs)]


def newest_owned(
    session: Session, owner_id: UUID, interview_ids: Sequence[UUID]
) -> list[tuple[UUID, str, list[dict[str, Any]] | None]]:
    """Return id, status and rated categories of the newest run of each of these interviews.

    Interviews that are not the person's own, or have no run, are left out.
    """
    newest = (
        select(Feedback.interview_id, func.max(Feedback.run).label("run"))
        .where(col(Feedback.interview_id).in_(interview_ids))
        .group_by(col(Feedback.interview_id))
        .subquery()
    )
    runs = (
        select(Feedback.interview_id, Feedback.status, col(Feedback.report)["categories"])
        .join(
            newest,
            and_(
                col(Feedback.interview_id) == newest.c.interview_id,
                col(Feedback.run) == newest.c.run,
            ),
        )
        .join(Interview, col(Interview.id) == col(Feedback.interview_id))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(JobInfo.user_id == owner_id)
    )
    return [(row[0], row[1], row[2]) for row in session.exec(runs)]


def is_live(session: Session, interview_id: UUID, since: datetime) -> bool:
    """Tell whether an interview that nobody has ended has a call that was seen after `since`."""
    interview = session.get_one(Interview, interview_id)
    return interview.finished_at is None and bool(
        interviews.live_calls(session, [interview_id], since)
    )


def is_open(feedback: Feedback) -> bool:
    """Tell whether a run still waits for its result."""
    return feedback.status in _OPEN


def claim(session: Session, at: datetime) -> Claim | None:
    """Take the oldest run that waits, or whose worker died, in one statement."""
    dead = and_(
        col(Feedback.status) == FeedbackStatus.RUNNING.value, col(Feedback.lease_until) < at
    )
    waiting = or_(col(Feedback.status) == FeedbackStatus.QUEUED.value, dead)
    oldest = (
        select(Feedback.id)
        .where(waiting, col(Feedback.attempts) < MOST_ATTEMPTS)
        .order_by(col(Feedback.created_at))
        .limit(1)
        .with_for_update(skip_locked=True)  # SQLite has no row locks and leaves this out
    )
    token = uuid4().hex
    taken = (
        update(Feedback)
        .where(col(Feedback.id) == oldest.scalar_subquery())
        .values(
            status=FeedbackStatus.RUNNING.value,
            attempts=col(Feedback.attempts) + 1,
            lease_until=at + LEASE,
            lease_token=token,
        )
        .returning(
            col(Feedback.id),
            col(Feedback.interview_id),
            col(Feedback.passes),
            col(Feedback.judge),
            col(Feedback.language),
        )
        .execution_options(synchronize_session=False)
    )
    row = session.exec(taken).first()
    return Claim(row[0], row[1], token, *row[2:]) if row else None


def write(session: Session, claimed: Claim, **values: Any) -> bool:  # noqa: ANN401 (columns)
    """Write columns of a claimed run; return False when another worker has taken it since."""
    values = voices.as_agreed(session, claimed.interview_id, values)
    fenced = (
        update(Feedback)
        .where(col(Feedback.id) == claimed.feedback_id, col(Feedback.lease_token) == claimed.token)
        .values(**values)
        .returning(col(Feedback.id))
        .execution_options(synchronize_session=False)
    )
    return session.exec(fenced).first() is not None


def end_leases(session: Session, at: datetime) -> None:
    """Let all runs that were left running be taken at once: no worker of theirs lives."""
    left = col(Feedback.status) == FeedbackStatus.RUNNING.value
    session.exec(
        update(Feedback)
        .where(left)
        .values(lease_until=at - LEASE)
        .execution_options(synchronize_session=False)
    )


def sweep(session: Session, at: datetime, reason: str) -> None:
    """Fail the runs whose last allowed worker died."""
    dead = and_(
        col(Feedback.status) == FeedbackStatus.RUNNING.value,
        col(Feedback.lease_until) < at,
        col(Feedback.attempts) >= MOST_ATTEMPTS,
    )
    failed = {"status": FeedbackStatus.FAILED.value, "reason": reason, "lease_token": None}
    session.exec(
        update(Feedback)
        .where(dead)
        .values(step="", **failed)
        .execution_options(synchronize_session=False)
    )


def material(session: Session, interview_id: UUID) -> Material | None:
    """Return what feedback on an interview is made from; None when it was deleted meanwhile."""
    interview = session.get(Interview, interview_id)
    job_info = session.get(JobInfo, interview.job_info_id) if interview else None
    if interview is None or job_info is None:
        return None
    turns = select(Turn).where(Turn.interview_id == interview_id).order_by(col(Turn.position))
    job = Job(
        title=job_info.title,
        experience_level=job_info.experience_level,
        description=job_info.description,
        requirements=tuple(job_info.skills),
    )
    kept = list(session.exec(turns))
    owner = session.get_one(User, job_info.user_id)
    # The warm-up never counts: not by its words, nor by how they were spoken.
    rated = [(index, turn) for index, turn in enumerate(kept) if turn.question != WARM_UP]
    heard = rated if owner.expressions_consent_at is not None else ()
    return Material(
        job=job,
        turns=tuple(said_of(index, turn) for index, turn in rated),
        planned=QuestionPlan.of(interview.plan).questions,
        candidate=owner.chosen_name or owner.name,
        language=interview.language,
        expressions=tuple(
            Expression(index, turn.expressions)
            for index, turn in heard
            if turn.expressions and turn.speaker == Speaker.ACTOR.value
        ),
    )


def asked_by_interviewer(session: Session, interview_id: UUID) -> dict[int, UUID]:
    """Return the turns of the interviewer: their place in the transcript to their id."""
    rows = select(Turn.id, Turn.speaker).where(Turn.interview_id == interview_id)
    found = session.exec(rows.order_by(col(Turn.position)))
    return {
        index: turn_id
        for index, (turn_id, speaker) in enumerate(found)
        if speaker == Speaker.INTERVIEWER.value
    }
