"""Questions that a model writes for a job as soon as it is saved, so that no start waits."""

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

import anyio.to_thread
from sqlmodel import Session

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.core.processes.worker import Worker
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN, ENGLISH
from darasa_reflex.features.interviews.questions.prepared.checking import Ready, passing
from darasa_reflex.features.interviews.questions.prepared.task import VERSION, Asked, task_for
from darasa_reflex.features.job_infos import repository as job_infos
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.language_models.service import LanguageModels, Use

logger = logging.getLogger(__name__)
# Questions of so many earlier interviews are not written again.
_REMEMBERED = 5
_MOST_WAITING = 1_000


class Preparation:
    """Has questions written, one job after the other; the built-in ones stay until they are there.

    What waits is forgotten when the server stops: the next save, or the next interview, asks again.
    """

    def __init__(self, db: Database, models: LanguageModels) -> None:
        self._db = db
        self._models = models
        self._waiting: dict[tuple[UUID, UUID, str], None] = {}
        self.worker = Worker("questions", self.run_once)

    def want(self, owner_id: UUID, job_info_id: UUID, language: str = "") -> bool:
        """Have questions written for a job of a person, if a model is in use; tell whether.

        Args:
            owner_id: Whose job it is.
            job_info_id: The job.
            language: What they are asked in; empty: what the person answered in last.
        """
        if not self._models.serving(Use.FEEDBACK) or len(self._waiting) >= _MOST_WAITING:
            return False
        self._waiting[owner_id, job_info_id, language] = None
        self.worker.wake()
        return True

    async def run_once(self) -> bool:
        """Write the questions of one job; False when none waits."""
        if not self._waiting:
            return False
        wanted = next(iter(self._waiting))
        del self._waiting[wanted]
        try:
            await self._prepare(*wanted)
        except NotFound:
            logger.info("questions: the job is gone")
        except ServiceUnavailable as failure:
            logger.warning("questions: %s", type(failure).__name__)
        return True

    async def _prepare(self, owner_id: UUID, job_info_id: UUID, language: str) -> None:
        asker = self._models.needed(Use.FEEDBACK)

        def look(session: Session) -> tuple[str, Asked]:
            job = job_infos.get_owned(session, owner_id, job_info_id)
            return made_for(job), _asked(session, job, language)

        digest, asked = await self._db.read(look)
        written, _ = await asker.ask(task_for(asked), asked.material)
        ready = await anyio.to_thread.run_sync(
            passing, asked.ready(written), asked.earlier, asked.language
        )

        def keep(session: Session) -> None:
            job = job_infos.get_owned(session, owner_id, job_info_id)
            if made_for(job) == digest:  # else it was changed meanwhile, and is asked for anew
                told = {"for": digest, "by": asker.names.provider if not asker.names.local else ""}
                made = {**told, "questions": [asdict(one) for one in ready]}
                job.prepared = _with(job.prepared or {}, asked.language, made)
                session.add(job)

        await self._db.run(keep)


def made_for(job: JobInfo) -> str:
    """Return a word for all that the questions of a job hang on."""
    facts = [VERSION, job.title, job.experience_level, job.description, job.skills]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def prepared_for(job: JobInfo, language: str = ENGLISH) -> tuple[Ready, ...]:
    """Return the questions a model wrote for a job as it is now; none while there are none."""
    kept: dict[str, Any] = job.prepared or {}
    if language != ENGLISH:
        kept = kept.get("in", {}).get(language, {})
    if kept.get("for") != made_for(job):
        return ()
    return tuple(Ready(**one) for one in kept.get("questions", ()))


def _with(kept: dict[str, Any], language: str, made: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a job with the questions in one language made anew."""
    others: dict[str, Any] = kept.get("in", {})
    # Who was sent the job is asked of the whole: see `personal_data.removal`.
    by = made["by"] or kept.get("by", "")
    if language == ENGLISH:
        return {**made, "by": by} | ({"in": others} if others else {})
    return {**kept, "by": by, "in": {**others, language: made}}


def _asked(session: Session, job: JobInfo, language: str) -> Asked:
    user = session.get(User, job.user_id)
    wanted = language or (user.language if user else ENGLISH)
    return Asked(
        language=wanted if wanted in ASKED_IN else ENGLISH,
        title=job.title,
        level=job.experience_level,
        posting=job.description,
        requirements=tuple(job.skills),
        about_me=user.about_me if user else "",
        earlier=asked_before(session, job.id),
    )


def asked_before(session: Session, job_info_id: UUID) -> Sequence[str]:
    """Return the questions of the newest interviews of a job, each once."""
    earlier = repository.list_of_job(session, job_info_id, _REMEMBERED)
    plans = [question_plan.QuestionPlan.of(interview.plan) for interview in earlier]
    return tuple(dict.fromkeys(one.text for plan in plans for one in plan.questions))
