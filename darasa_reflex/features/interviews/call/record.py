"""What a live call writes down: its turns, its length, its end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.db import Database, storable
from darasa_reflex.core.errors import NotFound, NotKept, ServiceUnavailable
from darasa_reflex.features.interviews import evi, repository
from darasa_reflex.features.interviews.call.audible import Utterance
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.features.interviews.call.owed import Owed
from darasa_reflex.features.interviews.engines.lineup import Lineup, Played
from darasa_reflex.features.interviews.models import Call, Interview, Speaker, Turn

_ANSWER = "Your last answer"
_QUESTION = "What the interviewer says next"


@dataclass(frozen=True, slots=True)
class Record:
    """Writes for one call.

    Times of messages count from the start of the call, stored ones from the start of the interview.

    Attributes:
        offset_ms: Interview time spent in earlier calls.
        expressive: Whether the person agreed that vocal expressions are kept.
        lineup: Tells what plays now.
        owed: Takes writes that may be late.
    """

    db: Database
    owed: Owed
    clock: Clock
    interview_id: UUID
    chat_id: str
    offset_ms: int
    expressive: bool = False
    lineup: Callable[[], Lineup] = Lineup

    async def keep_actor(self, message: evi.UserMessage) -> UUID:
        """Keep a final message of the candidate; return its turn.

        Raises:
            NotFound: The interview is gone.
            NotKept: The database takes nothing; carries the words.
        """
        turn = self._turn_of(message)
        try:
            await self._add(turn)
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
        """Tell whether the typed turn that a client knows by a key is kept.

        Raises:
            NotKept: The database does not answer; carries the words.
        """
        place = (self.interview_id, key)
        try:
            return await self.db.read(lambda s: repository.has_keyed_turn(s, *place))
        except ServiceUnavailable:
            raise NotKept("does not answer", _ANSWER, text) from None

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

    async def keep_times(self, heard: Mapping[UUID, Utterance]) -> None:
        """Store when turns of the interviewer were heard."""

        def work(session: Session) -> None:
            if not repository.lock(session, self.interview_id):
                return
            for turn_id, utterance in heard.items():
                began_ms, ended_ms = utterance.began_ms, utterance.ended_ms
                repository.set_times(
                    session, turn_id, self.offset_ms + began_ms, self.offset_ms + ended_ms
                )

        if heard:
            await self.owed.settle(work)

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

        def work(session: Session) -> EndReason | None:
            if not repository.lock(session, self.interview_id):
                raise NotFound(repository.DELETED)
            lives = repository.set_seconds(session, self.chat_id, seconds, self.clock.now())
            if repository.is_finished(session, self.interview_id):
                return EndReason.HANG_UP
            if repository.is_signed_out(session, self.chat_id):
                return EndReason.SIGNED_OUT
            return None if lives else EndReason.REPLACED

        try:
            return await self.db.run(work, live=True)
        except NotKept:  # what is said next tells whether it lasts
            return None

    def ending(self, seconds: float, reason: EndReason) -> Callable[[Session], None]:
        """Return the work that stores the final length of the call, as it is now."""
        now = self.clock.now()

        def work(session: Session) -> None:
            # First and locked: whoever deletes it begins with it too, and comes to the call later.
            interview = session.get(Interview, self.interview_id, with_for_update=True)
            repository.end_call(session, self.chat_id, seconds, now, reason.value)
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

    async def _add(self, turn: Turn, played: Sequence[dict[str, Any]] = ()) -> None:
        def work(session: Session) -> None:
            repository.add_turn(session, turn)
            if played and (call := session.get(Call, self.chat_id)):
                call.lineups = [*call.lineups, *played]
                session.add(call)

        await self.db.run(work, live=True)
