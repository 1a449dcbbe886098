"""What a person does between interviews: one answer again, the gaps next, and how it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import anyio.to_thread
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.db import Database, storable
from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.answers import words
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.practice import repository, telling
from darasa_reflex.features.practice.comparison import Telling
from darasa_reflex.features.practice.models import Attempt, BestAttempt
from darasa_reflex.features.practice.telling import Asked

MOST_CHARACTERS = 20_000
# Of one answer. Who tells it a hundred times has learned it by heart.
MOST_ATTEMPTS = 100
_EMPTY = "Please type your answer first."
_TOO_LONG = f"An answer has room for {MOST_CHARACTERS:,} characters. Please shorten it."
_TOO_MANY = f"You have answered this {MOST_ATTEMPTS} times. Practise another answer."
# The number of the answer that was given in the interview.
FIRST = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A telling of an answer that is kept.

    Attributes:
        number: 0: the answer in the interview.
        told: As the report's rules read it.
    """

    number: int
    at: datetime
    told: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """An answer with all attempts at it.

    Attributes:
        question: As it was asked, without follow-ups.
        tellings: The first, the best and the newest, each once, oldest first.
        best: Number of the one that counts.
        chosen: Whether the person chose it; else it has the most parts, the newer of equals.
        many: How many attempts there are.
        english: Whether rules can read the answers.
    """

    job_info: JobInfo
    interview: Interview
    question: str
    tellings: tuple[Kept, ...]
    best: int
    chosen: bool
    many: int
    english: bool

    @property
    def first(self) -> Kept:
        """The answer in the interview."""
        return self.tellings[0]

    @property
    def newest(self) -> Kept:
        """The newest telling; the first while there is no other."""
        return self.tellings[-1]


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

        def work(session: Session) -> "_Read":
            interview, job_info, asked = _asked(session, actor, interview_id, turn_id)
            found = repository.attempts(session, actor.user_id, turn_id)
            best = repository.chosen(session, actor.user_id, turn_id)
            return _Read(interview, job_info, asked, found, best)

        return await anyio.to_thread.run_sync((await self._db.read(work)).rehearsal)

    async def keep(self, actor: Actor, interview_id: UUID, turn_id: UUID, text: object) -> int:
        """Keep a typed attempt; return its number.

        Raises:
            InvalidInput: It is empty or too long, or there are too many.
            NotFound: See `read`.
        """
        typed = storable(text).strip() if isinstance(text, str) else ""
        if len(typed) > MOST_CHARACTERS or not words.count(typed):
            raise InvalidInput("answer", _TOO_LONG if typed[MOST_CHARACTERS:] else _EMPTY)
        asked = await self._db.read(lambda s: _asked(s, actor, interview_id, turn_id)[2])
        said = telling.heard_as(typed, from_text=True)
        row = await anyio.to_thread.run_sync(telling.read, asked, said)
        parts = telling.parts_of(row) or (None, None)

        def work(session: Session) -> int:
            # Held, so that two tabs cannot take the same number.
            interviews.get_owned(session, actor.user_id, interview_id, held=True)
            number = repository.following(session, turn_id)
            if number > MOST_ATTEMPTS:
                raise InvalidInput("answer", _TOO_MANY)
            attempt = Attempt(
                interview_id=interview_id, turn_id=turn_id, number=number, text=typed,
                parts_found=parts[0], parts_asked=parts[1], created_at=self._clock.now(),
            )  # fmt: skip
            session.add(attempt)
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
            return repository.asked_by_interviewer(session, interview_id)

        return await self._db.read(work)


@dataclass(frozen=True, slots=True)
class _Read:
    interview: Interview
    job_info: JobInfo
    asked: Asked
    attempts: Sequence[Attempt]
    chosen: int | None

    def rehearsal(self) -> Rehearsal:
        """Read the tellings that are shown."""
        first = self._first()
        best = self.chosen if self.chosen is not None else self._fullest(first)
        newest = self.attempts[-1].number if self.attempts else FIRST
        shown = [one for one in self.attempts if one.number in {best, newest}]
        return Rehearsal(
            job_info=self.job_info,
            interview=self.interview,
            question=self.asked.question,
            tellings=(first, *map(self._told, shown)),
            best=best,
            chosen=self.chosen is not None,
            many=len(self.attempts),
            english=not self.asked.material.foreign,
        )

    def _first(self) -> Kept:
        row = telling.read(self.asked)
        spoken = not any(turn.from_text for turn in self.asked.exchange.answered)
        told = Telling(text=self.asked.text, row=row, spoken=spoken)
        return Kept(number=FIRST, at=self.interview.created_at, told=told)

    def _told(self, attempt: Attempt) -> Kept:
        said = telling.heard_as(
            attempt.text, from_text=attempt.from_text, segments=attempt.segments
        )
        row = telling.read(self.asked, said)
        told = Telling(text=attempt.text, row=row, spoken=not attempt.from_text)
        return Kept(number=attempt.number, at=attempt.created_at, told=told)

    def _fullest(self, first: Kept) -> int:
        parts = telling.parts_of(first.told.row) or (0, 0)
        counts = {FIRST: parts[0], **{one.number: one.parts_found or 0 for one in self.attempts}}
        return max(counts, key=lambda number: (counts[number], number))


def _asked(
    session: Session, actor: Actor, interview_id: UUID, turn_id: UUID
) -> tuple[Interview, JobInfo, Asked]:
    interview, job_info, material, ids = repository.material_of(
        session, actor.user_id, interview_id
    )
    asked = telling.asked_at(material, ids.index(turn_id)) if turn_id in ids else None
    if asked is None:
        raise NotFound
    return interview, job_info, asked
