"""The port of flood limits: how often somebody may ask, for whatever."""

from dataclasses import dataclass
from typing import Literal, Protocol

FloodKind = Literal[
    "event",
    "socket",
    "sign_in",
    "sign_in_pair",
    "sign_in_account",
    "sign_in_known",
    "sign_up",
    "webhook",
    "request",
    "api",
    "shared",
    "comment",
]


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times in so many seconds, in a sliding window."""

    times: int
    seconds: int


# Per address, except `event` (per person, or address of nobody), `api` (per person), `comment` (per
# link to a report), `sign_in_pair` (per e-mail and address), `sign_in_account` (per e-mail; beyond
# it a sign-in is slow, and not refused, so that nobody can lock out somebody else) and
# `sign_in_known` (per browser that was signed in to the account before; the others do not count
# for it).
# A busy call sends about two events a second; an office behind one address opens many sockets.
RATES: dict[FloodKind, Rate] = {
    "event": Rate(600, 60),
    "socket": Rate(120, 60),
    "sign_in": Rate(30, 300),
    "sign_in_pair": Rate(10, 300),
    "sign_in_account": Rate(10, 300),
    "sign_in_known": Rate(10, 300),
    "sign_up": Rate(10, 3_600),
    "webhook": Rate(600, 60),
    "request": Rate(1_200, 60),
    "api": Rate(300, 60),
    "shared": Rate(60, 60),
    "comment": Rate(30, 600),
}


class Floods(Protocol):
    """Counts requests, for all servers together where there is a place to count in."""

    async def allows(self, kind: FloodKind, who: str) -> bool:
        """Count one request; False when there were too many.

        Args:
            kind: What is asked for.
            who: An address, a person's id or a folded e-mail. Kept as a digest.
        """
        ...

    async def answers(self) -> bool | None:
        """Tell whether the place answers where all servers count together; None: there is none."""
        ...
