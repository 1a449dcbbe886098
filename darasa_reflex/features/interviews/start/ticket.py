"""Tickets: random passes, kept as digests, spent in the transaction that opens the call."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.local import sign_ins
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.models import Ticket

LIFETIME = timedelta(seconds=60)
_ENTROPY_BYTES = 32
EXPIRED = marked("This start link has expired. Start again.")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a pass was for. See `Ticket` for the fields."""

    interview_id: UUID
    allowance: int | None
    sign_in: str | None


def issue(
    session: Session, actor: Actor, interview_id: UUID, allowance: int | None, now: datetime
) -> str:
    """Return a new pass: this person, this interview, 60 s, one use. Sweeps old ones."""
    old = select(Ticket.digest).where(col(Ticket.expires_at) < now - LIFETIME)
    session.exec(
        # Tickets of others: one that is deleted with its interview just now is not waited for.
        delete(Ticket)
        .where(col(Ticket.digest).in_(old.with_for_update(skip_locked=True)))
        .execution_options(synchronize_session=False)
    )
    secret = secrets.token_urlsafe(_ENTROPY_BYTES)
    session.add(
        Ticket(
            digest=_digest(secret),
            interview_id=interview_id,
            user_id=actor.user_id,
            allowance=allowance,
            sign_in=actor.sign_in,
            expires_at=now + LIFETIME,
        )
    )
    return secret


def spend(session: Session, secret: str, now: datetime) -> Spent:
    """Spend a pass and return what it was for. One statement, so two callers cannot both win.

    Its interview stays held until the transaction ends.

    Raises:
        NotSignedIn: It is unknown, too old, or spent, or the person has signed out.
    """
    known = session.get(Ticket, _digest(secret))
    if known is None or sign_ins.has_ended(session, known.sign_in):
        raise NotSignedIn(_(EXPIRED))
    if not repository.lock(session, known.interview_id):
        raise NotSignedIn(_(EXPIRED))
    spent = session.exec(
        update(Ticket)
        .where(
            col(Ticket.digest) == _digest(secret),
            col(Ticket.spent_at).is_(None),
            col(Ticket.expires_at) > now,
        )
        .values(spent_at=now)
        .returning(col(Ticket.interview_id), col(Ticket.allowance), col(Ticket.sign_in))
    ).one_or_none()
    if spent is None:
        raise NotSignedIn(_(EXPIRED))
    return Spent(*spent)


def is_good(session: Session, secret: str, now: datetime) -> bool:
    """Tell whether a pass could be spent now, without spending it."""
    found = session.get(Ticket, _digest(secret))
    if found is None or sign_ins.has_ended(session, found.sign_in):
        return False
    return found.spent_at is None and found.expires_at > now


def is_current(session: Session, secret: str, now: datetime) -> bool:
    """Tell whether a pass was given out and is not too old, spent or not."""
    found = session.get(Ticket, _digest(secret))
    return found is not None and found.expires_at > now


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
