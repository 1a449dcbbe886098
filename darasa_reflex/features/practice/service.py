"""What a person does between interviews: one answer again, the gaps next, and how it goes."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import anyio.to_thread
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.runs import repository as runs
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.practice import repository, telling
from darasa_reflex.features.practice.models import Attempt, BestAttempt
from darasa_reflex.features.practice.rehearsal import FIRST, Read, Rehearsal

MOST_CHARACTERS = 20_000
# Of one answer. Who tells it a hundred times has learned it by heart.
MOST_ATTEMPTS = 100
_EMPTY = marked("Please type your answer first.")
_UNHEARD = marked("We heard no words. Is this the right microphone? You can also type your answer.")
_TOO_LONG = marked("An answer has room for {most} characters. Please shorten it.")
_TOO_MANY = marked("You have answered this {most} times. Practise another answer.")


@dataclass(frozen=True, slots=True)
class Spoken:
    """An attempt as an ear heard it.

    Attributes:
        words: Each with its begin and end, in ms from the start of the attempt; empty when unknown.
        segments: Begin and end of each stretch of speech, in ms of the same clock.
    """

    text: str
    words: tuple[tuple[str, int, int], ...] = ()
    segments: tuple[tuple[int, int], ...] = ()


class Attempts:
    """Answers given once more. They count against no plan and change no report."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def read(self, actor: Actor, interview_id: UUID, turn_id: UUID) -> Rehearsal:
        """Return an answer of an interview with the attempts at it.

        Args:
            actor: Whose interview it is.
            interview_id: The interview.
            turn_id: The turn of the interviewer that asked.

        Raises:
            NotFound: The interview is not the person's own, or nothing was answered there.
        """

        def work(session: Session) -> Read:
            owner_id = actor.user_id
            interview, job_info, asked = repository.asked(session, owner_id, interview_id, turn_id)
            found = repository.attempts(session, actor.user_id, turn_id)
            best = repository.chosen(session, actor.user_id, turn_id)
            index = asked.exchange.asked[0].index
            reported = repository.reported(session, interview_id, index)
            judged = repository.verdicts(session, interview_id)
            return Read(interview, job_info, asked, found, best, reported, judged)

        return await anyio.to_thread.run_sync((await self._db.read(work)).rehearsal)

    async def keep(self, actor: Actor, interview_id: UUID, turn_id: UUID, text: object) -> int:
        """Keep a typed attempt; return its number. One that is sent twice is kept once.

        Raises:
            InvalidInput: It is empty or too long, or there are too many.
            NotFound: See `read`.
        """
        typed = storable(text).strip() if isinstance(text, str) else ""
        if len(typed) > MOST_CHARACTERS or not words.count(typed):
            long = _(_TOO_LONG, most=MOST_CHARACTERS)
            raise InvalidInput("answer", long if typed[MOST_CHARACTERS:] else _(_EMPTY))
        attempt = Attempt(interview_id=interview_id, turn_id=turn_id, number=0, text=typed)
        return await self._keep(actor.user_id, attempt)

    async def keep_spoken(
        self, owner_id: UUID, interview_id: UUID, turn_id: UUID, heard: Spoken
    ) -> int:
        """Keep a spoken attempt; return its number.

        Raises:
            InvalidInput: No words were heard, or there are too many attempts.
            NotFound: See `read`.
        """
        text = storable(heard.text).strip()[:MOST_CHARACTERS]
        if not words.count(text):
            raise InvalidInput("answer", _(_UNHEARD))
        attempt = Attempt(
            interview_id=interview_id, turn_id=turn_id, number=0, text=text, from_text=False,
            words=[list(word) for word in heard.words],
            segments=[list(span) for span in heard.segments],
        )  # fmt: skip
        return await self._keep(owner_id, attempt)

    async def _keep(self, owner_id: UUID, attempt: Attempt) -> int:
        interview_id, turn_id = attempt.interview_id, attempt.turn_id
        place = (owner_id, interview_id, turn_id)
        asked = await self._db.read(lambda session: repository.asked(session, *place)[2])
        said = telling.heard_as(
            attempt.text, from_text=attempt.from_text, segments=attempt.segments
        )
        read = await anyio.to_thread.run_sync(telling.read, asked, said)
        found, of = telling.parts_of(read) or (None, None)

        def work(session: Session) -> int:
            # Held, so that two tabs cannot take the same number.
            interviews.get_owned(session, owner_id, interview_id, held=True)
            newest = repository.newest(session, turn_id)
            if newest and newest.text == attempt.text:  # sent twice
                return newest.number
            number = newest.number + 1 if newest else 1
            if number > MOST_ATTEMPTS:
                raise InvalidInput("answer", _(_TOO_MANY, most=MOST_ATTEMPTS))
            # A row of this try alone: a transaction may be tried again.
            row: dict[str, Any] = attempt.model_dump()
            row.update(number=number, parts_found=found, parts_asked=of)
            row.update(created_at=self._clock.now())
            session.add(Attempt(**row))
            return number

        return await self._db.run(work)

    async def choose(self, actor: Actor, interview_id: UUID, turn_id: UUID, number: object) -> None:
        """Keep one telling of an answer as the best.

        Raises:
            NotFound: There is none of this number, or the interview is not the person's own.
        """

        def work(session: Session) -> None:
            interviews.get_owned(session, actor.user_id, interview_id, held=True)
            found = repository.attempts(session, actor.user_id, turn_id)
            own = [one.number for one in found if one.interview_id == interview_id]
            if not own or number not in {FIRST, *own} or isinstance(number, bool):
                raise NotFound
            best = session.get(BestAttempt, turn_id) or BestAttempt(
                turn_id=turn_id, interview_id=interview_id, number=FIRST
            )
            best.number, best.chosen_at = int(str(number)), self._clock.now()
            session.add(best)

        await self._db.run(work)

    async def answered_turns(self, actor: Actor, interview_id: UUID) -> dict[int, UUID]:
        """Return which turns asked: their place in the transcript, from 0, to their id.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> dict[int, UUID]:
            interviews.get_owned(session, actor.user_id, interview_id)
            return runs.asked_by_interviewer(session, interview_id)

        return await self._db.read(work)
