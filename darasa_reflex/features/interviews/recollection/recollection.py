"""After the call: what engines have kept, compared with what was heard live."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import anyio
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.processes.worker import Worker
from darasa_reflex.features.interviews.call.calls import alive_since
from darasa_reflex.features.interviews.engines.history import Historian, Recalled
from darasa_reflex.features.interviews.engines.interviewer import Interviewer
from darasa_reflex.features.interviews.models import Call
from darasa_reflex.features.interviews.recollection import recalls

logger = logging.getLogger(__name__)

_LOOK_AGAIN_SECONDS = 0.5
# An engine that answers, but whose chat does not end: 2, 4, 8, 16, 32, then 60 s, ten minutes in
# all. Then what is there is taken for all there is.
MOST_ATTEMPTS = 14
_LONGEST_WAIT = timedelta(seconds=60)
# An engine that cannot be asked is waited for longer, about a day: 2, 4, 8, … then 900 s.
MOST_ATTEMPTS_UNHEARD = 105
_LONGEST_WAIT_UNHEARD = timedelta(seconds=900)
_BRIEFLY_SECONDS = 8.0
_NOTHING = Recalled(turns=(), over=False)


class Recollection:
    """Makes the turns of ended calls whole; its `worker` also those that ended without a server.

    Args:
        db: Where calls and turns are kept.
        clock: Tells when an engine is to be asked again.
        interviewers: Those that have a `history` are asked.
    """

    def __init__(self, db: Database, clock: Clock, interviewers: Cast[Interviewer]) -> None:
        self._db = db
        self._clock = clock
        self._historians: Mapping[str, Historian] = {
            one.name: history
            for one in interviewers.able
            if (history := one.engine.history) is not None
        }
        self.worker = Worker("recollection", self.run_once)

    async def run_once(self) -> bool:
        """Ask for the record of one ended call; False when none is due."""
        if not self._historians:
            return False
        call = await self._due()
        if call is None:
            return False
        if not await _finished("record of a call", self._ask(call)):
            # Whatever is wrong with this one, the others must not wait behind it.
            await self._put_off(call, heard=False)
        return True

    async def _ask(self, call: Call) -> None:
        heard = True
        try:
            said = await self._historians[str(call.engine)].recall(call.id)
        except NotFound:  # as just after a hang-up
            said = _NOTHING
        except ServiceUnavailable as unavailable:
            logger.warning("record of a call: %s", place_of(unavailable))
            said, heard = _NOTHING, False
        if said.over or call.recall_attempts + 1 >= _most(heard=heard):
            await self._apply(call, said)
        else:
            await self._put_off(call, heard=heard)

    async def catch_up(self, interview_id: UUID, seconds: float) -> bool:
        """Make the ended calls of an interview whole at once, as far as that goes.

        To be called before the turns are judged. An engine that fails is left to the worker.

        Args:
            interview_id: Its owner is the caller's concern.
            seconds: The longest wait for an engine.

        Returns:
            Whether nothing more is expected of any of its calls.
        """
        whole = False
        with anyio.move_on_after(seconds), contextlib.suppress(ServiceUnavailable):
            whole = await self._try_all(interview_id)
            while not whole:
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)
                whole = await self._try_all(interview_id)
        return whole

    async def catch_up_briefly(self, interview_id: UUID) -> None:
        """See `catch_up`, with a wait that a person looking at a page accepts; never fails."""
        await _finished("catching up", self.catch_up(interview_id, _BRIEFLY_SECONDS))

    async def chat_started(self, chat_id: str, group_id: str) -> None:
        """Note what the engine calls the conversation of a chat. Repeated news changes nothing."""
        await self._db.run(lambda s: recalls.name_group(s, chat_id, group_id))

    async def chat_ended(self, chat_id: str, ended_at: datetime, seconds: float) -> None:
        """Take the engine's word that a chat has ended, and ask for its record.

        A call that a server still holds ends by itself; for one whose server is gone, the end is
        stored, never later than our clock. Unknown chats and repeated news change nothing.

        Args:
            chat_id: As the engine calls it.
            ended_at: On the engine's clock.
            seconds: How long it lasted, on the engine's clock.
        """
        now, alive = self._clock.now(), alive_since(self._clock)

        def work(session: Session) -> None:
            recalls.end_lost(session, chat_id, min(ended_at, now), seconds, alive)
            recalls.hasten(session, chat_id)

        await self._db.run(work)
        self.worker.wake()

    async def _due(self) -> Call | None:
        names, now = list(self._historians), self._clock.now()
        return await self._db.read(lambda s: recalls.due(s, names, now))

    async def _try_all(self, interview_id: UUID) -> bool:
        """Ask once for each call of an interview that is not whole; tell whether all are now."""
        names = list(self._historians)
        waiting = await self._db.read(lambda s: recalls.waiting_of(s, names, interview_id))
        whole = True
        for call in waiting:
            try:
                said = await self._historians[str(call.engine)].recall(call.id)
            except NotFound:
                whole = False
                continue
            if said.over:
                await self._apply(call, said)
            whole = whole and said.over
        return whole

    async def _apply(self, call: Call, said: Recalled) -> None:
        now = self._clock.now()
        await self._db.run(lambda s: recalls.apply(s, call.id, said.turns, now))

    async def _put_off(self, call: Call, *, heard: bool) -> None:
        longest = _LONGEST_WAIT if heard else _LONGEST_WAIT_UNHEARD
        # The exponent is bounded, because attempts are not.
        wait = min(timedelta(seconds=2 ** min(call.recall_attempts + 1, 20)), longest)
        until = self._clock.now() + wait
        await self._db.run(lambda s: recalls.put_off(s, call, until))


async def _finished(name: str, work: Coroutine[Any, Any, object]) -> bool:
    """Do some work; log what goes wrong with it, and tell whether nothing did."""
    task = asyncio.create_task(work)
    try:
        await asyncio.wait({task})
    finally:
        task.cancel()
    if error := task.exception():
        logger.error("%s: %s", name, place_of(error))
    return error is None


def _most(*, heard: bool) -> int:
    return MOST_ATTEMPTS if heard else MOST_ATTEMPTS_UNHEARD
