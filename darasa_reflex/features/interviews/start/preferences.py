"""What a person chose of engines: who plays an interview, and whether voices are listened to."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.engines.interviewer import Interviewer
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.job_infos.models import JobInfo


class Preferences:
    """Choices of a person that engines follow.

    Args:
        db: Where they are kept.
        clock: Tells when something was agreed to.
        interviewers: Those that can play.
        forget_voices: Deletes, in the transaction it is given, what was worded of the voice of a
            person, when they take their consent back.
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        interviewers: Cast[Interviewer],
        forget_voices: Callable[[Session, UUID], None] | None = None,
    ) -> None:
        self._db = db
        self._clock = clock
        self._interviewers = interviewers
        self._forget_voices = forget_voices

    def next_engine(self, interview: Interview) -> str:
        """Return the title of the engine that would play instead; empty after the last."""
        after = self._interviewers.after(self._interviewers.chosen(interview.wanted_engine))
        return retold(after.title) if after else ""

    async def use_next_engine(self, actor: Actor, interview_id: UUID) -> None:
        """Let the next best engine play this interview from its next call on.

        Raises:
            InvalidInput: There is no other.
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> None:
            interview, _job = repository.get_owned(session, actor.user_id, interview_id)
            after = self._interviewers.after(self._interviewers.chosen(interview.wanted_engine))
            if after is None:
                refusal = _("There is no other interviewer here. Try again later.")
                raise InvalidInput("engine", refusal)
            interview.wanted_engine = after.name
            session.add(interview)

        await self._db.run(work)

    async def agrees_to_expressions(self, actor: Actor) -> bool:
        """Tell whether the person agreed that how their voice sounds is kept and worded."""

        def work(session: Session) -> bool:
            return session.get_one(User, actor.user_id).expressions_consent_at is not None

        return await self._db.read(work)

    async def agree_to_expressions(self, actor: Actor, *, agreed: bool) -> None:
        """Keep that the person agrees, or that they do not: then what was kept is deleted.

        That acts at once, on calls and feedback under way too.
        """

        def work(session: Session) -> None:
            user = session.get_one(User, actor.user_id)
            if agreed:
                user.expressions_consent_at = user.expressions_consent_at or self._clock.now()
            else:
                user.expressions_consent_at = None
                session.flush()  # locks the person's row before others
                _forget_expressions(session, actor.user_id)
                if self._forget_voices is not None:
                    self._forget_voices(session, actor.user_id)
            session.add(user)

        await self._db.run(work)


def _forget_expressions(session: Session, owner_id: UUID) -> None:
    own = (
        select(Interview.id)
        .join(JobInfo, col(JobInfo.id) == col(Interview.job_info_id))
        .where(JobInfo.user_id == owner_id)
    )
    # Held before their turns, in one order: see `core.db`.
    session.exec(own.order_by(col(Interview.id)).with_for_update(of=Interview)).all()
    session.exec(
        update(Turn)
        .where(col(Turn.interview_id).in_(own))
        .values(expressions={})
        .execution_options(synchronize_session=False)
    )
