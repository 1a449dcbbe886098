"""Access tokens: made and shown once, taken back at any time, good for the API alone."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, func, select

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotFound, NotSignedIn
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.accounts.tokens.models import AccessToken

# So that whoever finds one knows what it is; scanners of code do, too.
PREFIX = "darasa_"
MOST_TOKENS = 10
LONGEST_NAME = 60
_SECRET_BYTES = 32
# A write for each request would be the most of its work.
_USED_AT_MOST_EVERY = timedelta(days=1)
_TOO_MANY = sentence("You have {most} tokens. Remove one that you no longer use.", most=MOST_TOKENS)
_NO_NAME = marked("Give the token a name, such as the program that uses it.")
_UNKNOWN = marked("This token is not known here, or was removed.")


@dataclass(frozen=True, slots=True)
class AccessTokens:
    """Tokens of all people.

    Attributes:
        sold: Whether people buy plans here. What a plan includes is told when somebody signs in, so
            a program has only what everybody has.
        limited: Whether the daily start limit counts for programs.
    """

    db: Database
    clock: Clock
    sold: bool
    limited: bool

    async def make(self, actor: Actor, name: object) -> str:
        """Return a new token, which is not shown again.

        Raises:
            AllowanceUsedUp: The person has ten.
            InvalidInput: It has no name, or one longer than 60 characters.
        """
        named = storable(name).strip() if isinstance(name, str) else ""
        if not 0 < len(named) <= LONGEST_NAME:
            raise InvalidInput("token_name", _NO_NAME)
        secret, now = PREFIX + secrets.token_urlsafe(_SECRET_BYTES), self.clock.now()

        def work(session: Session) -> None:
            # Held, so that two tabs do not make an eleventh.
            session.exec(select(User.id).where(User.id == actor.user_id).with_for_update()).one()
            own = select(func.count()).where(AccessToken.user_id == actor.user_id)
            if session.exec(own).one() >= MOST_TOKENS:
                raise AllowanceUsedUp(_TOO_MANY)
            session.add(
                AccessToken(
                    digest=digest_of(secret), user_id=actor.user_id, name=named, created_at=now
                )
            )

        await self.db.run(work)
        return secret

    async def of(self, actor: Actor) -> Sequence[AccessToken]:
        """Return the person's tokens, newest first."""
        own = select(AccessToken).where(AccessToken.user_id == actor.user_id)
        newest = own.order_by(col(AccessToken.created_at).desc())
        return await self.db.read(lambda session: session.exec(newest).all())

    async def remove(self, actor: Actor, digest: object) -> None:
        """Take a token back; programs that show it are refused from now on.

        Raises:
            NotFound: It is not the person's own.
        """
        owned = delete(AccessToken).where(
            col(AccessToken.digest) == str(digest), col(AccessToken.user_id) == actor.user_id
        )
        if not await self.db.run(lambda session: session.exec(owned).rowcount):
            raise NotFound(_UNKNOWN)

    async def holder(self, secret: str) -> Actor:
        """Return the person a token acts for.

        Raises:
            NotSignedIn: It is none, or was removed.
        """
        digest, now = digest_of(secret), self.clock.now()
        found = await self.db.read(lambda session: _found(session, digest))
        if found is None:
            raise NotSignedIn(_UNKNOWN)
        token, user = found
        if token.used_at is None or now - token.used_at > _USED_AT_MOST_EVERY:
            await self.db.run(lambda session: _mark_used(session, digest, now))
        features = frozenset[str]() if self.sold else None
        return Actor(user.id, user.chosen_name or user.name, features, limited=self.limited)


def digest_of(secret: str) -> str:
    """Return what is kept of a token, in hex. Its 256 random bits need no salt."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _found(session: Session, digest: str) -> tuple[AccessToken, User] | None:
    of_token = select(AccessToken, User).join(User).where(AccessToken.digest == digest)
    return session.exec(of_token).one_or_none()


def _mark_used(session: Session, digest: str, now: datetime) -> None:
    token = session.get(AccessToken, digest)
    if token is not None:
        token.used_at = now
