"""The port of identity: who is behind a request, and how people come in."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

# Nobody signs in · e-mail and password, kept by this server · the components of Clerk.
DoorKind = Literal["open", "form", "clerk"]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts. First argument of every use case.

    Attributes:
        user_id: Their row.
        name: What the interviewer calls them.
        features: What their plan includes, as Clerk names it. None: nobody sells plans here.
        limited: Whether the daily start limit counts for them. False for the one local person,
            whose own machine does the work.
        sign_in: See `key_of`: the sign-in that they act by; None: nobody signs in here.
    """

    user_id: UUID
    name: str
    features: frozenset[str] | None = None
    limited: bool = True
    sign_in: str | None = None


def key_of(sign_in: str) -> str:
    """Return the key of a sign-in, from its cookie's secret or its provider's name: SHA-256."""
    return hashlib.sha256(sign_in.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Claim:
    """What an identity provider vouches for. See `Actor` and `User` for the fields."""

    subject: str
    name: str
    email: str | None = None
    features: frozenset[str] | None = None
    limited: bool = True
    sign_in: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A token of a provider that was found good.

    Attributes:
        claim: What it vouches for.
        good_until: Unix time, in seconds.
    """

    claim: Claim
    good_until: float


@dataclass(frozen=True, slots=True)
class Visit:
    """What a request or an event tells about its sender.

    Attributes:
        headers: Lower-cased header names to values, as received.
        client_ip: Address of the peer; empty when unknown.
        proof: Of the newest token that the sender's page has pushed; None: none, or taken back.
    """

    headers: Mapping[str, str]
    client_ip: str
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What an identity provider knows of a person.

    Attributes:
        name: What they are called; empty when unknown.
    """

    subject: str
    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """How people come in, for the pages.

    Attributes:
        publishable_key: Tells the provider's components whose they are; empty without such.
        script_origin: Where those components load the provider's scripts from; empty without.
    """

    kind: DoorKind
    publishable_key: str = ""
    script_origin: str = ""


class Identity(Protocol):
    """Tells who is behind a visit."""

    @property
    def door(self) -> Door:
        """How people come in."""
        ...

    async def identify(self, visit: Visit) -> Claim:
        """Return who is there.

        Raises:
            NotSignedIn: Nobody is, or what they show is not good, or not any more.
        """
        ...

    async def prove(self, token: str) -> Proof:
        """Check a token that a page has pushed.

        Raises:
            NotSignedIn: It is not good, or this provider has no tokens.
        """
        ...

    async def look_up(self, subject: str) -> Profile | None:
        """Return what the provider knows of a person; None when it knows no more than its claims.

        Raises:
            ServiceUnavailable: It cannot be asked.
        """
        ...

    async def remove(self, subject: str) -> bool:
        """Delete a person at the provider; False when there is nothing of theirs elsewhere.

        Raises:
            ServiceUnavailable: It cannot be asked, or refuses.
        """
        ...


class SignInBook(Protocol):
    """Knows which browsers are signed in to accounts that this server keeps itself."""

    async def holder(self, secret: str) -> Claim | None:
        """Return whose sign-in a cookie's secret stands for; None when it is not good."""
        ...
