"""What identity providers tell of people, beside what tokens say."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.database.db import storable
from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.accounts import repository
from darasa_reflex.features.accounts.identity import Claim, Profile
from darasa_reflex.features.accounts.models import User

# What somebody without a name is called: "Hello there".
_NAMELESS = "there"
_MOST_NAME, _MOST_EMAIL = 200, 320
_NOBODY = marked("Nobody here has this e-mail address.")
_DELETED = marked("This account was deleted. To come back, make a new one.")


@dataclass(frozen=True, slots=True)
class Person:
    """A person as their row says.

    Attributes:
        name: What the interviewer calls them.
        is_unknown: Whether the identity provider has told nothing of them yet, beside a token.
    """

    user_id: UUID
    name: str
    is_unknown: bool


def find(session: Session, subject: str) -> Person | None:
    """Return a person who has a row; None: they have none."""
    user = repository.find(session, subject)
    return _person(user) if user else None


def with_email(session: Session, email: str) -> Person:
    """Return the person with an e-mail; of several, whoever came first.

    Raises:
        NotFound: Nobody has it.
    """
    user = repository.with_email(session, email)
    if user is None:
        raise NotFound(_NOBODY)
    return _person(user)


def admit(session: Session, claim: Claim) -> Person:
    """Return the person of a claim, with a row from now on.

    Raises:
        NotSignedIn: They were deleted.
    """
    repository.lock(session, claim.subject)
    refuse_deleted(session, claim.subject)
    return _person(repository.add(session, claim))


def refuse_deleted(session: Session, subject: str) -> None:
    """Let nobody in who was deleted.

    Raises:
        NotSignedIn: They were.
    """
    if repository.is_deleted(session, subject):
        raise NotSignedIn(_DELETED)


def complete(session: Session, profile: Profile) -> None:
    """Keep a profile that was asked for, unless the provider told of a change meanwhile."""
    repository.lock(session, profile.subject)
    user = repository.find(session, profile.subject)
    if user is not None and user.profile_at is None:
        _keep(user, profile)


def update(
    session: Session, message_id: str, profile: Profile, changed_at: datetime, now: datetime
) -> None:
    """Keep a profile that the provider sent, once, unless a newer one is known.

    What the person chose for themselves stays, and nobody who was deleted comes back.
    """
    repository.lock(session, profile.subject)
    is_news = repository.hear(session, message_id, now)
    if not is_news or repository.is_deleted(session, profile.subject):
        return
    user = repository.add(session, Claim(profile.subject, _NAMELESS))
    if user.profile_at is None or user.profile_at <= changed_at:
        _keep(user, profile)
        user.profile_at = changed_at


def _keep(user: User, profile: Profile) -> None:
    user.name = storable(profile.name).strip()[:_MOST_NAME] or user.name
    user.email = storable(profile.email or "").strip()[:_MOST_EMAIL] or None


def _person(user: User) -> Person:
    is_unknown = user.profile_at is None and (user.email is None or user.name == _NAMELESS)
    return Person(user.id, user.chosen_name or user.name, is_unknown)
