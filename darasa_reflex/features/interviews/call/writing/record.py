"""What a live call writes down: its turns, its length, its end."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import NotKept, ServiceUnavailable
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.interviews import evi, repository
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.features.interviews.call.timing.audible import Utterance
from darasa_reflex.features.interviews.call.writing import lengths
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup, Played
from darasa_reflex.features.interviews.models import Call, Interview, Speaker, Turn

logger = logging.getLogger(__name__)

_ANSWER = marked("Your last answer")
_QUESTION = marked("What the interviewer says next")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Record:
    """Writes for one call.

    Times of messages count from the start of the call, stored ones from the start of the interview.

    Attributes:
        offset_ms: Interview time spent in earlier calls.
        expressive: Whether the person agreed that vocal expressions are kept.
        lineup: Tells what plays now.
        owed: Takes writes that may be late.
        first: Whether no call of the interview came before: nothing typed in this one is known yet.
    """

    db: Database
    owed: Owed
    clock: Clock
    interview_id: UUID
    chat_id: str
    offset_ms: int
    expressive: bool = False
    lineup: Callable[[], Lineup] = Lineup
    first: bool = False
    # When turns of the interviewer were heard, as begin and end: those not stored yet, and all.
    _unstored: dict[UUID, Span] = field(default_factory=dict[UUID, Span], compare=False)
    _times: dict[UUID, Span] = field(default_factory=dict[UUID, Span], compare=False)

    async def keep_actor(self, message: evi.UserMessage) -> UUID:
        """Keep a final message of the candidate; return its turn.

        Raises:
            NotFound: The interview is gone.
            NotKept: The database takes nothing; carries the words.
        """
        turn = self._turn_of(message)
        try:
            await self._add(turn, said=True)
        except NotKept as outage:
            raise NotKept(outage.why, _ANSWER, message.message.content or "") from None
        return turn.id

    async def keep_late(self, message: evi.UserMessage) -> UUID:
        """Keep a final message of a candidate who is gone: once the database can, if not now."""
        turn = self._turn_of(message)
        await self.owed.settle(lambda session: repository.add_turn(session, turn))
        return turn.id

    def _turn_of(self, message: evi.UserMessage) -> Turn:
        heard = message.darasa or evi.Measured()
        return Turn(
            interview_id=self.interview_id,
            chat_id=self.chat_id,
            position=0,
            speaker=Speaker.ACTOR.value,
            began_ms=self.offset_ms + message.time.begin,
            ended_ms=self.offset_ms + message.time.end,
            segments=[[self.offset_ms + b, self.offset_ms + e] for b, e in heard.segments],
            **self._words(message),
            held_ms=heard.held_ms,
            from_text=message.from_text,
            key=heard.key,
            cut_off=heard.cut_off,
            question=heard.question,
            expressions=evi.expressions_of(message) if self.expressive else {},
        )

    async def has_typed(self, key: str, text: str) -> bool:
        """Tell whether a call before has kept the typed turn that a client knows by a key.

        Raises:
            NotKept: The database does not answer; carries the words.
        """
        if self.first:
            return False
        place = (self.interview_id, key)
        try:
            return await self.db.read(lambda s: repository.has_keyed_turn(s, *place))
        except ServiceUnavailable:
            raise NotKept(marked("does not answer"), _ANSWER, text) from None

    async def add_words(self, turn_id: UUID, whole: evi.UserMessage) -> None:
        """Give a turn all its words, read since it was kept; one without any was nobody's."""

        def work(session: Session) -> None:
            for turn in self._turns(session, (turn_id,)):
                if whole.message.content:
                    turn.sqlmodel_update(self._words(whole))
                    session.add(turn)
                else:
                    session.delete(turn)

        await self.db.run(work, live=True)

    async def keep_interviewer(
        self, message: evi.AssistantMessage, began_ms: int, lineup: Lineup | None = None
    ) -> UUID:
        """Keep a message of the interviewer, which will begin to be heard at `began_ms`.

        Args:
            message: The message.
            began_ms: ms from the start of the call.
            lineup: What plays from then on; None: what played before.

        Raises:
            NotFound: The interview is gone.
        """
        turn = Turn(
            interview_id=self.interview_id,
            chat_id=self.chat_id,
            position=0,
            speaker=Speaker.INTERVIEWER.value,
            text=storable(message.message.content or ""),
            began_ms=self.offset_ms + began_ms,
            question=message.darasa.question if message.darasa else None,
        )
        played = [Played(turn.began_ms, lineup).as_json()] if lineup else []
        try:
            await self._add(turn, played)
        except NotKept as outage:
            raise NotKept(outage.why, _QUESTION) from None
        return turn.id

    def note_times(self, heard: Mapping[UUID, Utterance]) -> None:
        """Note when turns of the interviewer were heard; the next beat, or the end, stores it."""
        for turn_id, utterance in heard.items():
            times = (self.offset_ms + utterance.began_ms, self.offset_ms + utterance.ended_ms)
            if self._times.get(turn_id) != times:
                self._times[turn_id] = self._unstored[turn_id] = times

    async def keep_cut(self, heard: Mapping[UUID, str]) -> None:
        """Keep of turns of the interviewer what was heard of them; without a word, nothing."""

        def work(session: Session) -> None:
            for turn in self._turns(session, heard):
                if words := heard[turn.id]:
                    turn.text, turn.cut_off = storable(words), True
                    session.add(turn)
                else:
                    session.delete(turn)

        if heard:
            await self.owed.settle(work)

    async def keep_hold(self, turn_id: UUID | None, held_ms: int) -> None:
        """Store how long the person was allowed to think after a turn of the interviewer's."""
        if turn_id is None or held_ms <= 0:
            return

        def work(session: Session) -> None:
            for turn in self._turns(session, (turn_id,)):
                turn.held_ms += held_ms
                session.add(turn)

        await self.owed.settle(work)

    async def beat(self, seconds: float) -> EndReason | None:
        """Store that the call lives; return why it may live no longer, or None.

        Another process may have replaced it, finished its interview, deleted that, or signed the
        person out.

        Raises:
            NotFound: The interview is gone.
        """
        times = dict(self._unstored)

        def work(session: Session) -> EndReason | None:
            found = lengths.beat(session, self.chat_id, seconds, self.clock.now())
            repository.set_times(session, times)
            if found.finished:
                return EndReason.HANG_UP
            if found.signed_out:
                return EndReason.SIGNED_OUT
            return None if found.lives else EndReason.REPLACED

        try:
            ending = await self.db.run(work, live=True)
        except NotKept:  # what is said next tells whether it lasts
            return None
        for turn_id, stored in times.items():
            if self._unstored.get(turn_id) == stored:
                del self._unstored[turn_id]
        return ending

    def ending(self, seconds: float, reason: EndReason) -> Callable[[Session], None]:
        """Return the work that stores the final length of the call, as it is now."""
        now, times = self.clock.now(), dict(self._unstored)

        def work(session: Session) -> None:
            # First and locked: whoever deletes it begins with it too, and comes to the call later.
            interview = session.get(Interview, self.interview_id, with_for_update=True)
            lengths.end_call(session, self.chat_id, seconds, now, reason.value)
            if interview:
                repository.set_times(session, times)
            if interview and reason in {EndReason.COMPLETED, EndReason.MAX_DURATION}:
                interview.finished_at = interview.finished_at or now
                session.add(interview)

        return work

    def _words(self, message: evi.UserMessage) -> dict[str, Any]:
        """Return what a turn holds of the words of a message, and of what is missing of them."""
        heard, offset = message.darasa or evi.Measured(), self.offset_ms
        return {
            "text": storable(message.message.content or ""),
            "words": [[storable(w), offset + b, offset + e] for w, b, e in heard.words],
            "unread": [[offset + b, offset + e] for b, e in heard.unread],
        }

    def _turns(self, session: Session, turn_ids: Iterable[UUID]) -> list[Turn]:
        """Return turns to be changed; none if the interview was deleted meanwhile."""
        if not repository.lock(session, self.interview_id):
            return []
        found = [session.get(Turn, turn_id) for turn_id in turn_ids]
        return [turn for turn in found if turn is not None]

    async def _has(self, turn_id: UUID) -> bool:
        """Tell whether a turn is kept, if the database answers."""
        try:
            return await self.db.read(lambda session: repository.has_turn(session, turn_id))
        except ServiceUnavailable:
            return False

    async def _add(
        self, turn: Turn, played: Sequence[dict[str, Any]] = (), *, said: bool = False
    ) -> None:
        def work(session: Session) -> None:
            repository.add_turn(session, turn)
            if played and (call := session.get(Call, self.chat_id)):
                call.lineups = [*call.lineups, *played]
                session.add(call)

        try:
            await self.db.run(work, live=True, said=said)
        except NotKept as outage:
            if not (outage.unsure and await self._has(turn.id)):
                raise
        except SQLAlchemyError as error:  # a bug; what was said is not kept all the same
            logger.error("a turn: unexpected %s", place_of(error))  # noqa: TRY400
            raise NotKept(marked("reports an error")) from None
