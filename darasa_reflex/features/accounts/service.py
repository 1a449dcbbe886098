"""Who is there."""

import asyncio
import logging
from collections.abc import MutableMapping, MutableSet
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.features.accounts import people, repository
from darasa_reflex.features.accounts.identity import (
    Actor,
    Claim,
    Identity,
    Profile,
    Proof,
    Visit,
    key_of,
)
from darasa_reflex.features.accounts.local import sign_ins
from darasa_reflex.features.accounts.people import Person

logger = logging.getLogger(__name__)

# Another server may have renamed or deleted a person.
_KNOWN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Known:
    """A person, and until when their row need not be read again, on the monotonic clock."""

    person: Person
    until: float


@dataclass(frozen=True, slots=True)
class Accounts:
    """People, as identity providers vouch for them."""

    db: Database
    identity: Identity
    clock: Clock = field(default_factory=SystemClock)
    # By subject: every event asks. Who deletes or renames a person `forget`s them.
    _known: MutableMapping[str, _Known] = field(
        default_factory=dict[str, _Known], repr=False, compare=False
    )
    # Whose profile this process has looked up, or tried to.
    _asked: MutableSet[str] = field(default_factory=set[str], repr=False, compare=False)
    # Tasks nobody holds may end halfway.
    _asking: MutableSet[asyncio.Task[None]] = field(
        default_factory=set[asyncio.Task[None]], repr=False, compare=False
    )

    async def actor(self, visit: Visit) -> Actor:
        """Return the person behind a visit; a person seen for the first time gets a row.

        Identity is checked every time; only the row of who was found is remembered, for 10 s.
        Nobody waits for the provider to tell more of them.

        Raises:
            NotSignedIn: Nobody is there, or they were deleted.
        """
        return await self._of(await self.identity.identify(visit))

    async def vouched_for(self, proof: Proof) -> Actor:
        """Return the person of a proof, even if it is too old to let them in.

        Raises:
            NotSignedIn: They were deleted.
        """
        return await self._of(proof.claim)

    async def by_email(self, email: str) -> Actor:
        """Return the person with an e-mail, for whoever runs the server: nothing is proved.

        Raises:
            NotFound: Nobody has it.
        """
        found = await self.db.read(lambda session: people.with_email(session, email))
        return Actor(found.user_id, found.name, limited=True)

    async def _of(self, claim: Claim) -> Actor:
        known = self._known.get(claim.subject)
        if known is None or known.until < self.clock.monotonic():
            known = _Known(await self._read(claim), self.clock.monotonic() + _KNOWN_SECONDS)
            self._known[claim.subject] = known
        person = known.person
        return Actor(person.user_id, person.name, claim.features, claim.limited, claim.sign_in)

    async def prove(self, token: str) -> Proof:
        """Check a token that a page has pushed.

        Raises:
            NotSignedIn: See `Identity.prove`; or it is that of a person who was deleted here, or of
                a sign-in that its provider has ended.
        """
        proof = await self.identity.prove(token)
        await self.db.read(lambda session: _refuse_gone(session, proof.claim))
        return proof

    async def end_sign_in(self, subject: str, name: str) -> None:
        """Note that the identity provider has ended a sign-in for good.

        Passes that were asked for with it are worth nothing, and live calls end at their next beat,
        on whatever server. Repeated news changes nothing.

        Args:
            subject: What the provider calls the person; they need not be known here.
            name: What the provider calls the sign-in.
        """
        now = self.clock.now()

        def work(session: Session) -> None:
            repository.lock(session, subject)
            if user := repository.find(session, subject):
                sign_ins.note_ended(session, user.id, key_of(name), now)

        await self.db.run(work)

    async def learn(self, message_id: str, profile: Profile, changed_at: datetime) -> None:
        """Keep what the identity provider sent of a person.

        Args:
            message_id: The same when a message is sent again; then nothing changes.
            profile: As it is after the change.
            changed_at: When the provider changed it, on its clock; an older one than what is known
                changes nothing.
        """
        now = self.clock.now()
        await self.db.run(
            lambda session: people.update(session, message_id, profile, changed_at, now)
        )
        self.forget(profile.subject)

    def forget(self, subject: str) -> None:
        """Read a person anew the next time they act."""
        self._known.pop(subject, None)

    async def _read(self, claim: Claim) -> Person:
        person = await self.db.read(lambda session: people.find(session, claim.subject))
        person = person or await self.db.run(lambda session: people.admit(session, claim))
        if person.is_unknown and claim.subject not in self._asked:
            self._asked.add(claim.subject)
            task = asyncio.create_task(self._introduce(claim.subject))
            self._asking.add(task)
            task.add_done_callback(self._answered)
        return person

    async def _introduce(self, subject: str) -> None:
        profile = await self.identity.look_up(subject)
        if profile is not None:
            await self.db.run(lambda session: people.complete(session, profile))
            self.forget(subject)

    def _answered(self, task: asyncio.Task[None]) -> None:
        self._asking.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.warning("a profile could not be looked up: %s", place_of(error))


def _refuse_gone(session: Session, claim: Claim) -> None:
    people.refuse_deleted(session, claim.subject)
    if sign_ins.has_ended(session, claim.sign_in):
        raise NotSignedIn
