"""Browsers that are signed in to accounts that this server keeps itself."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select, update

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.features.accounts.identity import Claim, key_of
from darasa_reflex.features.accounts.models import Credential, SignIn, User

GOOD_FOR = timedelta(days=30)
_ENDED_KNOWN_FOR = timedelta(days=1)

_SECRET_BYTES = 32
_LONGEST_AGENT = 300


@dataclass(frozen=True, slots=True)
class SignIns:
    """See `SignInBook`."""

    db: Database
    clock: Clock

    async def holder(self, secret: str) -> Claim | None:
        """See `SignInBook.holder`. Read anew for every event, so that signing out acts at once."""
        now = self.clock.now()
        of_secret = (
            select(User)
            .join(SignIn, col(SignIn.user_id) == User.id)
            .where(
                SignIn.digest == digest_of(secret),
                col(SignIn.revoked_at).is_(None),
                SignIn.expires_at > now,
            )
        )
        user = await self.db.read(lambda session: session.exec(of_secret).one_or_none())
        if user is None:
            return None
        return Claim(user.subject, user.name, user.email, sign_in=digest_of(secret))

    async def sweep(self) -> None:
        """Delete all sign-ins that ended by themselves."""
        ended = delete(SignIn).where(col(SignIn.expires_at) <= self.clock.now())
        await self.db.run(lambda session: session.exec(ended))


def begin(session: Session, user_id: UUID, user_agent: str, now: datetime) -> str:
    """Sign a browser in for 30 days; return the secret of its cookie, which nobody else has."""
    ended = delete(SignIn).where(col(SignIn.user_id) == user_id, col(SignIn.expires_at) <= now)
    session.exec(ended)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    session.add(
        SignIn(
            digest=digest_of(secret),
            user_id=user_id,
            user_agent=storable(user_agent)[:_LONGEST_AGENT],
            created_at=now,
            expires_at=now + GOOD_FOR,
        )
    )
    return secret


def revoke(session: Session, secret: str, now: datetime) -> None:
    """Sign one browser out."""
    _end(session, col(SignIn.digest) == digest_of(secret), now)


def revoke_all(session: Session, user_id: UUID, now: datetime) -> None:
    """Sign all browsers of a person out."""
    _end(session, col(SignIn.user_id) == user_id, now)


def has_ended(session: Session, key: str | None) -> bool:
    """Tell whether a sign-in is known to have ended; those of other providers: if they told so.

    Args:
        session: An open transaction.
        key: See `Actor.sign_in`.
    """
    known = session.get(SignIn, key) if key else None
    return known is not None and known.revoked_at is not None


def note_ended(session: Session, user_id: UUID, key: str, now: datetime) -> None:
    """Note that a provider has ended a sign-in for good: passes and calls of it end, here as there.

    The caller holds a lock on the person. What could outlive it is a token, for a minute, and a
    call, for an hour.
    """
    old = delete(SignIn).where(col(SignIn.user_id) == user_id, col(SignIn.expires_at) <= now)
    session.exec(old)
    if session.get(SignIn, key) is None:
        until = now + _ENDED_KNOWN_FOR
        row = SignIn(digest=key, user_id=user_id, created_at=now, expires_at=until, revoked_at=now)
        session.add(row)


def was_of(session: Session, key: str, email: str, now: datetime) -> bool:
    """Tell whether a sign-in, which may have ended since, was one to the account of an e-mail."""
    known = session.get(SignIn, key)
    account = session.get(Credential, known.user_id) if known and known.expires_at > now else None
    return account is not None and account.email == email


def digest_of(secret: str) -> str:
    """Return what is kept of a cookie's secret: the key of its sign-in."""
    return key_of(secret)


def _end(session: Session, these: ColumnElement[bool], now: datetime) -> None:
    good = col(SignIn.revoked_at).is_(None)
    session.exec(update(SignIn).where(these, good).values(revoked_at=now))
