"""What a person does with interviews: start, resume, read, end. Calls are held in `calls`."""

import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts import plans
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.call.call import BEAT_SECONDS
from darasa_reflex.features.interviews.call.calls import Calls, alive_since
from darasa_reflex.features.interviews.call.writing import lengths
from darasa_reflex.features.interviews.models import Call, Interview, Turn
from darasa_reflex.features.interviews.preparation import asked_before, prepared_for
from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.gaps import NO_GAPS, Gaps
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.interviews.questions.own.listed import Listed
from darasa_reflex.features.interviews.questions.own.service import brought
from darasa_reflex.features.interviews.start import reservations, ticket
from darasa_reflex.features.interviews.start.setup import Setup, checked
from darasa_reflex.features.interviews.status import InterviewView, status_of
from darasa_reflex.features.job_infos import repository as job_infos
from darasa_reflex.features.job_infos.models import JobInfo

LIST_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Started:
    """A new interview and the pass that opens its call."""

    interview_id: UUID
    ticket: str


class Interviews:
    """The interviews of a person."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        calls: Calls,
        limit: int | None,
        *,
        house: tuple[Listed, ...] = (),
        started: Callable[[UUID, UUID], object] | None = None,
        asks_in: Callable[[str], str] = lambda _: ENGLISH,
    ) -> None:
        """Take what it needs.

        Args:
            db: Where everything is kept.
            clock: Tells the time.
            calls: Holds the calls.
            limit: How many interviews a person may hold; None for any number.
            house: Questions that this server brings along.
            started: Told the owner and the job of each interview that was made.
            asks_in: Tells what is asked in, of a person who answers in a language.
        """
        self._house = house
        self._started = started
        self._asks_in = asks_in
        self._db = db
        self._clock = clock
        self._calls = calls
        self._limit = limit

    async def start(
        self,
        actor: Actor,
        job_info_id: UUID,
        minutes: object = 10,
        patience: object = "normal",
        *,
        gaps: Gaps = NO_GAPS,
        **how: object,
    ) -> Started:
        """Make an interview and the ticket that opens its call; `how`: see `setup.checked`.

        A language that is chosen is offered first the next time. `gaps` are asked about first.

        Raises:
            NotFound: The job info is not the person's own.
            AllowanceUsedUp: The plan, or the day, allows no more interviews.
            InvalidInput: Something chosen is none of what we offer.
        """
        chosen = checked(minutes=minutes, patience=patience, **how)
        asked_in = self._asks_in(chosen.language)

        def work(session: Session) -> Started:
            reservations.lock(session, actor.user_id)
            job_info = job_infos.get_owned(session, actor.user_id, job_info_id)
            questions = _plan(
                session, job_info, chosen, self._house, gaps=gaps, language=asked_in
            ).as_json()
            interview = Interview(job_info_id=job_info.id, plan=questions, **asdict(chosen))
            if "language" in how:
                session.get_one(User, actor.user_id).language = chosen.language
            return Started(interview.id, self._ticket(session, actor, interview))

        started = await self._db.run(work)
        if self._started:
            self._started(actor.user_id, job_info_id)
        return started

    async def chosen_last(self, actor: Actor) -> Setup:
        """Return what the person chose for their last interview, or what counts until they do."""

        def work(session: Session) -> Setup:
            last = repository.newest(session, actor.user_id)
            if last is None:
                return checked()
            return Setup(**{part.name: getattr(last, part.name) for part in fields(Setup)})

        return await self._db.read(work)

    async def reopen(self, actor: Actor, interview_id: UUID) -> str:
        """Return a ticket for a further call of an interview that is not finished.

        Raises:
            NotFound: It is not the person's own, or it is finished.
            AllowanceUsedUp: It never connected, and no more interviews are allowed meanwhile.
        """

        def work(session: Session) -> str:
            reservations.lock(session, actor.user_id)
            interview, _job = repository.get_owned(session, actor.user_id, interview_id)
            if interview.finished_at is not None:
                raise NotFound(_("This interview has ended. Start a new one."))
            return self._ticket(session, actor, interview)

        return await self._db.run(work)

    async def has_issued(self, secret: str) -> bool:
        """Tell whether this is a ticket of ours that is not too old, spent or not."""
        now = self._clock.now()
        return await self._db.read(lambda session: ticket.is_current(session, secret, now))

    async def sign_out(self, actor: Actor) -> None:
        """End what was opened with a sign-in that its provider has ended: passes, and live calls.

        Sign-ins that this server keeps are looked up by themselves, wherever they end.
        """
        key, now = actor.sign_in, self._clock.now()
        if key is not None:
            await self._db.run(lambda s: repository.sign_out(s, actor.user_id, key, now))

    def _ticket(self, session: Session, actor: Actor, interview: Interview) -> str:
        included, now = self._included(actor), self._clock.now()
        reservations.reserve(session, actor, interview, included, now)
        return ticket.issue(session, actor, interview.id, included, now)

    def _included(self, actor: Actor) -> int | None:
        return plans.included(actor, plans.Quota.INTERVIEWS, self._limit)

    async def allowance(self, actor: Actor) -> plans.Allowance:
        """Return how many interviews a person may hold, and how many ever connected."""
        used = await self._db.read(lambda session: reservations.used(session, actor.user_id))
        return plans.Allowance(self._included(actor), used)

    async def keep_chat(self, actor: Actor, interview_id: UUID, chat_id: str) -> None:
        """Store the chat id that the browser reports, if it is one of this interview's calls.

        Raises:
            NotFound: The interview is not the person's own, or the chat is not the interview's.
        """

        def work(session: Session) -> None:
            interview, _job = repository.get_owned(session, actor.user_id, interview_id, held=True)
            call = session.get(Call, storable(chat_id))
            if call is None or call.interview_id != interview_id:
                raise NotFound
            if call.ended_at is None:
                interview.chat_id = chat_id
                session.add(interview)

        await self._db.run(work)

    async def keep_duration(self, actor: Actor, interview_id: UUID, seconds: float) -> int:
        """Store the length of the live call, as far as our clock agrees; return the whole length.

        The call's own beats store it, too: what is behind by no more than one is theirs.

        Raises:
            NotFound: The interview is not the person's own.
        """
        now, alive = self._clock.now(), alive_since(self._clock)

        def look(session: Session) -> lengths.Lasting:
            whose = (actor.user_id, interview_id)
            return lengths.lasting(session, *whose, seconds=seconds, since=alive, now=now)

        def work(session: Session) -> None:
            interview, _job = repository.get_owned(session, actor.user_id, interview_id, held=True)
            if interview.chat_id:
                lengths.set_seconds(session, interview.chat_id, seconds, now)

        found = await self._db.read(look)
        if found.behind > BEAT_SECONDS:
            await self._db.run(work)
        return found.seconds

    async def finish(self, actor: Actor, interview_id: UUID) -> None:
        """End an interview for good; its live call, if any, is closed.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> None:
            reservations.lock(session, actor.user_id)
            interview, _job = repository.get_owned(session, actor.user_id, interview_id)
            interview.finished_at = interview.finished_at or self._clock.now()
            reservations.give_back(session, actor.user_id, interview, self._clock.now())
            session.add(interview)

        await self._db.run(work)
        await self._calls.hang_up(interview_id)

    async def delete(self, actor: Actor, interview_id: UUID) -> None:
        """Delete an interview with its turns and feedback.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> None:
            reservations.lock(session, actor.user_id)
            interview, _job = repository.get_owned(session, actor.user_id, interview_id)
            reservations.give_back(session, actor.user_id, interview, self._clock.now())
            session.delete(interview)

        await self._db.erase(work)
        await self._calls.hang_up(interview_id)

    async def get(self, actor: Actor, interview_id: UUID) -> InterviewView:
        """Return an interview, its job and its status.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> InterviewView:
            interview, job_info = repository.get_owned(session, actor.user_id, interview_id)
            live = repository.live_calls(session, [interview_id], alive_since(self._clock))
            return InterviewView(interview, job_info, status_of(interview, live))

        return await self._db.read(work)

    async def of_job(self, actor: Actor, job_info_id: UUID, offset: int = 0) -> list[InterviewView]:
        """Return the interviews of a job, newest first, at most `LIST_LIMIT` from `offset`.

        Raises:
            NotFound: The job info is not the person's own.
        """

        def work(session: Session) -> list[InterviewView]:
            job_info = job_infos.get_owned(session, actor.user_id, job_info_id)
            found = repository.list_of_job(session, job_info.id, LIST_LIMIT, max(offset, 0))
            live = repository.live_calls(session, [i.id for i in found], alive_since(self._clock))
            return [InterviewView(i, job_info, status_of(i, live)) for i in found]

        return await self._db.read(work)

    async def latest(self, actor: Actor, offset: int = 0) -> list[InterviewView]:
        """Return the person's interviews of all jobs, newest first, as many as `of_job`."""

        def work(session: Session) -> list[InterviewView]:
            found = repository.latest(session, actor.user_id, LIST_LIMIT, max(offset, 0))
            ids = [interview.id for interview, _ in found]
            live = repository.live_calls(session, ids, alive_since(self._clock))
            return [InterviewView(i, job_info, status_of(i, live)) for i, job_info in found]

        return await self._db.read(work)

    async def unfinished(self, actor: Actor) -> InterviewView | None:
        """Return the person's newest interview that connected and can be resumed, or None."""

        def work(session: Session) -> InterviewView | None:
            found = repository.newest_unfinished(session, actor.user_id)
            if found is None:
                return None
            live = repository.live_calls(session, [found[0].id], alive_since(self._clock))
            return InterviewView(*found, status_of(found[0], live))

        return await self._db.read(work)

    async def held(
        self, actor: Actor, job_info_ids: list[UUID]
    ) -> dict[UUID, tuple[int, datetime]]:
        """Return how many interviews of each of the person's jobs connected, and the last one."""

        def work(session: Session) -> dict[UUID, tuple[int, datetime]]:
            return repository.held_of_jobs(session, actor.user_id, job_info_ids)

        return await self._db.read(work)

    async def transcript(self, actor: Actor, interview_id: UUID) -> list[Turn]:
        """Return what was said, oldest first.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> list[Turn]:
            repository.get_owned(session, actor.user_id, interview_id)
            return list(repository.turns(session, interview_id))

        return await self._db.read(work)


def _plan(
    session: Session,
    job_info: JobInfo,
    chosen: Setup,
    house: tuple[Listed, ...],
    *,
    gaps: Gaps,
    language: str,
) -> question_plan.QuestionPlan:
    return question_plan.make(
        level=job_info.experience_level,
        title=job_info.title,
        skills=tuple(job_info.skills),
        posting=job_info.description,
        minutes=chosen.minutes,
        kind=chosen.kind,
        warm_up=True,
        reserve=True,
        seed=random.SystemRandom().getrandbits(32),
        avoid=frozenset(asked_before(session, job_info.id)),
        brought=replace(
            brought(session, job_info.user_id, house), prepared=prepared_for(job_info, language)
        ),
        language=language,
        gaps=gaps,
    )
