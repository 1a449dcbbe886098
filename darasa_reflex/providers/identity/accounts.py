"""Accounts with e-mail and password that this server keeps itself."""

from collections.abc import Mapping

from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import (
    Claim,
    Door,
    Identity,
    Profile,
    Proof,
    SignInBook,
    Visit,
)
from darasa_reflex.features.accounts.local.cookies import secret_in

_ENDED = "Your sign-in has ended. Please sign in again."


class AccountsIdentity:
    """Whoever's browser has the cookie of a sign-in that is still good."""

    door = Door("form")

    def __init__(self, sign_ins: SignInBook) -> None:
        self._sign_ins = sign_ins

    async def identify(self, visit: Visit) -> Claim:
        """See `Identity.identify`. Asked for every event, so that signing out acts at once."""
        secret = secret_in(visit.headers)
        if secret is None:
            raise NotSignedIn
        claim = await self._sign_ins.holder(secret)
        if claim is None:
            raise NotSignedIn(_ENDED)
        return claim

    async def prove(self, token: str) -> Proof:
        """See `Identity.prove`. A cookie that no script can read takes the place of tokens."""
        del token
        raise NotSignedIn

    async def look_up(self, subject: str) -> Profile | None:
        """See `Identity.look_up`."""
        del subject

    async def remove(self, subject: str) -> bool:
        """See `Identity.remove`. The account goes with the person's row."""
        del subject
        return False


def _build(keys: Mapping[str, SecretStr], sign_ins: SignInBook) -> Identity:
    del keys
    return AccountsIdentity(sign_ins)


PROVIDER = Provider[Identity](
    name="accounts",
    title="Accounts kept by this server",
    rank=1,
    needs=("DARASA_LOCAL_ACCOUNTS",),
    parts=("sign_ins",),
    build=_build,
)
