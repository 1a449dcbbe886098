"""What a person notes for themselves in an interview. No interviewer and no judge reads it."""

from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews import repository

MOST_CHARACTERS = 20_000
_TOO_LONG = marked("Notes have room for 20,000 characters. The end was not kept.")


class Notes:
    """The notes of a person."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def keep(self, actor: Actor, interview_id: UUID, text: object) -> str:
        """Keep notes in place of those before; return them as they are kept.

        Raises:
            InvalidInput: They are too long; what fits was kept.
            NotFound: The interview is not the person's own.
        """
        whole = storable(text) if isinstance(text, str) else ""
        kept = whole[:MOST_CHARACTERS]

        def work(session: Session) -> None:
            interview, _job = repository.get_owned(session, actor.user_id, interview_id)
            interview.notes = kept
            session.add(interview)

        await self._db.run(work)
        if kept != whole:
            raise InvalidInput("notes", _(_TOO_LONG))
        return kept
