"""Moments the candidate asked for: while one lasts nothing is answered, and it is no thinking."""

import re
from dataclasses import dataclass, field

from darasa_reflex.features.interviews import evi

_READY = re.compile(
    r"(?:(?:um+|uh+|okay|ok|so|yes|yeah|right|well|thanks|thank you|alright|all right|now) )*"
    r"(?:(?:i'm|i am|i think i'm|i think i am) (?:ready|back)|ready|(?:let's|let us|we can|i can) "
    r"(?:go on|continue)|(?:please )?(?:go on|continue))"
    r"(?: (?:now|again|please|to (?:go on|continue|answer)|thanks|thank you))*"
)


def says_ready(text: str) -> bool:
    """Whether a text says that a moment is over, and nothing else."""
    plain = re.sub(r"[^\w\s']", " ", text.lower().replace("\u2019", "'"))
    return _READY.fullmatch(" ".join(plain.split())) is not None


@dataclass(slots=True)
class Moments:
    """The moments of one call. All times are ms from its start."""

    _began_ms: int | None = None
    _over: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @property
    def lasting(self) -> bool:
        """Whether the interviewer is to wait now."""
        return self._began_ms is not None

    def take(self, message: evi.ClientMessage, now_ms: int, heard_ms: int) -> None:
        """Begin or end a moment if the message says so.

        Args:
            message: Of the client.
            now_ms: Now.
            heard_ms: When the interviewer has been heard to the end; a moment begins after that.
        """
        if isinstance(message, evi.ResumeAssistant):
            self.end(now_ms)
        elif isinstance(message, evi.PauseAssistant) and self._began_ms is None:
            self._began_ms = max(now_ms, heard_ms)

    def end(self, at_ms: int) -> None:
        """Note that it is over."""
        if self._began_ms is not None:
            self._over.append((self._began_ms, at_ms))
        self._began_ms = None

    def before(self, speech_ms: int, now_ms: int) -> int:
        """Return, once, how much of the moments so far lies before an answer's first word."""
        lasting = [] if self._began_ms is None else [(self._began_ms, now_ms)]
        held, self._over = [*self._over, *lasting], []
        if self.lasting:  # what of it was counted, is not counted again
            self._began_ms = now_ms
        return sum(max(0, min(end, speech_ms) - begin) for begin, end in held)
