"""What a person may ask for of all that is theirs: a copy, and its end."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import DarasaError, NotSignedIn
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import Sentence, sentence
from darasa_reflex.features.accounts import repository as accounts
from darasa_reflex.features.accounts.identity import Actor, Identity
from darasa_reflex.features.accounts.models import ProviderMessage, User
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.features.interviews.call.calls import Calls
from darasa_reflex.features.personal_data import removal
from darasa_reflex.features.personal_data.export import pieces
from darasa_reflex.features.personal_data.exports import Exports
from darasa_reflex.features.personal_data.receipt import NotRemoved, Outsiders, Receipt
from darasa_reflex.features.personal_data.removal import Emptied

logger = logging.getLogger(__name__)

_LONGEST_REMOVAL_SECONDS = 20.0
_NOT_REMOVED = marked(
    "Your sign-in account at {title} is still there, but it opens nothing here any more. {why} "
    "Delete it there, or ask whoever runs this server to."
)


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that is a person's.

    Attributes:
        identity: Where people sign in.
        identity_title: What a page calls that.
        outsiders: Who else was told what people said.
        exports: Who is getting their copy.
        longest_removal_seconds: Longest wait for the identity provider to remove a person.
    """

    db: Database
    clock: Clock
    accounts: Accounts
    calls: Calls
    identity: Identity
    identity_title: str
    exports: Exports
    outsiders: Outsiders = field(default_factory=Outsiders)
    longest_removal_seconds: float = _LONGEST_REMOVAL_SECONDS

    async def export(self, actor: Actor) -> AsyncGenerator[bytes]:
        """Return everything of the person as UTF-8 JSON, in pieces that are read when asked for.

        Raises:
            AllowanceUsedUp: Another copy is on its way to them.
        """
        whole = pieces(self.db, actor.user_id, self.clock.now())
        return await self.exports.begin(actor.user_id, whole)

    async def delete(self, actor: Actor) -> Receipt:
        """Delete the person and all that is theirs, for good.

        Calls end first. Then all rows go in one transaction, so that no failing service can keep
        them. Only then the identity provider is asked; what it refuses stands in the receipt.

        Raises:
            NotSignedIn: They were deleted meanwhile.
        """
        now = self.clock.now()
        await self._hang_up(actor.user_id)
        # Where nobody signs in, the one person may start again.
        final = self.identity.door.kind != "open"

        def work(session: Session) -> tuple[str, Emptied]:
            user = session.get(User, actor.user_id)
            if user is None:
                raise NotSignedIn
            return user.subject, self._end(session, user, now, final=final)

        subject, emptied = await self.db.erase(work)
        self.accounts.forget(subject)
        elsewhere, left = await self._remove(subject)
        return Receipt(now, emptied.removed, elsewhere, (*left, *emptied.left))

    async def delete_subject(self, message_id: str, subject: str) -> None:
        """Delete a person whom the identity provider has deleted. Repeated news changes nothing.

        Final: neither a late message nor a token brings them back.

        Args:
            message_id: Of the provider's message, the same when it is sent again.
            subject: What the provider called the person; they need not be known here.
        """
        now = self.clock.now()
        user_id = await self.db.read(lambda session: _id_of(session, subject))
        if user_id is not None:
            await self._hang_up(user_id)

        def work(session: Session) -> None:
            if session.get(ProviderMessage, message_id) is None:
                session.add(ProviderMessage(id=message_id, received_at=now))
            accounts.mark_deleted(session, subject, now)
            if user := accounts.find(session, subject):
                self._end(session, user, now, final=True)

        await self.db.erase(work)
        self.accounts.forget(subject)

    def _end(self, session: Session, user: User, now: datetime, *, final: bool) -> Emptied:
        emptied = removal.empty(session, user.id, self.outsiders)
        if final:
            accounts.mark_deleted(session, user.subject, now)
        return emptied

    async def _hang_up(self, user_id: UUID) -> None:
        """End the person's calls here; those of other servers end with their interview's row."""
        live = await self.db.read(lambda session: removal.open_calls(session, user_id))
        await asyncio.gather(*(self.calls.hang_up(interview_id) for interview_id in live))

    async def _remove(self, subject: str) -> tuple[tuple[str, ...], tuple[NotRemoved, ...]]:
        """Remove a person at the identity provider; return what is to be told of it."""
        asked = asyncio.create_task(self.identity.remove(subject))
        try:
            await asyncio.wait({asked}, timeout=self.longest_removal_seconds)
        finally:
            asked.cancel()
        if not asked.done():
            return (), (self._not_removed(sentence("It did not answer in time.")),)
        if error := asked.exception():
            logger.error("removal of a person: %s", place_of(error))
            known = isinstance(error, DarasaError)
            why = error.sentence if known else sentence("It did not work.")
            return (), (self._not_removed(why),)
        told = sentence("Your sign-in account at {title}.", title=self.identity_title)
        return (told,) if asked.result() else (), ()

    def _not_removed(self, why: str) -> NotRemoved:
        # A sentence within another is translated only if it is one.
        told = why if isinstance(why, Sentence) else sentence(why)
        return NotRemoved(sentence(_NOT_REMOVED, title=self.identity_title, why=told))


def _id_of(session: Session, subject: str) -> UUID | None:
    user = accounts.find(session, subject)
    return user.id if user else None
