"""Reads and writes of practice. All of it names the owner."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.features.feedback.exchanges import asked_as
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.runs import repository as feedback
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.models import Interview, Speaker, Turn
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.practice import telling
from darasa_reflex.features.practice.models import Attempt, AttemptVerdict, BestAttempt
from darasa_reflex.features.practice.telling import Asked

# Of a page: who has more finds the rest at their jobs and interviews.
MOST_JOBS, MOST_PRACTISED = 200, 8
# Turns in which one question is asked: a sentence each, where it is spoken.
_MOST_ASKING = 12


def material_of(
    session: Session, owner_id: UUID, interview_id: UUID
) -> tuple[Interview, JobInfo, Material, Sequence[UUID]]:
    """Return the person's interview, its job, what was said in it, and the ids of its turns.

    Raises:
        NotFound: It is not the person's own.
    """
    interview, job_info = interviews.get_owned(session, owner_id, interview_id)
    material = feedback.material(session, interview_id)
    if material is None:
        raise NotFound
    return interview, job_info, material, turn_ids(session, interview_id)


def asked(
    session: Session, owner_id: UUID, interview_id: UUID, turn_id: UUID
) -> tuple[Interview, JobInfo, Asked]:
    """Return the person's interview, its job, and the question that a turn asked.

    Raises:
        NotFound: It is not the person's own, or nothing was answered there.
    """
    interview, job_info, material, ids = material_of(session, owner_id, interview_id)
    found = telling.asked_at(material, ids.index(turn_id)) if turn_id in ids else None
    if found is None:
        raise NotFound
    return interview, job_info, found


def turn_ids(session: Session, interview_id: UUID) -> Sequence[UUID]:
    """Return the ids of the turns of an interview the caller has found to be the person's."""
    ids = select(Turn.id).where(Turn.interview_id == interview_id)
    return session.exec(ids.order_by(col(Turn.position))).all()


def attempts(session: Session, owner_id: UUID, turn_id: UUID) -> Sequence[Attempt]:
    """Return the attempts at an answer of a person, oldest first."""
    found = select(Attempt).where(Attempt.turn_id == turn_id, _owned(owner_id))
    return session.exec(found.order_by(col(Attempt.number))).all()


def verdicts(session: Session, interview_id: UUID) -> dict[UUID, AttemptVerdict]:
    """Return what models said of attempts, by attempt, in an interview found to be the person's."""
    found = select(AttemptVerdict).where(AttemptVerdict.interview_id == interview_id)
    return {verdict.attempt_id: verdict for verdict in session.exec(found)}


def reported(session: Session, interview_id: UUID, index: int) -> dict[str, Any]:
    """Return what the newest report says of an answer, as it is stored; empty when it says nothing.

    Its `language` is what a model wrote its sentences in.

    Args:
        session: An open transaction.
        interview_id: An interview the caller has found to be the person's.
        index: Place of the turn that asked.
    """
    ready = Feedback.status == FeedbackStatus.READY.value
    newest = (
        select(col(Feedback.report)["questions"], col(Feedback.language))
        .where(Feedback.interview_id == interview_id, ready)
        .order_by(col(Feedback.run).desc())
        .limit(1)
    )
    found = session.exec(newest).first()
    rows: list[dict[str, Any]] = (found[0] or []) if found else []
    language = found[1] if found else ENGLISH
    none: dict[str, Any] = {}
    return next((row | {"language": language} for row in rows if row["turn"] == index), none)


def newest(session: Session, turn_id: UUID) -> Attempt | None:
    """Return the last attempt at an answer, or None. Its interview is held."""
    found = select(Attempt).where(Attempt.turn_id == turn_id)
    return session.exec(found.order_by(col(Attempt.number).desc()).limit(1)).one_or_none()


def chosen(session: Session, owner_id: UUID, turn_id: UUID) -> int | None:
    """Return which telling of an answer the person keeps as the best; None: they chose none."""
    best = (
        select(BestAttempt.number)
        .join(Interview, col(Interview.id) == col(BestAttempt.interview_id))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(BestAttempt.turn_id == turn_id, JobInfo.user_id == owner_id)
    )
    return session.exec(best).one_or_none()


def jobs(session: Session, owner_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Return ids and names of a person's jobs, by name."""
    found = select(JobInfo.id, JobInfo.name).where(JobInfo.user_id == owner_id)
    rows = session.exec(found.order_by(func.lower(JobInfo.name)).limit(MOST_JOBS))
    return tuple((job_id, name) for job_id, name in rows)


def practised(session: Session, owner_id: UUID, job_info_id: UUID | None) -> list[dict[str, Any]]:
    """Return the answers a person gave again, newest first: see `progress.service.Practised`."""
    newest = func.max(Attempt.created_at)
    found = (
        select(Interview.job_info_id, Attempt.interview_id, Attempt.turn_id)
        .add_columns(
            func.count(), newest, func.max(Attempt.parts_found), func.max(Attempt.parts_asked)
        )
        .join(Interview, col(Interview.id) == col(Attempt.interview_id))
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(col(JobInfo.user_id) == owner_id)
        .group_by(col(Interview.job_info_id), col(Attempt.interview_id), col(Attempt.turn_id))
        .order_by(newest.desc())
        .limit(MOST_PRACTISED)
    )  # fmt: skip
    if job_info_id is not None:
        found = found.where(col(Interview.job_info_id) == job_info_id)
    rows = session.connection().execute(found).all()
    return [_practised(session, tuple(row)) for row in rows]


def _practised(session: Session, row: tuple[Any, ...]) -> dict[str, Any]:
    question, language = _question(session, row[2])
    return {
        "job_info_id": row[0], "interview_id": row[1], "turn_id": row[2],
        "question": question, "language": language, "attempts": row[3], "at": row[4],
        "best": None if row[5] is None else (row[5], row[6]),
    }  # fmt: skip


def _question(session: Session, turn_id: UUID) -> tuple[str, str]:
    """Return a question as a report names it, by the first turn that asked it; and its language."""
    first = session.get_one(Turn, turn_id)
    interview = session.get_one(Interview, first.interview_id)
    following = (
        select(Turn)
        .where(Turn.interview_id == interview.id, Turn.position >= first.position)
        .order_by(col(Turn.position))
        .limit(_MOST_ASKING)
    )
    asking = takewhile(
        lambda turn: turn.speaker == Speaker.INTERVIEWER.value, session.exec(following)
    )
    plan = QuestionPlan.of(interview.plan)
    return asked_as(list(asking), plan.questions), plan.language


def _owned(owner_id: UUID) -> ColumnElement[bool]:
    own = select(Interview.id).join(JobInfo).where(JobInfo.user_id == owner_id)
    return col(Attempt.interview_id).in_(own)
