"""Passes to the ear check: random, kept as digests in this process, good for one use."""

import hashlib
import secrets
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.engines.languages import ENGLISH

LIFETIME_SECONDS = 60.0
_ENTROPY_BYTES = 32
EXPIRED = marked("This check has expired. Read the sentence once more.")


@dataclass(frozen=True, slots=True)
class EarPass:
    """Whose it is, what they speak, and until when it is good, on the monotonic clock.

    Attributes:
        answer: The interview and the turn that asked, where an answer is given again; None where a
            sentence is only tried out.
    """

    person: UUID
    language: str
    until: float
    answer: tuple[UUID, UUID] | None = None


@dataclass(frozen=True, slots=True)
class EarPasses:
    """A person has one at a time. A restart forgets them, which costs another press."""

    clock: Clock
    _given: MutableMapping[str, EarPass] = field(default_factory=dict[str, EarPass], repr=False)

    def issue(
        self, actor: Actor, language: str = ENGLISH, answer: tuple[UUID, UUID] | None = None
    ) -> str:
        """Return a new pass: this person, 60 s, one use. An older one of theirs ends.

        Args:
            actor: Who speaks.
            language: What they speak, a code of `languages.LANGUAGES`.
            answer: See `EarPass`.
        """
        now = self.clock.monotonic()
        for digest, known in list(self._given.items()):
            if known.person == actor.user_id or known.until <= now:
                del self._given[digest]
        secret = secrets.token_urlsafe(_ENTROPY_BYTES)
        until = now + LIFETIME_SECONDS
        self._given[_digest(secret)] = EarPass(actor.user_id, language, until, answer)
        return secret

    def spend(self, secret: str) -> EarPass:
        """Spend a pass and return it.

        Raises:
            NotSignedIn: It is unknown, too old, or spent.
        """
        spent = self._given.pop(_digest(secret), None)
        if spent is None or spent.until <= self.clock.monotonic():
            raise NotSignedIn(_(EXPIRED))
        return spent


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
