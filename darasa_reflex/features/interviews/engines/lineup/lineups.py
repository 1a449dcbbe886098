"""What played in an interview that was held."""

from uuid import UUID

from sqlmodel import Session, col, select

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.engines.lineup.lineup import Played
from darasa_reflex.features.interviews.models import Call


class Lineups:
    """The lineups of a person's interviews."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def of(self, actor: Actor, interview_id: UUID) -> list[Played]:
        """Return what played, over all calls, oldest first; empty when it was not kept.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> list[Played]:
            repository.get_owned(session, actor.user_id, interview_id)
            calls = session.exec(
                select(Call)
                .where(Call.interview_id == interview_id)
                .order_by(col(Call.connected_at))
            )
            return [Played.of(stored) for call in calls for stored in call.lineups]

        return await self._db.read(work)
