"""Session tokens of Clerk, checked without asking Clerk.

https://clerk.com/docs/guides/sessions/session-tokens (read 2026-11).
"""

from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.types import Options

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import storable
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Claim, Proof, key_of
from darasa_reflex.providers.identity.clerk.grants import features_of

# Four times what a cookie may hold, and Clerk keeps its tokens in cookies.
_LONGEST_TOKEN = 16_384
_LEEWAY_SECONDS = 5
# Source: Clerk's session tokens live for a minute. One that lives longer is to be pushed again.
_LONGEST_LIFE_SECONDS = 60
_NEEDED: Options = {"require": ["exp", "iat", "nbf", "iss", "sub", "sid", "azp"]}
_NAMELESS = "there"
_MOST_SUBJECT, _MOST_NAME, _MOST_EMAIL = 200, 200, 320
_NOT_GOOD = "We could not check your sign-in. Please sign in again."


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tells good tokens from others, in a fraction of a millisecond.

    Attributes:
        key: Clerk signs with its private half.
        issuer: Who must have made a token.
        origins: On which of them it must have been asked for; else a page of somebody else could
            use a person's sign-in there.
    """

    key: RSAPublicKey = field(repr=False)
    issuer: str
    origins: frozenset[str]
    clock: Clock

    def proof(self, token: str) -> Proof:
        """Return what a token vouches for, and until when.

        Raises:
            NotSignedIn: It is not good.
        """
        if len(token) > _LONGEST_TOKEN:
            raise NotSignedIn(_NOT_GOOD)
        try:
            claims = self._checked(token)
        except (jwt.InvalidTokenError, ValueError):
            raise NotSignedIn(_NOT_GOOD) from None
        ends = min(int(claims["exp"]), self.clock.now().timestamp() + _LONGEST_LIFE_SECONDS)
        return Proof(_claim(claims), float(ends + _LEEWAY_SECONDS))

    def _checked(self, token: str) -> dict[str, Any]:
        claims: dict[str, Any] = jwt.decode(
            token, self.key, algorithms=["RS256"], issuer=self.issuer, leeway=_LEEWAY_SECONDS,
            options=_NEEDED,
        )  # fmt: skip
        if str(claims["azp"]) not in self.origins or claims.get("sts") == "pending":
            raise jwt.InvalidTokenError
        if not 0 < len(claims["sub"]) <= _MOST_SUBJECT:
            raise jwt.InvalidTokenError
        return claims


def _claim(claims: dict[str, Any]) -> Claim:
    """Return a token's claims as ours. Name and e-mail stand in it only if Clerk is set so."""
    return Claim(
        subject=claims["sub"],
        name=_text(claims.get("name"), _MOST_NAME) or _NAMELESS,
        email=_text(claims.get("email"), _MOST_EMAIL) or None,
        features=features_of(claims.get("fea")),
        sign_in=key_of(str(claims["sid"])),
    )


def _text(value: object, most: int) -> str:
    return storable(value).strip()[:most] if isinstance(value, str) else ""
