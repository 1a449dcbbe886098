"""Reads and writes of people."""

from sqlmodel import Session, select

from darasa_reflex.features.accounts.identity import Claim
from darasa_reflex.features.accounts.models import User


def find(session: Session, subject: str) -> User | None:
    """Return the person an identity provider calls `subject`, or None."""
    return session.exec(select(User).where(User.subject == subject)).one_or_none()


def add(session: Session, claim: Claim) -> User:
    """Insert the person a claim speaks of, or return them if another request was faster."""
    if found := find(session, claim.subject):
        return found
    user = User(subject=claim.subject, name=claim.name, email=claim.email)
    session.add(user)
    session.flush()
    return user
