"""Sentences rendered while the candidate still speaks: a small cache of one call."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.speech.speech import Spoken, Synthesizer
from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.state.exchange import Answer

logger = logging.getLogger(__name__)

# A sentence of 5 s has 220 kB.
_MOST = 8
# Stands for an answer that has what the interviewer would ask for.
_SOME_ANSWER = (
    "When I was at work last year I built it myself with two others, and as a result it became "
    "40 percent faster for all customers."
)


def likely_sentences(dialogue: Dialogue, answer: Answer) -> tuple[str, ...]:
    """Return what the rules would say to an answer; nobody notices that they were asked."""
    return dialogue.copied().answer(answer).sentences


class Ahead:
    """The voice of one call, which may have spoken a sentence before it is wanted.

    It stays the same for the whole call: another one speaks only when its engine has failed.

    Attributes:
        voice: The engine.
        said: What speaks, and why nothing better, as sentences.
    """

    def __init__(self, voices: Cast[Synthesizer]) -> None:
        self._voices = voices
        self._speaking = voices.playing
        self.voice, self.said = self._speaking.engine, voices.sentences
        self._tasks: dict[str, asyncio.Task[Spoken]] = {}
        # One at a time: a sentence that is wanted now waits for one at most.
        self._turn = asyncio.Lock()

    def prepare(self, sentences: Sequence[str]) -> None:
        """Render sentences that are likely to be wanted soon, the first one first."""
        self._drop([text for text, task in self._tasks.items() if not task.done()], keep=sentences)
        for text in sentences:
            if text not in self._tasks:
                self._tasks[text] = asyncio.create_task(self._render(text))
        self._drop(list(self._tasks)[:-_MOST])

    async def speak(self, text: str) -> Spoken:
        """See `Synthesizer.speak`. When the engine fails, the next best speaks from then on."""
        task = self._tasks.pop(text, None)
        self._drop([other for other, its in self._tasks.items() if not its.done()])
        if task is not None:
            with contextlib.suppress(ServiceUnavailable):
                return await task
        try:
            return await self.voice.speak(text)
        except ServiceUnavailable as failure:
            if (instead := self._voices.after(self._speaking)) is None:
                raise
            logger.warning("the voice engine %s failed", failure.service)
            failed = sentence(
                "Not {engine}: It failed in this call; the next call tries it again.",
                engine=self._speaking.title,
            )
            self._speaking = instead
            self.voice, self.said = instead.engine, (instead.label, failed)
            return await self.speak(text)

    async def close(self) -> None:
        """Drop everything."""
        tasks = list(self._tasks.values())
        self._drop(list(self._tasks))
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _render(self, text: str) -> Spoken:
        async with self._turn:
            return await self.voice.speak(text)

    def _drop(self, texts: Sequence[str], keep: Sequence[str] = ()) -> None:
        for text in set(texts) - set(keep):
            task = self._tasks.pop(text)
            task.cancel()
            # Nobody waits for it any more, whatever became of it.
            task.add_done_callback(lambda done: done.cancelled() or done.exception())


def likely_answer(said: Sequence[str], *, spoken_ms: int, elapsed_ms: int) -> Answer:
    """Return what the dialogue would be told if the answer ended now.

    Args:
        said: What was said to the question so far; the last text is empty while it is being read.
        spoken_ms: How long it was spoken.
        elapsed_ms: Interview time.
    """
    *before, last = said
    text = " ".join([*before, last or _SOME_ANSWER])
    return Answer(text=text, spoken_ms=spoken_ms, elapsed_ms=elapsed_ms)
