"""A stretch of speech on its way to words, and when in the call each of them was said."""

import asyncio
from dataclasses import dataclass, replace

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.speech import Heard, HeardWord, Transcription
from darasa_reflex.providers.interviewer.local.ears.echo import Echo

# For what is left to transcribe at the end; longer means that the engine hangs.
_LONGEST_WAIT_SECONDS = 15.0
# Stands for a stretch in which nobody but the interviewer was heard.
ECHO = Heard("")

# None: the engine failed.
Read = asyncio.Task[Heard | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine is fed of one stretch. Times are ms from the start of the call.

    Attributes:
        from_ms: When its sound begins: some padding before the speech.
        began_ms: When its speech begins.
    """

    transcription: Transcription
    from_ms: float
    began_ms: float

    def read(self, ended_ms: float, echo: Echo | None) -> Read:
        """Return its words, with times on the clock of the call; it is used up then.

        Args:
            ended_ms: When its speech ended.
            echo: Knows the interviewer's words, if they were heard at the same time.
        """
        return asyncio.create_task(self._read(ended_ms, echo))

    async def _read(self, ended_ms: float, echo: Echo | None) -> Heard | None:
        try:
            async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
                heard = await self.transcription.finish()
        except (ServiceUnavailable, TimeoutError):
            return None
        placed = replace(heard, words=self._placed(heard.words, ended_ms))
        return _own(placed, echo) if echo else placed

    def _placed(self, words: tuple[HeardWord, ...], ended_ms: float) -> tuple[HeardWord, ...]:
        # Engines stretch words into the silence beside them; where speech is, the VAD knows better.
        def at(milliseconds: int) -> int:
            return round(min(max(self.from_ms + milliseconds, self.began_ms), ended_ms))

        return tuple(HeardWord(one.text, at(one.begin_ms), at(one.end_ms)) for one in words)


def joined(parts: list[Heard | None]) -> Heard:
    """Return what was heard in several stretches as one; without words if some have no times."""
    heard = [one for one in parts if one and one.text]
    known = all(one.words for one in heard)
    return Heard(
        " ".join(one.text for one in heard),
        words=tuple(word for one in heard for word in one.words) if known else (),
    )


def _own(heard: Heard, echo: Echo) -> Heard:
    """Return what the candidate said of it."""
    words = heard.text.split()
    own = echo.own(words)
    if words and not own:
        return ECHO
    # An engine that cuts words where no blank is does not tell which of them are left.
    kept = tuple(heard.words[at] for at in own) if len(heard.words) == len(words) else ()
    return replace(heard, text=" ".join(words[at] for at in own), words=kept)
