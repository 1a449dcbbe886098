"""Holding calls: from a spent ticket to the stored length."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from darasa_reflex.core.clock import Clock, Stopwatch
from darasa_reflex.core.db import Database
from darasa_reflex.core.errors import DarasaError, NotFound, NotSignedIn
from darasa_reflex.features.interviews import evi, intake, repository, ticket
from darasa_reflex.features.interviews.briefing import Opened, brief_of
from darasa_reflex.features.interviews.call import LiveCall, this_task
from darasa_reflex.features.interviews.handshake import Handshake
from darasa_reflex.features.interviews.interviewer import Interviewer
from darasa_reflex.features.interviews.line import EndReason, Line, LineClosed
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.interviews.patrol import Patrol
from darasa_reflex.features.interviews.record import Record

_LONGEST_END_SECONDS = 4.0
# Three missed beats of a call: its server is taken for dead.
SILENT_SERVER = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class CallLimits:
    """Longest interview and longest silence, in seconds."""

    max_call_seconds: int = 1_800
    idle_seconds: int = 300


class Calls:
    """The calls that are live in this process."""

    def __init__(
        self, db: Database, clock: Clock, interviewer: Interviewer, engine: str, limits: CallLimits
    ) -> None:
        self._db = db
        self._clock = clock
        self._interviewer = interviewer
        self._engine = engine
        self._limits = limits
        # By chat id: until a replaced call has noticed, an interview has two.
        self._live: dict[str, LiveCall] = {}
        self._holders: set[asyncio.Task[Any]] = set()

    async def admits(self, secret: str) -> bool:
        """Tell whether a ticket could open a call now, without spending it."""
        now = self._clock.now()
        return await self._db.read(lambda session: ticket.is_good(session, secret, now))

    async def hold(
        self,
        secret: str,
        line: Line,
        asked: Handshake = Handshake(),  # noqa: B008 (frozen)
    ) -> None:
        """Carry one call over a line, from spending its ticket to storing its final length.

        Raises:
            NotSignedIn: The ticket is unknown, too old, or spent.
        """
        holder = this_task()
        self._holders.add(holder)
        try:
            await self._hold(secret, line, asked)
        finally:
            self._holders.discard(holder)

    async def stop(self) -> None:
        """End all live calls, as when the server stops; wait until all is stored."""
        for call in list(self._live.values()):
            call.hang_up()
        if self._holders:
            await asyncio.wait(self._holders, timeout=_LONGEST_END_SECONDS)

    async def _hold(self, secret: str, line: Line, asked: Handshake) -> None:
        watch = Stopwatch(self._clock)
        try:
            opened = await self._db.run(lambda s: self._open(s, secret, asked.resumed_group))
        except NotFound as unknown:
            await _tell(line, unknown, code="E0708")
            await line.close()
            return
        record = Record(
            self._db, self._clock, opened.interview_id, opened.chat_id, opened.elapsed_ms
        )
        reason = EndReason.FAILED
        try:
            await line.send(evi.write(opened.metadata))
            reason = await self._converse(line, record, opened, watch, asked.verbose)
        except LineClosed:
            reason = EndReason.HANG_UP
        except asyncio.CancelledError:
            reason = EndReason.STOPPED
            raise
        except DarasaError as error:
            await _tell(line, error)
        finally:
            await self._store(record.ending(watch.stop(), reason))
        await line.close()

    async def _store(self, ending: Callable[[Session], None]) -> None:
        """Store the end of a call, even if the server stops in this very moment."""
        try:
            await self._db.run(ending)
        except asyncio.CancelledError:
            self._db.run_here(ending)
            raise

    async def _converse(
        self, line: Line, record: Record, opened: Opened, watch: Stopwatch, verbose: bool
    ) -> EndReason:
        patrol = Patrol(
            idle_ms=self._limits.idle_seconds * 1000,
            longest_ms=max(self._limits.max_call_seconds * 1000 - opened.elapsed_ms, 0),
        )
        async with self._interviewer.open(brief_of(opened, verbose=verbose)) as conversation:
            call = LiveCall(line, conversation, record, patrol, watch)
            # Which of several is the newest, the database knows: engines may open in any order.
            for other in self._of(opened.interview_id):
                other.contest()
            self._live[opened.chat_id] = call
            try:
                return await call.run()
            finally:
                del self._live[opened.chat_id]

    async def hang_up(self, interview_id: UUID) -> None:
        """Close the interview's live call, if this process holds it; wait until all is stored."""
        if live := self._of(interview_id):
            for call in live:
                call.hang_up()
            await asyncio.wait([call.holder for call in live], timeout=_LONGEST_END_SECONDS)

    def _of(self, interview_id: UUID) -> list[LiveCall]:
        return [call for call in self._live.values() if call.record.interview_id == interview_id]

    def _open(self, session: Session, secret: str, group: str = "") -> Opened:
        now = self._clock.now()
        interview_id = ticket.spend(session, secret, now)
        interview = session.get_one(Interview, interview_id, with_for_update=True)
        if interview.finished_at is not None:
            raise NotSignedIn(ticket.EXPIRED)
        if group and group != interview.chat_group_id:
            raise NotFound("There is no such conversation. Start a new one.")
        call = Call(id=str(uuid4()), interview_id=interview_id, connected_at=now, seen_at=now)
        interview = repository.open_call(session, call, self._engine)
        return Opened.of(session, interview, call.id)

    def warm(self) -> None:
        """Load what calls share, so that no call waits for it. Slow: runs in a thread.

        Raises:
            ServiceUnavailable: Something the engine needs is not installed.
        """
        intake.warm()
        self._interviewer.warm()

    async def close_orphans(self) -> None:
        """At server start: end the calls of servers that died, so that they read as interrupted.

        SQLite means one server process, so any call still open there is an orphan.
        """
        before = self._clock.now() if self._db.is_sqlite else alive_since(self._clock)
        await self._db.run(lambda session: repository.close_orphans(session, before))


def alive_since(clock: Clock) -> datetime:
    """Return the time a call must have been seen at to count as alive."""
    return clock.now() - SILENT_SERVER


async def _tell(line: Line, error: DarasaError, code: str = "E0700") -> None:
    message = evi.Error(code=code, slug=type(error).__name__.lower(), message=error.message)
    with suppress(LineClosed):
        await line.send(evi.write(message))
