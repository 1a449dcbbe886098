"""Who is there."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.db import Database
from darasa_reflex.features.accounts import repository
from darasa_reflex.features.accounts.identity import Actor, Claim, Identity, Visit


@dataclass(frozen=True, slots=True)
class Accounts:
    """People, as identity providers vouch for them."""

    db: Database
    identity: Identity
    # Subject to row and name: every event asks. Who deletes or renames a person must `forget` them.
    _known: MutableMapping[str, tuple[UUID, str]] = field(
        default_factory=dict[str, tuple[UUID, str]], repr=False, compare=False
    )

    async def actor(self, visit: Visit) -> Actor:
        """Return the person behind a visit; a person seen for the first time gets a row.

        Identity is checked every time; only the row of who was found is remembered.

        Raises:
            NotSignedIn: Nobody is there.
        """
        claim = await self.identity.identify(visit)
        known = self._known.get(claim.subject)
        if known is None:
            known = await self.db.read(lambda session: _row(session, claim))
            known = known or await self.db.run(lambda session: _added(session, claim))
            self._known[claim.subject] = known
        return Actor(*known, claim.features, claim.limited)

    def forget(self, subject: str) -> None:
        """Read a person anew the next time they act."""
        self._known.pop(subject, None)


def _row(session: Session, claim: Claim) -> tuple[UUID, str] | None:
    user = repository.find(session, claim.subject)
    return (user.id, user.name) if user else None


def _added(session: Session, claim: Claim) -> tuple[UUID, str]:
    user = repository.add(session, claim)
    return user.id, user.name
