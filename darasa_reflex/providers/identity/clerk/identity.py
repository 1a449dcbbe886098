"""Sign-in by Clerk: its components in the page, its tokens checked here.

https://clerk.com/docs (read 2026-11).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import SecretStr

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Claim, Door, Profile, Proof, Visit
from darasa_reflex.providers.identity.clerk import keys, names
from darasa_reflex.providers.identity.clerk.people import ClerkPeople
from darasa_reflex.providers.identity.clerk.tokens import Tokens

_API = "https://api.clerk.com"
_ENDED = "Your sign-in has ended. What you said is saved."


@dataclass(frozen=True, slots=True)
class ClerkIdentity:
    """See `Identity`. A person is there as long as their page pushes fresh tokens."""

    door: Door
    tokens: Tokens
    people: ClerkPeople
    clock: Clock

    async def identify(self, visit: Visit) -> Claim:
        """See `Identity.identify`. Cookies do not count: those of a socket never change."""
        if visit.proof is None:
            raise NotSignedIn
        if self.clock.now().timestamp() >= visit.proof.good_until:
            raise NotSignedIn(_ENDED)
        return visit.proof.claim

    async def prove(self, token: str) -> Proof:
        """See `Identity.prove`."""
        return self.tokens.proof(token)

    async def look_up(self, subject: str) -> Profile | None:
        """See `Identity.look_up`."""
        return await self.people.look_up(subject)

    async def remove(self, subject: str) -> bool:
        """See `Identity.remove`."""
        return await self.people.remove(subject)


def opened(
    given: Mapping[str, SecretStr], origins: Sequence[str], clock: Clock | None = None
) -> ClerkIdentity:
    """Return the identity that Clerk's keys stand for.

    Args:
        given: The keys by their names.
        origins: Where our pages come from.
        clock: Another one than the machine's.

    Raises:
        ServiceUnavailable: A key is broken.
    """
    clock = clock or SystemClock()
    publishable = given[names.PUBLISHABLE].get_secret_value().strip()
    frontend = keys.frontend_of(publishable)
    address = given[names.ADDRESS].get_secret_value() if names.ADDRESS in given else _API
    if names.SIGNING in given:
        keys.check_signing(given[names.SIGNING])
    return ClerkIdentity(
        Door("clerk", publishable, frontend),
        Tokens(keys.public_key(given[names.PEM]), frontend, frozenset(origins), clock),
        ClerkPeople(keys.api_key(given[names.SECRET]), keys.api_address(address)),
        clock,
    )
