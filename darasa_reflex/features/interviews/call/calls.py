"""Holding calls: from a spent ticket to the stored length."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.clock import Clock, Stopwatch
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.errors import (
    AllowanceUsedUp,
    DarasaError,
    NotFound,
    NotKept,
    ServiceUnavailable,
)
from darasa_reflex.core.monitoring.log_lines import CALL
from darasa_reflex.core.monitoring.metrics import ENDED_CALLS, LIVE_CALLS
from darasa_reflex.core.monitoring.traces.spans import span
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.interviews import evi, repository
from darasa_reflex.features.interviews.call.call import REPLACED, LiveCall, this_task
from darasa_reflex.features.interviews.call.incoming import intake
from darasa_reflex.features.interviews.call.incoming.handshake import Handshake
from darasa_reflex.features.interviews.call.line import (
    EndReason,
    Line,
    LineClosed,
    not_kept,
    part,
    told,
)
from darasa_reflex.features.interviews.call.seats import Seats
from darasa_reflex.features.interviews.call.timing.pulse import Pulse
from darasa_reflex.features.interviews.call.timing.timeouts import Timeouts
from darasa_reflex.features.interviews.call.writing.late_words import LateWords
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.call.writing.record import Record
from darasa_reflex.features.interviews.engines.interviewer import Chat, Interviewer
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup
from darasa_reflex.features.interviews.engines.playing import lineup_of
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.recordings.recorder import Recorder
from darasa_reflex.features.interviews.recordings.recordings import Recordings
from darasa_reflex.features.interviews.start import admission, ticket
from darasa_reflex.features.interviews.start.briefing import Admitted, Opened

logger = logging.getLogger(__name__)

_LONGEST_END_SECONDS = 4.0
# When the server stops. Longer than a write waits for another program that holds SQLite, and short
# enough for what stops servers: see docs/deploying.md.
_LONGEST_STOP_SECONDS, _SHORTEST_STOP_SECONDS = 9.0, 1.0
# Three missed beats of a call: its server is taken for dead.
SILENT_SERVER = timedelta(seconds=15)
# The voice room knows it: components/voice_room/call.js.
_USED_UP = "allowance_used_up"
_STOPS = marked("This server is about to restart. Please try again in a minute.")
_SOON = marked(
    "This server restarts in {seconds} seconds. Your interview will be interrupted, not lost: "
    "the page comes back by itself."
)


@dataclass(frozen=True, slots=True)
class CallLimits:
    """What bounds calls.

    Attributes:
        max_call_seconds: Longest interview.
        idle_seconds: Longest silence.
        sharing: See `Seats`.
    """

    max_call_seconds: int = 2_100
    idle_seconds: int = 300
    sharing: int = 1


class Calls:
    """The calls that are live in this process."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        interviewers: Cast[Interviewer],
        limits: CallLimits,
        recordings: Recordings | None = None,
    ) -> None:
        self._db = db
        self._clock = clock
        self.interviewers = interviewers
        self._limits = limits
        self._recordings = recordings or Recordings(db, wanted=False)
        # By chat id: until a replaced call has noticed, an interview has two.
        self._live: dict[str, LiveCall] = {}
        self._holders: set[asyncio.Task[Any]] = set()
        self._owed = Owed(db)
        self.late_words = LateWords()
        self._seats = Seats(limits.sharing)
        self._draining = False
        # In how many seconds the server stops: calls are told that began to open before it knew.
        self._soon: int | None = None
        self._stopping = False
        self._stops_by: float | None = None

    async def admits(self, secret: str) -> bool:
        """Tell whether a ticket could open a call now, without spending it."""
        now = self._clock.now()
        return await self._db.read(lambda session: ticket.is_good(session, secret, now))

    async def conduct(
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
            await _close(line, asked)
        finally:
            self._holders.discard(holder)

    @property
    def draining(self) -> bool:
        """Whether the server was told to stop: no more calls are opened."""
        return self._draining

    async def drain(self, seconds: float) -> None:
        """Open no more calls, tell those that run, and end what still runs after some time."""
        self._draining = True
        if seconds and self._holders:
            self._soon = round(seconds)
            live = list(self._live.values())
            await asyncio.gather(*(_tell_of_stop(call, self._soon) for call in live))
            await asyncio.wait(self._holders, timeout=seconds)
        await self.stop()

    async def stop(self) -> None:
        """End all live calls, as when the server stops; wait until all is stored."""
        self._draining = self._stopping = True
        for call in list(self._live.values()):
            call.stop()
        if self._holders:
            await asyncio.wait(self._holders, timeout=self._left_to_stop())
        if not await self._owed.paid(self._left_to_stop()):
            logger.error("the server stops before the database has taken the ends of all calls")
        await self.late_words.stop(_LONGEST_END_SECONDS)

    def _left_to_stop(self) -> float:
        """Return how long a stop may still take, in seconds; whoever stops twice has it once."""
        now = time.monotonic()
        self._stops_by = self._stops_by or now + _LONGEST_STOP_SECONDS
        return max(_SHORTEST_STOP_SECONDS, self._stops_by - now)

    async def settle(self, interview_id: UUID, seconds: float) -> None:
        """Return when an interview has all its words; each kind is waited for at most so long."""
        await _kept(self._of(interview_id), seconds)
        await self._owed.paid(seconds)
        await self.late_words.settle(interview_id, seconds)

    async def _hold(self, secret: str, line: Line, asked: Handshake) -> None:
        if self._owed.behind:  # last words of a call before stand before the first of this one
            await self._owed.paid(_LONGEST_END_SECONDS)
        try:
            admitted = await self._db.run(lambda s: self._admit(s, secret, asked.resumed_group))
        except NotFound as unknown:
            await _tell(line, evi.Error(code="E0708", slug="notfound", message=unknown.message))
            return
        except NotKept as outage:
            await _tell(line, not_kept(outage))
            return
        try:
            await self._open(line, admitted, asked)
        except DarasaError as error:
            await _tell(line, self._told(error, admitted.interviewer))

    async def _open(self, line: Line, admitted: Admitted, asked: Handshake) -> None:
        opened, brief = None, admitted.brief(verbose=asked.verbose)
        ears = partial(admitted.interviewer.engine.seats, brief.language)
        seat = self._seats.seat(admitted.interview.id, ears)
        try:
            if self._draining:
                raise ServiceUnavailable("server", _(_STOPS), retryable=True)
            if not asked.writing:
                seat.demand()
            async with admitted.interviewer.engine.open(brief) as conversation:
                watch = Stopwatch(self._clock)
                opened = await self._db.run(lambda s: self._connect(s, admitted, conversation.chat))
                if opened is None:
                    await _tell(line, told(REPLACED))
                else:
                    lineup = partial(
                        lineup_of,
                        self.interviewers,
                        admitted.interviewer,
                        conversation,
                        brief.language,
                    )
                    record = self._record(opened, lineup, expressive=admitted.expressive)
                    timeouts = self._timeouts(opened.elapsed_ms, brief.plan.language)
                    call = LiveCall(
                        line,
                        conversation,
                        record,
                        timeouts,
                        watch,
                        self.late_words,
                        seat,
                        Pulse(asked.signs),
                        admitted.interviewer.name,
                        self._recorder(admitted, opened),
                    )
                    await self._converse(call, opened.metadata)
        finally:
            seat.leave()
            if opened is None:
                await self._store(lambda s: admission.withdraw(s, admitted, self._clock.now()))

    async def _converse(self, call: LiveCall, metadata: evi.ChatMetadata) -> None:
        reason = EndReason.FAILED
        try:
            await self._replace(call.record.interview_id)
            await call.line.send(evi.write(metadata))
            reason = await self._run(call)
        except LineClosed:
            reason = EndReason.LOST
        except asyncio.CancelledError:
            reason = EndReason.STOPPED
            raise
        finally:
            ENDED_CALLS.labels(reason.value).inc()
            await self._store(call.record.ending(call.lasted(reason), reason))

    async def _replace(self, interview_id: UUID) -> None:
        """End the calls before, and wait for their last words: they were said before what comes."""
        before = self._of(interview_id)
        for call in before:
            call.contest()
        await _kept(before, _LONGEST_END_SECONDS)

    def _record(self, opened: Opened, lineup: Callable[[], Lineup], *, expressive: bool) -> Record:
        return Record(
            self._db,
            self._owed,
            self._clock,
            opened.interview_id,
            opened.chat_id,
            opened.elapsed_ms,
            expressive,
            lineup,
            first=opened.first,
        )

    def _recorder(self, admitted: Admitted, opened: Opened) -> Recorder | None:
        if not admitted.interview.recorded:
            return None
        return self._recordings.recorder(opened.interview_id, opened.elapsed_ms)

    def _timeouts(self, elapsed_ms: int, language: str) -> Timeouts:
        left_ms = max(self._limits.max_call_seconds * 1000 - elapsed_ms, 0)
        idle_ms = self._limits.idle_seconds * 1000
        return Timeouts(idle_ms=idle_ms, longest_ms=left_ms, wording=wording_of(language))

    async def _run(self, call: LiveCall) -> EndReason:
        self._live[call.record.chat_id] = call
        CALL.set(call.record.chat_id)
        LIVE_CALLS.labels(call.engine).inc()
        try:
            if self._stopping:
                call.stop()
            elif self._soon:
                await _tell_of_stop(call, self._soon)
            with span("call", {"engine": call.engine}):
                return await call.run()
        finally:
            call.kept.set()
            del self._live[call.record.chat_id]
            LIVE_CALLS.labels(call.engine).dec()

    async def _store(self, ending: Callable[[Session], None]) -> None:
        """Store the end of a call, even if the server stops in this very moment.

        When the database takes nothing, as soon as it does.
        """
        try:
            await self._owed.settle(ending)
        except asyncio.CancelledError:
            with suppress(NotKept):
                self._db.run_here(ending)
            raise

    def _told(self, error: DarasaError, one: Member[Interviewer]) -> evi.Error:
        """Return an error as the client reads it, with the next best engine if this one failed."""
        if isinstance(error, NotKept):  # no other engine could keep it
            return not_kept(error)
        slug = _USED_UP if isinstance(error, AllowanceUsedUp) else type(error).__name__.lower()
        message = evi.Error(code="E0700", slug=slug, message=error.message)
        if not isinstance(error, ServiceUnavailable):
            return message
        after = self.interviewers.after(one)
        name, title = (after.name, retold(after.title)) if after else ("", "")
        offer = evi.Offer(retryable=error.retryable, engine=name, title=title)
        return message.model_copy(update={"darasa": offer})

    async def hang_up(self, interview_id: UUID) -> None:
        """Close the interview's live call, if this process holds it; wait until all is stored."""
        if live := self._of(interview_id):
            for call in live:
                call.hang_up()
            await asyncio.wait([call.holder for call in live], timeout=_LONGEST_END_SECONDS)

    def _of(self, interview_id: UUID) -> list[LiveCall]:
        return [call for call in self._live.values() if call.record.interview_id == interview_id]

    def _admit(self, session: Session, secret: str, group: str = "") -> Admitted:
        return admission.admit(session, self.interviewers, secret, self._clock.now(), group)

    def _connect(self, session: Session, admitted: Admitted, chat: Chat | None) -> Opened | None:
        return admission.connect(session, admitted, chat, self._clock.now())

    def warm(self) -> None:
        """Load what calls share, so that no call waits for it. Slow: runs in a thread.

        Raises:
            ServiceUnavailable: Something the engine needs is not installed.
        """
        intake.warm()
        for one in self.interviewers.able:
            one.engine.warm()

    async def close_orphans(self, *, alone: bool = False) -> None:
        """At server start: end the calls of servers that died, so that they read as interrupted.

        Args:
            alone: Whether no other server uses the database; any open call is an orphan then.
        """
        before = self._clock.now() if alone else alive_since(self._clock)
        await self._db.run(lambda session: repository.close_orphans(session, before))


def alive_since(clock: Clock) -> datetime:
    """Return the time a call must have been seen at to count as alive."""
    return clock.now() - SILENT_SERVER


async def _kept(calls: list[LiveCall], seconds: float) -> None:
    """Wait until all that was said in some calls is stored or owed, at most so long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            for call in calls:
                await call.kept.wait()


async def _tell_of_stop(call: LiveCall, seconds: int) -> None:
    with spoken_in(call.read_in):
        message = _(_SOON, seconds=seconds)
    await _tell(call.line, evi.Error(code="E0797", slug="server_stops_soon", message=message))


async def _close(line: Line, asked: Handshake) -> None:
    """Close a line; a client that understands it is asked to do so first."""
    if asked.signs:
        await _tell(line, evi.SessionSettings(darasa=evi.Sign(over=True)))
    await part(line, closes=asked.signs)


async def _tell(line: Line, message: evi.ServerMessage) -> None:
    with suppress(LineClosed):
        await line.send(evi.write(message))
