"""Runs of a judge that asks a model: resumed, bounded, refused without asking, kept and listed."""

import asyncio
import contextlib
from datetime import UTC, datetime
from uuid import uuid4

import anyio
import pytest
from pydantic import SecretStr
from sqlmodel import select, update

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.by_model.instructions import PROMPT_VERSION
from darasa_reflex.features.feedback.by_model.judge import SIGN_EVERY_SECONDS
from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC_VERSION
from darasa_reflex.features.feedback.runs import leased, repository
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.models import Interview, Speaker, Turn
from darasa_reflex.features.language_models.asking import SECONDS_THERE
from darasa_reflex.providers.judge.local import LocalJudge
from darasa_reflex.providers.language_model.gemini import GeminiModel
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import answering, judge_by, rated, ratings
from tests.vendors.gemini import gemini_text
from tests.vendors.gemini.gemini_text import error, hang

pytestmark = pytest.mark.slow

ANSWERS = 4


def script(gemini, *passes):
    """Judge each answer alike, and give these to the rating passes."""
    gemini.script(answering(gemini_text, *passes))


def an_interview(db, job_info, pairs=said.BACKEND_STRONG, *, rough=False):
    def work(session):
        interview = Interview(job_info_id=job_info.id)
        session.add(interview)
        session.flush()
        for position, turn in enumerate(said.turns_of(pairs, 400)):
            kept = Turn(
                interview_id=interview.id, chat_id="c", position=position,
                speaker=turn.speaker.value, text=turn.text, began_ms=turn.began_ms,
                ended_ms=turn.ended_ms, segments=[[turn.began_ms, turn.ended_ms]],
                rough=rough and turn.speaker is Speaker.ACTOR,
                expressions={"Aardvarkness": 0.8} if turn.speaker is Speaker.ACTOR else {},
            )  # fmt: skip
            session.add(kept)
        return interview.id

    return db.run_here(work)


@pytest.fixture
def interview_id(db, job_info):
    return an_interview(db, job_info)


@pytest.fixture
def gemini():
    with gemini_text.running() as server:
        yield server


@pytest.fixture
def runs(db, clock, gemini):
    model = GeminiModel(SecretStr("test"), "gemini-test", "quick", gemini.address, first_delay=0.01)
    judge = judge_by(model)
    return FeedbackRuns(db, clock, LocalJudge(), "local", by_model=lambda: (judge.name, judge))


async def asked_for(gemini, times):
    async with asyncio.timeout(60):
        while len(ratings(gemini.requests)) < times:
            await asyncio.sleep(0.01)


async def killed_after(runs, gemini, asked):
    """Start a worker and kill it once the stand-in was asked so often and does not answer."""
    work = asyncio.create_task(runs.run_once())
    await asked_for(gemini, asked)
    work.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await work


async def test_a_worker_killed_in_pass_three_leaves_one_pass_to_ask_for(
    runs, clock, gemini, ada, interview_id
):
    script(gemini, rated(6), rated(8), hang())
    await runs.request(ada, interview_id)
    await killed_after(runs, gemini, 3)
    left = await runs.latest(ada, interview_id)
    script(gemini, rated(7))
    clock.seconds += repository.LEASE.total_seconds() + 1

    await runs.run_once()

    ready = await runs.latest(ada, interview_id)
    assert (left.status, left.step) == (FeedbackStatus.RUNNING, "Rating, pass 3 of 3")
    assert any(metric.value is not None for metric in left.metrics)
    assert left.metrics == ready.metrics == ready.report.metrics
    assert len(ratings(gemini.requests)) == 4
    assert len(gemini.requests) == ANSWERS + 4
    quality = ready.report.category("response_quality")
    assert (quality.rating, quality.spread) == (7, (6, 8))


async def test_each_sign_of_life_renews_the_lease(runs, clock, gemini, ada, interview_id):
    answered = answering(gemini_text, rated(7))

    def late(asked):
        if "TRANSCRIPT [" not in asked.text:
            return answered(asked)
        if len(ratings(gemini.requests)) > 2:
            return hang()
        clock.seconds += 0.9 * repository.LEASE.total_seconds()
        return answered(asked)

    gemini.script(late)
    await runs.request(ada, interview_id)
    work = asyncio.create_task(runs.run_once())
    await asked_for(gemini, 3)

    taken_by_another = await runs.run_once()

    work.cancel()
    await asyncio.wait({work})
    assert clock.seconds > repository.LEASE.total_seconds()
    assert not taken_by_another


async def test_a_judge_that_gives_no_sign_is_given_up(db, clock, ada, interview_id):
    class Silent:
        async def judge(self, material, run):
            await anyio.sleep_forever()

    runs = FeedbackRuns(db, clock, Silent(), "silent", silence_seconds=0.2)
    await runs.request(ada, interview_id)

    await runs.run_once()

    failed = await runs.latest(ada, interview_id)
    assert "did not answer in time" in failed.reason


def test_a_question_takes_less_than_the_patience_and_a_lease_outlives_a_missed_renewal():
    assert SECONDS_THERE < leased.SILENCE_SECONDS
    # A model on this machine may take longer: the judge gives a sign meanwhile.
    assert SIGN_EVERY_SECONDS < leased.SILENCE_SECONDS / 2
    assert repository.LEASE.total_seconds() > 2 * leased._RENEW_EVERY_SECONDS


async def test_a_failed_run_says_why_keeps_what_was_measured_and_pays_no_pass_twice(
    runs, gemini, ada, interview_id
):
    script(gemini, rated(6), error(500))
    await runs.request(ada, interview_id)
    await runs.run_once()
    failed = await runs.latest(ada, interview_id)
    gemini.requests.clear()
    script(gemini, rated(8))

    await runs.request(ada, interview_id)
    await runs.run_once()

    ready = await runs.latest(ada, interview_id)
    assert failed.reason == ("Gemini is having trouble on its side. Nothing is lost. Please retry.")
    assert failed.metrics
    assert len(gemini.requests) == 2
    assert ready.report.category("response_quality").spread == (6, 8)


async def test_a_refused_key_is_no_matter_of_retrying(runs, gemini, ada, interview_id):
    gemini.script(error(403))
    await runs.request(ada, interview_id)

    await runs.run_once()

    reason = (await runs.latest(ada, interview_id)).reason
    assert reason == "Gemini refused the key. Check GEMINI_API_KEY. Nothing is lost."


@pytest.mark.parametrize(
    ("pairs", "rough", "told"),
    [
        ([], False, "Not enough to tell: 0 answers, 0 words."),
        (said.BACKEND_STRONG[:2], False, "Not enough to tell: 2 answers, "),
        ([(q, "fine") for q, _ in said.BACKEND_STRONG], False, "Not enough to tell: "),
        (said.BACKEND_STRONG, True, "Rough transcription"),
    ],
)
async def test_too_little_or_too_rough_asks_no_model(
    runs, db, gemini, ada, job_info, pairs, rough, told
):
    interview_id = an_interview(db, job_info, pairs, rough=rough)
    await runs.request(ada, interview_id)

    await runs.run_once()

    report = (await runs.latest(ada, interview_id)).report
    assert gemini.requests == []
    assert report.category("response_quality").reason.startswith(told)
    assert report.category(OVERALL).rating is None
    assert (report.judge, report.model) == ("local", None)
    assert report.metrics


async def test_run_again_asks_anew_and_older_runs_can_be_read(
    runs, db, gemini, ada, eve, interview_id
):
    for level in (6, 8):
        script(gemini, rated(level))
        await runs.request(ada, interview_id)
        await runs.run_once()

    listed = await runs.history(ada, interview_id)
    first = await runs.read_run(ada, interview_id, 1)
    rows = db.run_here(lambda s: s.exec(select(Feedback)).all())

    assert [(glance.run, glance.overall) for glance in listed] == [(2, 8.0), (1, 6.0)]
    assert all(glance.status is FeedbackStatus.READY for glance in listed)
    assert first.report.category(OVERALL).rating == 6.0
    assert len(ratings(gemini.requests)) == 6
    for row in rows:
        assert (row.model, row.prompt_version) == ("gemini-test", PROMPT_VERSION)
        assert (row.rubric_version, row.judge) == (RUBRIC_VERSION, "gemini")
    with pytest.raises(NotFound):
        await runs.read_run(ada, interview_id, 3)
    for strange in (interview_id, uuid4()):
        with pytest.raises(NotFound):
            await runs.history(eve, strange)
        with pytest.raises(NotFound):
            await runs.read_run(eve, strange, 1)


async def test_the_voice_is_worded_only_with_the_persons_consent(
    runs, db, gemini, ada, interview_id
):
    await runs.request(ada, interview_id)
    script(gemini, rated(7))
    await runs.run_once()
    without = list(gemini.requests)
    agreed = update(User).where(User.id == ada.user_id)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    db.run_here(lambda s: s.exec(agreed.values(expressions_consent_at=at)))
    script(gemini, *[rated(7)] * 3, {"voice": "Your voice sounded calm."})

    await runs.request(ada, interview_id)
    await runs.run_once()

    first = await runs.read_run(ada, interview_id, 1)
    second = await runs.read_run(ada, interview_id, 2)
    assert (first.report.voice, second.report.voice) == (None, "Your voice sounded calm.")
    assert len(without) == ANSWERS + 3
    heard = [("Aardvarkness" in str(r.body)) for r in gemini.requests]
    assert heard == [False] * 2 * len(without) + [True]


async def test_without_the_model_what_can_be_known_is_shown_and_no_pass_is_lost(
    runs, gemini, ada, interview_id
):
    script(gemini, rated(6), error(503))
    await runs.request(ada, interview_id)
    await runs.run_once()
    gone = await runs.latest(ada, interview_id)

    await runs.request(ada, interview_id, without_model=True)
    await runs.run_once()
    measured = await runs.latest(ada, interview_id)
    gemini.requests.clear()
    script(gemini, rated(8))
    await runs.request(ada, interview_id)
    await runs.run_once()

    back = await runs.latest(ada, interview_id)
    assert gone.status is FeedbackStatus.FAILED
    assert (measured.report.judge, measured.report.model) == ("local", None)
    assert (back.report.judge, back.report.model) == ("gemini", "gemini-test")
    assert len(gemini.requests) == 2
    assert back.report.category("response_quality").spread == (6, 8)
    assert [glance.run for glance in await runs.history(ada, interview_id)] == [3, 2, 1]
