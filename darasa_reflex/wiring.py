"""Settings → providers → services. Nothing else builds objects."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import anyio.to_thread
from dotenv import dotenv_values
from pydantic import SecretStr

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.db import Database
from darasa_reflex.core.discovery import Choice, Provider, below, choose, find
from darasa_reflex.features.accounts.identity import Identity
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.features.feedback.judge import Judge
from darasa_reflex.features.feedback.service import FeedbackRuns
from darasa_reflex.features.interviews.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines import Engine, Engines
from darasa_reflex.features.interviews.preferences import Preferences
from darasa_reflex.features.interviews.recollection import Recollection
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.job_infos.service import JobInfos
from darasa_reflex.providers import identity, interviewer, judge, phrasing, stt, tts
from darasa_reflex.settings import Settings, environment, settings

# A model takes half a minute for a report; nobody should wait for the reports of others.
_FEEDBACK_AT_ONCE = 3

PORTS: Mapping[str, ModuleType] = {
    "identity": identity,
    "interviewer": interviewer,
    "judge": judge,
    "phrasing": phrasing,
    "stt": stt,
    "tts": tts,
}


@dataclass(frozen=True, slots=True)
class Services:
    """All that pages, sockets and commands may ask for.

    Attributes:
        choices: What was chosen for each port, and why not something better.
    """

    accounts: Accounts
    job_infos: JobInfos
    interviews: Interviews
    calls: Calls
    preferences: Preferences
    recollection: Recollection
    feedback: FeedbackRuns
    choices: Mapping[str, Choice]

    def strip(self, wanted_engine: str | None = None) -> tuple[str, ...]:
        """Return what to know of the engines that play, and why not better ones, as sentences."""
        engines = self.calls.engines
        engine = engines.chosen(wanted_engine)
        said = engine.interviewer.strip
        if engine != engines.best:
            said = (*said, f"Chosen by you instead of {engines.best.title}.")
        else:
            said = (*said, *_better(self.choices["interviewer"]))
        judge = self.choices["judge"]
        return (*said, f"Feedback: {judge.title}.", *(_not(*one) for one in judge.passed_over))


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
    choices: dict[str, Choice] = {}
    db, clock = Database(given.database_url.get_secret_value()), SystemClock()
    who: Identity = _part("identity", given, choices)
    rates: Judge = _part("judge", given, choices)
    limits = CallLimits(given.max_call_seconds, given.idle_seconds)
    calls = Calls(db, clock, _engines(given, choices), limits)
    recollection = Recollection(db, clock, calls.engines)
    return Services(
        accounts=Accounts(db, who),
        job_infos=JobInfos(db),
        interviews=Interviews(db, clock, calls, given.interview_limit),
        calls=calls,
        preferences=Preferences(db, clock, calls.engines),
        recollection=recollection,
        feedback=FeedbackRuns(
            db, clock, rates, choices["judge"].name, catch_up=recollection.catch_up_briefly
        ),
        choices=choices,
    )


def check(given: Settings) -> None:
    """Look whether the engines that settings name can run, without making any.

    Raises:
        ServiceUnavailable: A named engine does not exist or cannot run.
    """
    for port in PORTS:
        if (wanted := str(getattr(given, port))) != "auto":
            found = providers(port)
            choose(found, wanted, _keys(found))


@asynccontextmanager
async def running() -> AsyncGenerator[None]:
    """Do what a server does beside answering: tidy up after dead ones, make feedback, end calls."""
    own = services()
    await own.calls.close_orphans()
    await anyio.to_thread.run_sync(own.calls.warm)
    at_work = [own.recollection.worker, *[own.feedback.worker] * _FEEDBACK_AT_ONCE]
    workers = [asyncio.create_task(worker.run()) for worker in at_work]
    try:
        yield
    finally:
        await own.calls.stop()
        for worker in workers:
            worker.cancel()
        await asyncio.wait(workers)


def _better(choice: Choice) -> tuple[str, ...]:
    """Return why nothing better plays, as sentences."""
    return tuple(_not(*one) for one in choice.passed_over) or (
        "No better engine is part of this version.",
    )


def _not(title: str, reason: str) -> str:
    return f"Not {title}: {reason}"


def providers(port: str) -> list[Provider[Any]]:
    """Return the providers of a port, best first."""
    return find(PORTS[port])


def _engines(given: Settings, choices: dict[str, Choice]) -> Engines:
    """Return the chosen interviewer, and those that can stand in when it cannot be reached."""
    found = providers("interviewer")
    keys = _keys(found)
    chosen, choices["interviewer"] = choose(found, given.interviewer, keys)
    return Engines(
        tuple(
            Engine(provider.name, provider.title, _built(provider, given, keys, choices))
            for provider in (chosen, *below(found, chosen, keys))
        )
    )


def _part(port: str, given: Settings, choices: dict[str, Choice]) -> Any:  # noqa: ANN401 (a port)
    found = providers(port)
    keys = _keys(found)
    provider, choices[port] = choose(found, str(getattr(given, port)), keys)
    return _built(provider, given, keys, choices)


def _built(
    provider: Provider[Any],
    given: Settings,
    keys: Mapping[str, SecretStr],
    choices: dict[str, Choice],
) -> Any:  # noqa: ANN401 (a port)
    parts = {part: _part(part, given, choices) for part in provider.parts}
    return provider.build(keys, **parts)


def _keys(found: Iterable[Provider[Any]]) -> dict[str, SecretStr]:
    """Return vendors' keys, under the names their own clients use, from `.env` and environment."""
    return keys_named(name for one in found for name in (*one.needs, *one.takes))


def keys_named(names: Iterable[str]) -> dict[str, SecretStr]:
    """Return those of the named keys that are set, from `.env` and environment."""
    known = {**dotenv_values(".env"), **environment()}
    return {name: SecretStr(value) for name in names if (value := known.get(name))}
