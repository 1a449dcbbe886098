"""Places: what a person may still hold, and what a start keeps of it until its call connects.

Who reads or changes places locks the person first; that is what makes tabs and servers agree.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.errors import AllowanceUsedUp, NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts import bucket, plans
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.start import ticket

# From a ticket's issue. It may be spent in its last second, and no engine takes longer than the
# rest to open.
RESERVED = ticket.LIFETIME + timedelta(seconds=30)


def lock(session: Session, user_id: UUID) -> None:
    """Let nobody else change this person's places until the transaction ends.

    Rows that refer to the person may still be written. On SQLite the transaction itself locks.
    """
    session.get(User, user_id, with_for_update={"key_share": True})


def used(session: Session, user_id: UUID) -> int:
    """Return how many interviews of a person ever connected, deleted ones among them."""
    return session.get_one(User, user_id).interviews_held


def reserve(
    session: Session, actor: Actor, interview: Interview, included: int | None, now: datetime
) -> None:
    """Keep a place, and a token of the day's bucket, for an interview that is to connect.

    One that has connected keeps what it has. The person is locked.

    Args:
        session: An open write transaction.
        actor: Whose interview it is.
        interview: May be new, and may keep a place already.
        included: How many interviews the person may hold; None for any number.
        now: On the server's clock.

    Raises:
        AllowanceUsedUp: The plan, or the day, allows no more interviews.
    """
    if interview.chat_id is not None:
        return
    others = [one for one in _waiting(session, actor.user_id, now) if one.id != interview.id]
    if included is not None:
        _check(actor, used(session, actor.user_id), others, included)
    if actor.limited and not interview.paid:
        bucket.take(session, actor.user_id, now)
        interview.paid = True
    interview.reserved_until = now + RESERVED
    session.add(interview)
    session.flush()


def give_back(session: Session, owner_id: UUID, interview: Interview, now: datetime) -> None:
    """Take back what an interview keeps, unless it has connected. The person is locked."""
    if interview.chat_id is not None:
        return
    if interview.paid:
        bucket.give_back(session, owner_id, now)
    interview.paid, interview.reserved_until = False, None
    session.add(interview)


def use(session: Session, owner_id: UUID, interview: Interview, allowance: int | None) -> None:
    """Count an interview as held when its first call connects. The person is locked.

    Raises:
        NotSignedIn: Its place was taken back meanwhile.
        AllowanceUsedUp: The person has held as many as `allowance` meanwhile.
    """
    if interview.chat_id is not None:
        return
    if interview.reserved_until is None:
        raise NotSignedIn(_(ticket.EXPIRED))
    user = session.get_one(User, owner_id)
    if allowance is not None and user.interviews_held >= allowance:
        raise AllowanceUsedUp(_("All interviews that you may hold are used."))
    user.interviews_held += 1
    interview.reserved_until = None
    session.add_all([user, interview])


def _waiting(session: Session, owner_id: UUID, now: datetime) -> list[Interview]:
    """Return the interviews that keep a place; those whose time has run out give theirs back."""
    kept: list[Interview] = []
    for interview in repository.reserving(session, owner_id):
        if interview.reserved_until is not None and interview.reserved_until > now:
            kept.append(interview)
        else:
            give_back(session, owner_id, interview, now)
    return kept


def _check(actor: Actor, used: int, waiting: list[Interview], included: int) -> None:
    beyond = used + len(waiting) - included
    if beyond < 0:
        return
    ends = [one.reserved_until for one in waiting if one.reserved_until is not None]
    # When places must be given back before one is free, the first that ends does not help.
    frees_at = sorted(ends)[beyond] if used < included else None
    raise plans.no_interview_left(actor, included, frees_at)
