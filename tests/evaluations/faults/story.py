"""One story for every fault: three answers, the third while something happens, then a resume."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import (
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Call, Turn
from darasa_reflex.features.interviews.service import Interviews
from tests.conftest import a_job, person
from tests.evaluations.faults.fault import Outcome
from tests.evaluations.faults.talk import Talk
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.fixtures.server import Server

# Long enough that a full disk has no room for it.
THIRD = " ".join(["third answer"] * 300)
_SHOWN_SECONDS = 40.0
_STORED_SECONDS = 40.0
_TRIES = 12
_PAUSE_SECONDS = 2.0

Doing = Callable[[Server], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Story:
    """What is done to a server.

    Attributes:
        doing: Begins the fault on entering, and ends it on leaving.
        settings: More settings of the server.
        proxy: What the person's lines go through.
    """

    doing: Doing = nullcontext
    settings: Mapping[str, str] | None = None
    proxy: str | None = None

    def run(self, folder: Path) -> Outcome:
        """Start a server in a folder and tell the story on it."""
        server = Server(folder, {"DARASA_MODELS": "off", **(self.settings or {})}).start()
        try:
            return asyncio.run(self._run(server))
        finally:
            server.kill()

    async def _run(self, server: Server) -> Outcome:
        url, talk = server.environment["DARASA_DATABASE_URL"], Talk()
        with _beside(url) as (db, interviews):
            ada = person(db, "Ada")
            started = await interviews.start(ada, a_job(db, ada).id)
        opened = await talk.begin(_address(server, started.ticket), proxy=self.proxy)
        assert opened, server.log
        for text in ("first answer", "second answer"):
            await talk.answer(text)
            await talk.settle(_SHOWN_SECONDS)
        async with _in_a_thread(self.doing(server)):
            await talk.answer(THIRD)
            await talk.settle(_SHOWN_SECONDS)
            await talk.end()
        with _beside(url) as (db, interviews):
            for _ in range(_TRIES):
                ticket = await interviews.reopen(ada, started.interview_id)
                if resumed := await talk.begin(_address(server, ticket), proxy=self.proxy):
                    break
                await asyncio.sleep(_PAUSE_SECONDS)
            await talk.settle(_SHOWN_SECONDS)
            await talk.end()
            return await _compared(db, started.interview_id, talk, resumable=resumed)


@asynccontextmanager
async def _in_a_thread(doing: AbstractContextManager[None]) -> AsyncIterator[None]:
    await asyncio.to_thread(doing.__enter__)
    try:
        yield
    finally:
        await asyncio.to_thread(doing.__exit__, None, None, None)


def _address(server: Server, ticket: str) -> str:
    query = f"access_token={ticket}&signs=true&writing=true"
    return f"ws://localhost:{server.port}/v0/evi/chat?{query}"


@contextmanager
def _beside(url: str) -> Iterator[tuple[Database, Interviews]]:
    """Use a server's database beside it."""
    db, clock = Database(url), SystemClock()
    calls = Calls(db, clock, engines(EchoInterviewer()), CallLimits())
    yield db, Interviews(db, clock, calls, limit=None)
    db.engine.dispose()


async def _compared(db: Database, interview: UUID, talk: Talk, *, resumable: bool) -> Outcome:
    """Compare what was shown and sent with what is stored, once the last call has ended."""
    calls = select(Call).where(Call.interview_id == interview)
    ended: list[Call] = []
    async with asyncio.timeout(_STORED_SECONDS):
        while not ended or any(call.ended_at is None for call in ended):
            await asyncio.sleep(_PAUSE_SECONDS / 4)
            ended = await db.read(lambda session: list(session.exec(calls)))
    turns = select(Turn.text).where(Turn.interview_id == interview)
    stored = await db.read(lambda session: list(session.exec(turns)))
    return Outcome(
        shown=len(talk.shown),
        kept=(Counter(talk.shown) & Counter(stored)).total(),
        unkept=(Counter(talk.sent.values()) - Counter(stored)).total(),
        told=len(talk.given_back),
        length_error_s=sum(call.seconds for call in ended) - talk.lived_s,
        sentence=" ".join(talk.sentences),
        resumable=resumable,
    )
