"""The port of identity: who is behind a request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts. First argument of every use case.

    Attributes:
        user_id: Their row.
        name: What the interviewer calls them.
        features: What their plan includes, as Clerk names it.
        limited: Whether the daily start limit counts for them. False for the one local person,
            whose own machine does the work.
    """

    user_id: UUID
    name: str
    features: frozenset[str] = frozenset()
    limited: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """What a request or an event tells about its sender.

    Attributes:
        headers: Lower-cased header names to values, as received.
        client_ip: Address of the peer; empty when unknown.
    """

    headers: Mapping[str, str]
    client_ip: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What an identity provider vouches for. See `Actor` and `User` for the fields."""

    subject: str
    name: str
    email: str | None = None
    features: frozenset[str] = frozenset()
    limited: bool = True


class Identity(Protocol):
    """Tells who is behind a visit."""

    async def identify(self, visit: Visit) -> Claim:
        """Return who is there.

        Raises:
            NotSignedIn: Nobody is, or what they show is not good.
        """
        ...
