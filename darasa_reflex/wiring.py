"""Settings → providers → services. Nothing else builds objects."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import anyio.to_thread

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.db import Database
from darasa_reflex.core.discovery import Choice, not_playing
from darasa_reflex.core.stopping import before_stopping
from darasa_reflex.features.accounts.floods import Floods
from darasa_reflex.features.accounts.identity import Door, Identity
from darasa_reflex.features.accounts.local.local_accounts import LocalAccounts
from darasa_reflex.features.accounts.local.sign_ins import SignIns
from darasa_reflex.features.accounts.profile import Profiles
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.features.feedback.cues.grounds import FOREIGN
from darasa_reflex.features.feedback.judging.judge import Judge
from darasa_reflex.features.feedback.report.review import LOCAL
from darasa_reflex.features.feedback.runs import voices
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.device_check.ear_check import EarCheck
from darasa_reflex.features.interviews.device_check.ear_passes import EarPasses
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.lineups import Lineups
from darasa_reflex.features.interviews.notes import Notes
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.start.preferences import Preferences
from darasa_reflex.features.job_infos.service import JobInfos
from darasa_reflex.features.personal_data.receipt import Outsiders
from darasa_reflex.features.personal_data.retention import Retention
from darasa_reflex.features.personal_data.service import PersonalData
from darasa_reflex.features.speech_models.catalogue import (
    MANY_LANGUAGES,
    SpeechModel,
    model_of,
)
from darasa_reflex.features.speech_models.service import Downloads
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.features.speech_models.transfer import Source
from darasa_reflex.parts import PORTS, Parts, providers
from darasa_reflex.settings import Settings, settings

# A model takes half a minute for a report; nobody should wait for the reports of others.
_FEEDBACK_AT_ONCE = 3
# Reading what was said at the very end takes a busy machine half a minute.
_LATE_WORDS_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Services:
    """All that pages, sockets and commands may ask for.

    Attributes:
        door: How people come in.
        choices: What was chosen for each port, and why not something better.
    """

    door: Door
    floods: Floods
    accounts: Accounts
    sign_ins: SignIns
    local_accounts: LocalAccounts
    job_infos: JobInfos
    interviews: Interviews
    calls: Calls
    ears: EarCheck
    lineups: Lineups
    preferences: Preferences
    notes: Notes
    recollection: Recollection
    feedback: FeedbackRuns
    profiles: Profiles
    personal_data: PersonalData
    retention: Retention
    downloads: Downloads
    choices: Mapping[str, Choice]

    def model_to_hear(self, language: str) -> SpeechModel | None:
        """Return the model that must be fetched before a language is heard here.

        None: it is heard already, or the transcription in use has no model for it.
        """
        model = model_of(MANY_LANGUAGES)
        engine = self.choices["stt"].name if "stt" in self.choices else ""
        heard = self.calls.engines.best.interviewer.hears(language)
        return None if heard or not model.key.startswith(engine) else model

    def strip(self, wanted_engine: str | None = None, language: str = ENGLISH) -> tuple[str, ...]:
        """Return what to know of the engines that play, and why not better ones, as sentences.

        Args:
            wanted_engine: The engine that the person chose; None: the best.
            language: What they answer in.
        """
        engines = self.calls.engines
        engine = engines.chosen(wanted_engine)
        said = (*engine.interviewer.strip(language), *engines.why(engine))
        judge = self.choices["judge"]
        unread = judge.name == LOCAL and language != ENGLISH
        rated = (f"{judge.title}.", FOREIGN if unread else "")
        return (
            *said,
            f"Feedback: {' '.join(filter(None, rated))}",
            *(not_playing(*one) for one in judge.passed_over),
        )


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
    db, clock = Database(given.database_url.get_secret_value()), SystemClock()
    sign_ins = SignIns(db, clock)
    parts = Parts(given, _offered(given, sign_ins))
    who: Identity = parts.made("identity")
    rates: Judge = parts.made("judge")
    limits = CallLimits(given.max_call_seconds, given.idle_seconds)
    calls = Calls(db, clock, parts.engines(), limits)
    recollection = Recollection(db, clock, calls.engines)
    accounts = Accounts(db, who, clock)
    outsiders = Outsiders.of({port: providers(port) for port in PORTS}, parts.choices)
    return Services(
        door=who.door,
        floods=parts.made("floods"),
        accounts=accounts,
        sign_ins=sign_ins,
        local_accounts=LocalAccounts(db, clock, parts.made("passwords")),
        job_infos=JobInfos(db),
        interviews=Interviews(db, clock, calls, given.interview_limit),
        calls=calls,
        ears=EarCheck(parts.ladder("stt"), EarPasses(clock)),
        lineups=Lineups(db),
        preferences=Preferences(db, clock, calls.engines, voices.forget),
        notes=Notes(db),
        recollection=recollection,
        feedback=FeedbackRuns(
            db,
            clock,
            rates,
            parts.choices["judge"].name,
            catch_up=_catching_up(calls, recollection),
        ),
        profiles=Profiles(db, accounts),
        personal_data=PersonalData(
            db, clock, accounts, calls, who, parts.choices["identity"].title, outsiders
        ),
        retention=Retention(db, clock),
        downloads=downloads(given),
        choices=parts.choices,
    )


def _catching_up(calls: Calls, recollection: Recollection) -> Callable[[UUID], Awaitable[object]]:
    """Return what completes a transcript before it is rated, within a minute or so."""

    async def catch_up(interview_id: UUID) -> None:
        await calls.late_words.settle(interview_id, _LATE_WORDS_SECONDS)
        await recollection.catch_up_briefly(interview_id)

    return catch_up


def _offered(given: Settings, sign_ins: SignIns) -> Mapping[str, object]:
    """Return what providers may be composed of beside other ports."""
    return {
        "models": Store(given.models_folder),
        "sign_ins": sign_ins,
        "origins": given.allowed_origins,
    }


def downloads(given: Settings) -> Downloads:
    """Return what fetches speech models; commands need nothing else."""
    source = Source(Parts(given).made("fetcher"), given.models_url)
    return Downloads(Store(given.models_folder), source, SystemClock())


def check(given: Settings) -> None:
    """Look whether the engines that settings name can run, and whether keys of a door are keys.

    Raises:
        ServiceUnavailable: A named engine does not exist or cannot run, or a key is broken.
    """
    sign_ins = SignIns(Database(given.database_url.get_secret_value()), SystemClock())
    parts = Parts(given, _offered(given, sign_ins))
    for port in PORTS:
        if parts.wanted(port) != "auto":
            parts.chosen(port)
    parts.made("identity")


@asynccontextmanager
async def running() -> AsyncGenerator[None]:
    """Do what a server does beside answering: tidy up after dead ones, make feedback, end calls."""
    own = services()
    await own.calls.close_orphans()
    await own.sign_ins.sweep()
    await anyio.to_thread.run_sync(own.calls.warm)
    alone = [own.recollection.worker, own.retention.worker]
    at_work = [*alone, *[own.feedback.worker] * _FEEDBACK_AT_ONCE]
    workers = [asyncio.create_task(worker.run()) for worker in at_work]
    drain_seconds = settings().drain_seconds
    before_stopping(lambda hurried: own.calls.drain(0.0 if hurried else drain_seconds))
    try:
        yield
    finally:
        await own.calls.stop()
        await own.downloads.stop()
        for worker in workers:
            worker.cancel()
        await asyncio.wait(workers)
