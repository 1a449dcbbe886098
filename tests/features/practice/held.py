"""Interviews that were held and have a real report, and the ids of what was asked in them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import assemble
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.job_infos.models import JobInfo
from tests.features.feedback import transcripts as said


def backend_job(db: Database, owner) -> JobInfo:
    """Insert the job whose interviews stand in `transcripts`."""
    job = JobInfo(
        user_id=owner.user_id,
        name="Backend at Acme",
        title=said.BACKEND.title,
        experience_level="senior",
        description=said.BACKEND.description,
        skills=list(said.BACKEND.requirements),
    )
    db.run_here(lambda session: session.add(job))
    return job


def held(
    db: Database, job_id: UUID, pairs: said.Pairs, at: datetime, *, typed: bool = True,
    reported: bool = True, **how: object,
) -> UUID:  # fmt: skip
    """Insert an interview with its turns and, if wanted, the report that word rules give it."""

    def work(session: Session) -> UUID:
        interview = Interview(job_info_id=job_id, chat_id="c", finished_at=at, created_at=at, **how)
        session.add(interview)
        session.flush()
        for turn in said.turns_of(pairs, 400):
            session.add(
                Turn(
                    interview_id=interview.id, chat_id="c", position=turn.index,
                    speaker=turn.speaker.value, text=turn.text, began_ms=turn.began_ms,
                    ended_ms=turn.ended_ms, from_text=typed and turn.is_candidate,
                )
            )  # fmt: skip
        if reported:
            language = str(how.get("language", "en"))
            report_on(session, interview.id, _report(tuple(pairs), typed, language))
        return interview.id

    return db.run_here(work)


def report_on(session: Session, interview_id: UUID, report: dict[str, Any], run: int = 1) -> None:
    """Insert a report on an interview."""
    session.add(
        Feedback(
            interview_id=interview_id, run=run, status=FeedbackStatus.READY.value,
            rubric_version="1", app_version="0", judge="local", report=report,
        )
    )  # fmt: skip


@cache
def _report(pairs: tuple[tuple[str, str], ...], typed: bool, language: str) -> dict[str, Any]:
    """Return the report that word rules give; made once, since it takes its time."""
    turns = tuple(
        replace(turn, from_text=typed and turn.is_candidate) for turn in said.turns_of(pairs, 400)
    )
    material = Material(job=said.BACKEND, turns=turns, language=language)
    return assemble(material, by_words(material), "local").as_json()


def turn_ids(db: Database, interview_id: UUID) -> Sequence[UUID]:
    """Return the ids of an interview's turns: questions stand at even places."""
    wanted = select(Turn.id).where(Turn.interview_id == interview_id).order_by(Turn.position)
    return db.run_here(lambda session: session.exec(wanted).all())
