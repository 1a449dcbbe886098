"""An answer spoken once more: heard by the ear of interviews, kept as words. No sound is kept."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from darasa_reflex.core.errors import DarasaError, NotFound, ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.call.line import Line, part
from darasa_reflex.features.interviews.device_check.ear_check import EarCheck, Refusal, sound
from darasa_reflex.features.interviews.device_check.ear_passes import EarPass
from darasa_reflex.features.interviews.engines.speech.speech import Listener
from darasa_reflex.features.interviews.engines.typing_only import can_hear, hearing
from darasa_reflex.features.practice.phrases import Phrase, Phrases
from darasa_reflex.features.practice.service import Attempts, Spoken

# Listeners stop listening after two or three minutes.
LONGEST_SECONDS = 240
# For the last phrase, on a busy machine or with a model that still loads.
_LONGEST_WAIT_SECONDS = 60.0
_TOO_SLOW = marked("That took too long, and nothing was kept. Try again, or type your answer.")
_DEAF = marked("Nothing here can hear you yet. Please type your answer.")


class Caption(BaseModel):
    """What was heard so far, while it is spoken."""

    type: Literal["caption"] = "caption"
    text: str


class KeptAttempt(BaseModel):
    """The attempt is kept; `number` is its own."""

    type: Literal["kept"] = "kept"
    number: int


@dataclass(frozen=True, slots=True)
class Speaking:
    """Listens to attempts, with the seats and passes of the ear check."""

    ears: EarCheck
    attempts: Attempts

    def hears(self, language: str) -> bool:
        """Tell whether something hears a language just now."""
        return can_hear(self.ears.ears, language)

    async def hear(self, spent: EarPass, line: Line) -> None:
        """Take linear16 as EVI announces it, until `END`; send captions, and that it is kept.

        Raises:
            LineClosed: The peer left before the end; nothing is kept.
        """
        try:
            async with asyncio.timeout(LONGEST_SECONDS + _LONGEST_WAIT_SECONDS):
                told = KeptAttempt(number=await self._kept(spent, line))
        except TimeoutError:
            told = Refusal(message=_(_TOO_SLOW))
        except DarasaError as refusal:
            told = Refusal(message=refusal.message)
        await line.send(told.model_dump_json())
        await part(line, closes=True)

    async def _kept(self, spent: EarPass, line: Line) -> int:
        if spent.answer is None:
            raise NotFound
        if not self.hears(spent.language):
            raise ServiceUnavailable("stt", _(_DEAF), retryable=False)
        with self.ears.seat(spent.person):
            engine = hearing(self.ears.ears, spent.language).best
            async with engine.listen(()) as listener:
                heard = await _heard(listener, line)
        return await self.attempts.keep_spoken(spent.person, *spent.answer, heard)


async def _heard(listener: Listener, line: Line) -> Spoken:
    texts: list[str] = []
    words: list[tuple[str, int, int]] = []
    segments: list[tuple[int, int]] = []
    async with aclosing(_phrases(line)) as phrases:
        async for phrase in phrases:
            utterance = listener.utterance()
            await utterance.feed(phrase.pcm)
            found = await utterance.finish()
            if not found.text.strip():
                continue
            texts.append(found.text.strip())
            own = [
                (word.text, phrase.began_ms + word.begin_ms, phrase.began_ms + word.end_ms)
                for word in found.words
            ]
            words += own
            if own:
                segments.append((own[0][1], own[-1][2]))
            await line.send(Caption(text=" ".join(texts)).model_dump_json())
    return Spoken(" ".join(texts), tuple(words), tuple(segments))


async def _phrases(line: Line) -> AsyncGenerator[Phrase]:
    cutting = Phrases()
    async with aclosing(sound(line, LONGEST_SECONDS)) as pieces:
        async for piece in pieces:
            for phrase in cutting.take(piece):
                yield phrase
    for phrase in cutting.finish():
        yield phrase
