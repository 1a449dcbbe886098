"""Feedback runs: asked for by people, made by workers, kept over restarts."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

import anyio
import anyio.to_thread
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import DarasaError, InvalidInput, ServiceUnavailable
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.monitoring.metrics import FEEDBACK_SECONDS
from darasa_reflex.core.monitoring.traces.spans import span
from darasa_reflex.core.processes.worker import Worker
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import language, spoken_in
from darasa_reflex.core.words.stored import Sentence, as_column, joined, sentence
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.judging.by_words import without_asking
from darasa_reflex.features.feedback.judging.judge import Judge
from darasa_reflex.features.feedback.judging.rubric import RUBRIC_VERSION
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.report import APP_VERSION, Report, metrics_as_json
from darasa_reflex.features.feedback.report.review import LOCAL, assemble, measure_all
from darasa_reflex.features.feedback.runs import repository
from darasa_reflex.features.feedback.runs.leased import SILENCE_SECONDS, LeasedRun, LeaseLost
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.runs.repository import Claim
from darasa_reflex.features.feedback.runs.views import (
    FeedbackGlance,
    FeedbackView,
    RunGlance,
    overall_of,
    view_of,
)
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.call.calls import alive_since

logger = logging.getLogger(__name__)

_HISTORY_LIMIT = 50
_DONE = {"step": "", "lease_until": None, "lease_token": None}
_KEPT_STOPPING = sentence(
    "The feedback kept stopping before it was ready. Nothing is lost. Please retry."
)
_TOO_SLOW = sentence("The feedback service did not answer in time. Nothing is lost. Please retry.")
_STILL_RUNNING = marked("This interview is still running. End it first, then ask for feedback.")
_UNFORESEEN = sentence(
    "Something went wrong on our side. We have noted it. Nothing is lost. Please retry."
)
_NOTHING_LOST, _RETRY = sentence("Nothing is lost."), sentence("Please retry.")


class FeedbackRuns:
    """Feedback on interviews; its `worker` finishes runs, also those that a restart left behind.

    Args:
        db: Where runs are kept.
        clock: Tells when a worker's lease ends.
        judge: Rates what was said where nothing better can.
        judge_name: Stored with its runs.
        by_model: Returns a better judge and its name, if there is one just now.
        catch_up: Makes the turns of an interview whole before they are read; bounded in time.
        silence_seconds: A judge that gives no sign of life for so long is given up.
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        judge: Judge,
        judge_name: str,
        *,
        by_model: Callable[[], tuple[str, Judge] | None] = lambda: None,
        catch_up: Callable[[UUID], Awaitable[object]] | None = None,
        silence_seconds: float = SILENCE_SECONDS,
    ) -> None:
        self._db = db
        self._clock = clock
        self._judge = judge
        self._judge_name = judge_name
        self._by_model = by_model
        self._catch_up = catch_up
        self._silence_seconds = silence_seconds
        self.worker = Worker("feedback", self.run_once)

    async def request(
        self, actor: Actor, interview_id: UUID, *, without_model: bool = False
    ) -> FeedbackView:
        """Ask for feedback; a run that is queued or running is returned as it is.

        After a ready or failed run this is "run again" or "retry": a new run, the old one stays,
        and what a model has answered in a failed one is not asked for again.

        Args:
            actor: Whose interview it is.
            interview_id: The interview.
            without_model: Show what can be known without a language model.

        Raises:
            InvalidInput: Its call is live; what is not said yet could not be judged.
            NotFound: The interview is not the person's own.
        """
        name = self._judge_name if without_model else self._seated()[0]
        try:
            view = await self._db.run(lambda s: self._queue(s, actor, interview_id, name))
        except IntegrityError:  # another worker's process queued the same run number meanwhile
            view = await self._db.run(lambda s: self._queue(s, actor, interview_id, name))
        self.worker.wake()
        return view

    async def latest(self, actor: Actor, interview_id: UUID) -> FeedbackView | None:
        """Return the newest run, or None when feedback was never asked for.

        Raises:
            NotFound: The interview is not the person's own.
        """
        run = await self._db.read(lambda s: repository.latest_owned(s, actor.user_id, interview_id))
        return await self._view(run) if run else None

    async def history(self, actor: Actor, interview_id: UUID) -> list[RunGlance]:
        """Return how each run of an interview stands, newest first, at most 50.

        Raises:
            NotFound: The interview is not the person's own.
        """
        found = await self._db.read(
            lambda s: repository.runs_owned(s, actor.user_id, interview_id, _HISTORY_LIMIT)
        )
        return [
            RunGlance(run, FeedbackStatus(status), created_at, overall_of(categories))
            for run, status, created_at, categories in found
        ]

    async def read_run(self, actor: Actor, interview_id: UUID, run: int) -> FeedbackView:
        """Return one run, an older one too.

        Raises:
            NotFound: There is none of this number, or the interview is not the person's own.
        """
        found = await self._db.read(
            lambda s: repository.run_owned(s, actor.user_id, interview_id, run)
        )
        return await self._view(found)

    async def overview(
        self, actor: Actor, interview_ids: Sequence[UUID]
    ) -> dict[UUID, FeedbackGlance]:
        """Return how the newest run of each of the person's own interviews stands, in one query.

        Interviews without feedback, and those of others, are left out.
        """
        ids = list(interview_ids)
        found = await self._db.read(lambda s: repository.newest_owned(s, actor.user_id, ids))
        return {
            interview_id: FeedbackGlance(FeedbackStatus(status), overall_of(categories))
            for interview_id, status, categories in found
        }

    async def take_up(self) -> None:
        """At the start of a server that is alone: go on at once with what a dead one left."""
        now = self._clock.now()
        await self._db.run(lambda session: repository.end_leases(session, now))

    async def run_once(self) -> bool:
        """Take one waiting run and finish it, ready or failed; False when none waits."""
        claimed = await self._db.run(self._claim)
        if claimed is None:
            return False
        began = self._clock.monotonic()
        with span("feedback run"):
            making = asyncio.create_task(self._make(claimed))
            try:
                await asyncio.wait({making})
            finally:
                making.cancel()
        state = _state_after(error := making.exception())
        FEEDBACK_SECONDS.labels(state).observe(self._clock.monotonic() - began)
        if error:
            await self._fail(claimed, error)
        return True

    async def open_runs(self) -> dict[str, int]:
        """Return how many runs of all people wait and run, by state.

        Raises:
            ServiceUnavailable: The database is not to be had.
        """
        return await self._db.read(repository.open_runs)

    async def _view(self, run: Feedback) -> FeedbackView:
        """Return a run that the person may see, compared with what was said as it stands now."""
        texts = None
        if run.status == FeedbackStatus.READY.value:
            said = await self._db.read(lambda s: interviews.turns(s, run.interview_id))
            texts = [turn.text for turn in said]
        return await anyio.to_thread.run_sync(view_of, run, texts)

    def _seated(self) -> tuple[str, Judge]:
        """Return name and judge that rate now."""
        return self._by_model() or (self._judge_name, self._judge)

    def _queue(
        self, session: Session, actor: Actor, interview_id: UUID, judge: str
    ) -> FeedbackView:
        newest = repository.latest_owned(session, actor.user_id, interview_id)
        if newest is not None and repository.is_open(newest):
            return view_of(newest)
        if repository.is_live(session, interview_id, alive_since(self._clock)):
            raise InvalidInput("interview", _(_STILL_RUNNING))
        asked = Feedback(
            interview_id=interview_id,
            run=newest.run + 1 if newest else 1,
            rubric_version=RUBRIC_VERSION,
            app_version=APP_VERSION,
            judge=judge,
            created_at=self._clock.now(),
            passes=_passes_of(newest),
            language=language(),
        )
        session.add(asked)
        session.flush()
        return view_of(asked)

    def _claim(self, session: Session) -> Claim | None:
        repository.sweep(session, self._clock.now(), as_column(_KEPT_STOPPING))
        return repository.claim(session, self._clock.now())

    async def _make(self, claimed: Claim) -> None:
        # What a model writes, and what an error says, is for whoever asked.
        with spoken_in(claimed.language), anyio.fail_after(self._silence_seconds) as patience:
            run = LeasedRun(self._db, self._clock, claimed, patience, self._silence_seconds)
            tasks = {
                asyncio.create_task(run.renew()),
                asyncio.create_task(self._finish(run, claimed)),
            }
            try:
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.wait(tasks)
            for task in done:
                task.result()

    async def _finish(self, run: LeasedRun, claimed: Claim) -> None:
        if self._catch_up:
            await run.step(sentence("Saving"))
            await self._catch_up(claimed.interview_id)
        await run.step(sentence("Measuring"))
        material = await self._db.read(lambda s: repository.material(s, claimed.interview_id))
        if material is None:  # deleted meanwhile, and this run with it
            return
        measured = await anyio.to_thread.run_sync(measure_all, material)
        await run.write(step=as_column(sentence("Rating")), measured=metrics_as_json(measured))
        alone = claimed.judge == self._judge_name
        seat = (self._judge_name, self._judge) if alone else self._seated()
        report = await self._report(material, run, *seat)
        # A run without a model keeps what a failed one before it has paid for.
        paid = {} if report.model else dict(run.kept)
        await run.write(
            status=FeedbackStatus.READY.value, report=report.as_json(), model=report.model,
            prompt_version=report.prompt_version, judge=seat[0], passes=paid, **_DONE,
        )  # fmt: skip

    async def _report(
        self, material: Material, run: LeasedRun, judge_name: str, judge: Judge
    ) -> Report:
        refused = await anyio.to_thread.run_sync(without_asking, material)
        verdict = refused or await judge.judge(material, run)
        await run.step(sentence("Checking quotes"))
        name = LOCAL if refused else judge_name
        return await anyio.to_thread.run_sync(assemble, material, verdict, name)

    async def _fail(self, claimed: Claim, error: BaseException) -> None:
        if isinstance(error, LeaseLost):
            logger.warning("feedback %s is in other hands", claimed.feedback_id)
            return
        if isinstance(error, ServiceUnavailable):
            reason = joined([_kept(error), _NOTHING_LOST, *[_RETRY] * error.retryable])
        elif isinstance(error, DarasaError):
            reason = _kept(error)
        else:
            reason = _TOO_SLOW if isinstance(error, TimeoutError) else _UNFORESEEN
        logger.error("feedback %s failed: %s", claimed.feedback_id, place_of(error))
        failed = {"status": FeedbackStatus.FAILED.value, "reason": as_column(reason), **_DONE}
        await self._db.run(lambda session: repository.write(session, claimed, **failed))


def _kept(error: DarasaError) -> str:
    """Return what happened, to be read later in any language."""
    return error.sentence if isinstance(error.sentence, Sentence) else sentence(error.sentence)


def _state_after(error: BaseException | None) -> str:
    """Return how a run that was made here ended."""
    if isinstance(error, LeaseLost):
        return "in_other_hands"
    return FeedbackStatus.FAILED.value if error else FeedbackStatus.READY.value


def _passes_of(newest: Feedback | None) -> dict[str, Any]:
    """Return what need not be made again; a ready run by a model has left nothing."""
    return dict(newest.passes) if newest else {}
