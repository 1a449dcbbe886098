"""When the first part of a report can be seen, while a model takes its time over the ratings."""

import asyncio
import contextlib
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from pydantic import SecretStr
from sqlmodel import Session, SQLModel

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.by_model.judge import PASSES
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.runs.views import FeedbackView
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.providers.language_model.gemini import GeminiModel
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import answering, judge_by, rated
from tests.vendors.gemini import gemini_text

_PASS_SECONDS = 2.0
_LOOK_SECONDS = 0.01
_LONGEST_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds from asking for feedback.

    Attributes:
        measured: Until the measured parts could be shown.
        ready: Until the whole report could.
        model: What the model alone took of that.
    """

    measured: float
    ready: float
    model: float


def measure(folder: Path) -> Waits:
    """Ask for feedback on an interview, of a model that takes two seconds for each pass."""
    database = Database(f"sqlite:///{folder / 'report.db'}")
    SQLModel.metadata.create_all(database.engine)
    actor, interview_id = database.run_here(_fill)
    with gemini_text.running() as gemini:
        whole = gemini_text.text_answer(rated()).parts[0][1]
        slow = gemini_text.Answer(parts=[(_PASS_SECONDS, whole)])
        gemini.script(answering(gemini_text, slow))
        judge = judge_by(GeminiModel(SecretStr("bench"), "bench", "quick", gemini.address))
        runs = FeedbackRuns(database, SystemClock(), judge, "gemini")
        measured, ready = asyncio.run(_asked(runs, actor, interview_id))
    return Waits(measured, ready, PASSES * _PASS_SECONDS)


async def _asked(runs: FeedbackRuns, actor: Actor, interview_id: UUID) -> tuple[float, float]:
    worker = asyncio.create_task(runs.worker.run())
    began, measured = time.monotonic(), None
    await runs.request(actor, interview_id)
    try:
        async with asyncio.timeout(_LONGEST_SECONDS):
            while not _over(view := await runs.latest(actor, interview_id)):
                if measured is None and view and view.metrics:
                    measured = time.monotonic() - began
                await asyncio.sleep(_LOOK_SECONDS)
    finally:
        worker.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await worker
    ready = time.monotonic() - began
    return ready if measured is None else measured, ready


def _over(view: FeedbackView | None) -> bool:
    if view and view.status is FeedbackStatus.FAILED:
        raise RuntimeError(view.reason)
    return view is not None and view.status is FeedbackStatus.READY


def _fill(session: Session) -> tuple[Actor, UUID]:
    user = User(subject="bench", name="Bench")
    session.add(user)
    session.flush()
    job = JobInfo(
        user_id=user.id, name="Bench", experience_level="senior", description="x", skills=[]
    )
    session.add(job)
    session.flush()
    interview = Interview(job_info_id=job.id)
    session.add(interview)
    session.flush()
    for position, turn in enumerate(said.turns_of(said.BACKEND_STRONG, 400)):
        began_ms, ended_ms = turn.began_ms or 0, turn.ended_ms or 0
        kept = Turn(
            interview_id=interview.id, chat_id="c", position=position,
            speaker=turn.speaker.value, text=turn.text, began_ms=began_ms,
            ended_ms=ended_ms, segments=[[began_ms, ended_ms]],
        )  # fmt: skip
        session.add(kept)
    return Actor(user.id, "Bench"), interview.id
