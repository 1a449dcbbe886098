"""Whom a command acts for."""

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.accounts.identity import Actor, Visit
from darasa_reflex.wiring import services

_WHOSE = "People sign in on this server. Say whom this is for: --as EMAIL"


async def actor_of(email: str | None) -> Actor:
    """Return the person with an e-mail; without one, the local person of a server for one.

    Whoever may run commands may read the database, so nothing is proved here.

    Raises:
        NotFound: Nobody has this e-mail.
        ServiceUnavailable: People sign in here, and none of them was named.
    """
    own = services()
    if email is not None:
        return await own.accounts.by_email(email)
    if own.door.kind != "open":
        raise ServiceUnavailable("identity", _WHOSE, retryable=False)
    return await own.accounts.actor(Visit({"host": "localhost"}, "127.0.0.1"))
