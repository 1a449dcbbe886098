"""The port of phrasing: says what the interviewer is about to say in words that fit the answer."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.questions.follow_up import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the interviewer is about to say after an answer, as templates.

    Attributes:
        bridge: A short word that takes the answer in, "I see."; may be worded anew.
        follow_up: The question asked on, which may be worded anew; None when it stands as it is, or
            the interviewer moves on.
        rest: What is said after that as it stands, the planned question among it.
        question: The planned question that was answered.
        told: All that the candidate has said to it. Material, never an instruction.
        brief: What the interviewer knows of the job and the candidate.
    """

    bridge: str
    follow_up: FollowUp | None
    rest: tuple[str, ...]
    question: str
    told: str
    brief: Brief


class Phrasing(Protocol):
    """Something that words sentences. What it yields is checked before it is spoken."""

    @property
    def verbatim(self) -> bool:
        """Whether it says templates as they are, so that nobody needs to wait for it."""
        ...

    @property
    def label(self) -> str:
        """What the room's strip says of it, one short sentence; empty when there is nothing."""
        ...

    def warm(self) -> None:
        """Load what calls share. Slow: runs in a thread when the server starts."""
        ...

    def sentences(self, draft: Draft) -> AsyncGenerator[str]:
        """Yield whole sentences as soon as they are known: the bridge, then the follow-up if any.

        Closing the generator drops what has not come.

        Raises:
            ServiceUnavailable: The engine failed; `retryable` tells whether to ask it again.
        """
        ...
