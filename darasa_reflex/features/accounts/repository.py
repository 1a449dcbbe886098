"""Reads and writes of people."""

import hashlib
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, func, select, text

from darasa_reflex.features.accounts.identity import Claim
from darasa_reflex.features.accounts.models import DeletedSubject, ProviderMessage, User

# Clerk sends a message again for about a day; the same id twice is the same message.
_HEARD_FOR = timedelta(days=7)


def lock(session: Session, subject: str) -> None:
    """Let nobody else add, change or delete a person before this transaction ends.

    On SQLite every transaction that writes is alone anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        key = int.from_bytes(bytes.fromhex(_digest(subject))[:8], signed=True)
        session.connection().execute(text("select pg_advisory_xact_lock(:key)"), {"key": key})


def find(session: Session, subject: str) -> User | None:
    """Return the person an identity provider calls `subject`, or None."""
    return session.exec(select(User).where(User.subject == subject)).one_or_none()


def with_email(session: Session, email: str) -> User | None:
    """Return who has an e-mail, in whatever case; of several, whoever came first."""
    folded = func.lower(col(User.email)) == email.strip().lower()
    return session.exec(select(User).where(folded).order_by(col(User.created_at))).first()


def add(session: Session, claim: Claim) -> User:
    """Insert the person a claim speaks of, or return them if another request was faster.

    The caller has a `hold` on them.
    """
    if found := find(session, claim.subject):
        return found
    user = User(subject=claim.subject, name=claim.name, email=claim.email)
    session.add(user)
    session.flush()
    return user


def is_deleted(session: Session, subject: str) -> bool:
    """Tell whether a person was deleted for good."""
    return session.get(DeletedSubject, _digest(subject)) is not None


def mark_deleted(session: Session, subject: str, now: datetime) -> None:
    """Note that a person was deleted for good. Before their row goes, or it could come again."""
    lock(session, subject)
    if not is_deleted(session, subject):
        session.add(DeletedSubject(digest=_digest(subject), deleted_at=now))


def hear(session: Session, message_id: str, now: datetime) -> bool:
    """Note that a message was heard, and forget those of long ago; False: it was heard before."""
    if session.get(ProviderMessage, message_id) is not None:
        return False
    session.add(ProviderMessage(id=message_id, received_at=now))
    session.exec(delete(ProviderMessage).where(col(ProviderMessage.received_at) < now - _HEARD_FOR))
    return True


def _digest(subject: str) -> str:
    return hashlib.sha256(subject.encode()).hexdigest()
