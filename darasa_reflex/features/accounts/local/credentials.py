"""E-mails of accounts that this server keeps itself: what one may be, and whose it is."""

from uuid import UUID, uuid4

from sqlmodel import Session, select

from darasa_reflex.core.database.db import storable
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.models import Credential, User

_LONGEST_EMAIL, _LONGEST_NAME = 320, 100


def folded(email: str) -> str:
    """Return an e-mail as it is compared: without spaces around it, in one case."""
    return storable(email.strip().casefold())


def email_of(text: str) -> str:
    """Return a new account's e-mail, folded.

    Raises:
        InvalidInput: It does not look like one, or has more than 320 characters.
    """
    email = folded(text)
    person, at, host = email.rpartition("@")
    looks_like_one = bool(person and at and host) and " " not in email and email.isprintable()
    if not looks_like_one or len(email) > _LONGEST_EMAIL:
        raise InvalidInput("email", _("That is no e-mail address."))
    return email


def name_of(text: str) -> str:
    """Return what the interviewer will call a new person.

    Raises:
        InvalidInput: It is empty, or has more than 100 characters.
    """
    name = " ".join(storable(text).split())
    if not 0 < len(name) <= _LONGEST_NAME:
        raise InvalidInput("name", _("Your name has 1 to {most} characters.", most=_LONGEST_NAME))
    return name


def find(session: Session, email: str) -> Credential | None:
    """Return the account of a folded e-mail, or None."""
    return session.exec(select(Credential).where(Credential.email == email)).one_or_none()


def held(session: Session, user_id: UUID) -> Credential | None:
    """Return a person's account, and keep others from changing it in this transaction."""
    # The person first, as whoever deletes them does: signing in refers to their row.
    session.get(User, user_id, with_for_update={"read": True, "key_share": True})
    return session.get(Credential, user_id, with_for_update=True)


def add(session: Session, email: str, name: str, password_hash: str) -> None:
    """Insert a person with an account; an account that is there stays as it is."""
    if find(session, email):
        return
    user = User(subject=f"account:{uuid4()}", name=name, email=email)
    session.add(user)
    session.flush()
    session.add(Credential(user_id=user.id, email=email, password_hash=password_hash))
