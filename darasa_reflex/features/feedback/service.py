"""Feedback runs: asked for by people, made by workers, kept over restarts."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import anyio
import anyio.to_thread
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.db import Database
from darasa_reflex.core.errors import DarasaError, InvalidInput, ServiceUnavailable
from darasa_reflex.core.logs import place_of
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback import repository
from darasa_reflex.features.feedback.judge import Judge
from darasa_reflex.features.feedback.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.report import APP_VERSION, Report
from darasa_reflex.features.feedback.repository import Claim
from darasa_reflex.features.feedback.review import assemble
from darasa_reflex.features.feedback.rubric import OVERALL, RUBRIC_VERSION
from darasa_reflex.features.interviews.calls import alive_since

logger = logging.getLogger(__name__)

POLL_SECONDS = 3.0
# Shorter than the lease, so that a slow judge is given up before another worker takes over.
JUDGE_SECONDS = repository.LEASE.total_seconds() - 30
_KEPT_STOPPING = "The feedback kept stopping before it was ready. Nothing is lost. Please retry."
_TOO_SLOW = "The feedback service did not answer in time. Nothing is lost. Please retry."
_STILL_RUNNING = "This interview is still running. End it first, then ask for feedback."
_UNFORESEEN = "Something went wrong on our side. We have noted it. Nothing is lost. Please retry."


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """What a person may see of the newest run.

    Attributes:
        step: What is being done, while it is running.
        reason: Why it failed, with what to do; None otherwise.
        report: None until ready.
        run: Counts from 1 within the interview.
    """

    interview_id: UUID
    run: int
    status: FeedbackStatus
    step: str
    reason: str | None
    report: Report | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class FeedbackGlance:
    """How the newest run of an interview stands, for lists.

    Attributes:
        overall: Out of 10. None until ready, and when there was not enough evidence.
    """

    status: FeedbackStatus
    overall: float | None


class FeedbackRuns:
    """Feedback on interviews.

    Args:
        db: Where runs are kept.
        clock: Tells when a worker's lease ends.
        judge: Rates what was said.
        judge_name: Stored with each run.
    """

    def __init__(self, db: Database, clock: Clock, judge: Judge, judge_name: str) -> None:
        self._db = db
        self._clock = clock
        self._judge = judge
        self._judge_name = judge_name
        self._asked = asyncio.Event()

    async def request(self, actor: Actor, interview_id: UUID) -> FeedbackView:
        """Ask for feedback; a run that is queued or running is returned as it is.

        After a ready or failed run this is "run again" or "retry": a new run, the old one stays.

        Raises:
            InvalidInput: Its call is live; what is not said yet could not be judged.
            NotFound: The interview is not the person's own.
        """
        try:
            view = await self._db.run(lambda s: self._queue(s, actor, interview_id))
        except IntegrityError:  # another worker's process queued the same run number meanwhile
            view = await self._db.run(lambda s: self._queue(s, actor, interview_id))
        self._asked.set()
        return view

    async def latest(self, actor: Actor, interview_id: UUID) -> FeedbackView | None:
        """Return the newest run, or None when feedback was never asked for.

        Raises:
            NotFound: The interview is not the person's own.
        """
        run = await self._db.read(lambda s: repository.latest_owned(s, actor.user_id, interview_id))
        return await anyio.to_thread.run_sync(_view, run) if run else None

    async def overview(
        self, actor: Actor, interview_ids: Sequence[UUID]
    ) -> dict[UUID, FeedbackGlance]:
        """Return how the newest run of each of the person's own interviews stands, in one query.

        Interviews without feedback, and those of others, are left out.
        """
        ids = list(interview_ids)
        found = await self._db.read(lambda s: repository.newest_owned(s, actor.user_id, ids))
        return {
            interview_id: FeedbackGlance(FeedbackStatus(status), _overall(categories or []))
            for interview_id, status, categories in found
        }

    async def run_once(self) -> bool:
        """Take one waiting run and finish it, ready or failed; False when none waits."""
        claimed = await self._db.run(self._claim)
        if claimed is None:
            return False
        making = asyncio.create_task(self._make(claimed))
        try:
            await asyncio.wait({making})
        finally:
            making.cancel()
        if error := making.exception():
            await self._fail(claimed, error)
        return True

    async def work_forever(self) -> None:
        """Finish runs as they are asked for, and those that a restart left behind."""
        while True:
            self._asked.clear()
            working = asyncio.create_task(self.run_once())
            try:
                await asyncio.wait({working})
            finally:
                working.cancel()
            if error := working.exception():
                logger.error("feedback worker: %s", place_of(error))
            elif working.result():
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._asked.wait(), POLL_SECONDS)

    def _queue(self, session: Session, actor: Actor, interview_id: UUID) -> FeedbackView:
        newest = repository.latest_owned(session, actor.user_id, interview_id)
        if newest is not None and repository.is_open(newest):
            return _view(newest)
        if repository.is_live(session, interview_id, alive_since(self._clock)):
            raise InvalidInput("interview", _STILL_RUNNING)
        asked = Feedback(
            interview_id=interview_id,
            run=newest.run + 1 if newest else 1,
            rubric_version=RUBRIC_VERSION,
            app_version=APP_VERSION,
            judge=self._judge_name,
            created_at=self._clock.now(),
        )
        session.add(asked)
        session.flush()
        return _view(asked)

    def _claim(self, session: Session) -> Claim | None:
        repository.sweep(session, self._clock.now(), _KEPT_STOPPING)
        return repository.claim(session, self._clock.now())

    async def _make(self, claimed: Claim) -> None:
        await self._write(claimed, step="Measuring")
        material = await self._db.read(lambda s: repository.material(s, claimed.interview_id))
        if material is None:  # deleted meanwhile, and this run with it
            return
        await self._write(claimed, step="Rating")
        with anyio.fail_after(JUDGE_SECONDS):
            verdict = await self._judge.judge(material)
        await self._write(claimed, step="Checking quotes")
        report = await anyio.to_thread.run_sync(assemble, material, verdict, self._judge_name)
        stored = report.as_json()
        await self._finish(claimed, status=FeedbackStatus.READY.value, report=stored)

    async def _fail(self, claimed: Claim, error: BaseException) -> None:
        if isinstance(error, ServiceUnavailable):
            reason = f"{error.message} Nothing is lost. Please retry."
        elif isinstance(error, DarasaError):
            reason = error.message
        else:
            reason = _TOO_SLOW if isinstance(error, TimeoutError) else _UNFORESEEN
        logger.error("feedback %s failed: %s", claimed.feedback_id, place_of(error))
        await self._finish(claimed, status=FeedbackStatus.FAILED.value, reason=reason)

    async def _finish(self, claimed: Claim, **values: Any) -> None:  # noqa: ANN401 (columns)
        await self._write(claimed, step="", lease_until=None, lease_token=None, **values)

    async def _write(self, claimed: Claim, **values: Any) -> None:  # noqa: ANN401 (columns)
        await self._db.run(lambda session: repository.write(session, claimed, **values))


def _overall(categories: Sequence[dict[str, Any]]) -> float | None:
    return next((c.get("rating") for c in categories if c.get("key") == OVERALL), None)


def _view(run: Feedback) -> FeedbackView:
    ready = run.status == FeedbackStatus.READY.value
    return FeedbackView(
        interview_id=run.interview_id,
        run=run.run,
        status=FeedbackStatus(run.status),
        step=run.step,
        reason=run.reason,
        report=Report.of_json(run.report) if ready else None,
        created_at=run.created_at,
    )
