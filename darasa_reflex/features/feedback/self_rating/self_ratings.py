"""Self-ratings: given once, and set beside what was found. No judge is told of them."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.self_rating.models import SelfRating
from darasa_reflex.features.interviews import repository as interviews

LEVELS = range(1, 6)
_NO_LEVEL = marked("Please choose how it went.")


@dataclass(frozen=True, slots=True)
class SelfRatings:
    """How people say their interviews went."""

    db: Database
    clock: Clock

    async def give(self, actor: Actor, interview_id: UUID, level: object) -> None:
        """Keep how the person says it went; only the first word on an interview counts.

        Raises:
            InvalidInput: It is none of `LEVELS`.
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> None:
            interviews.get_owned(session, actor.user_id, interview_id, held=True)
            if isinstance(level, bool) or not isinstance(level, int) or level not in LEVELS:
                raise InvalidInput("level", _(_NO_LEVEL))
            if session.get(SelfRating, interview_id) is None:
                now = self.clock.now()
                session.add(SelfRating(interview_id=interview_id, level=level, created_at=now))

        await self.db.run(work)

    async def of(self, actor: Actor, interview_id: UUID) -> int | None:
        """Return the level a person gave one of their interviews; None: none.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> int | None:
            interviews.get_owned(session, actor.user_id, interview_id)
            given = session.get(SelfRating, interview_id)
            return given.level if given else None

        return await self.db.read(work)
