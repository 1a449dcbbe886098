"""Ears for one language: the ladder of engines that hear it, and typing below them all."""

import contextlib
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from darasa_reflex.features.interviews.engines.ladder import Ladder, Rung
from darasa_reflex.features.interviews.engines.languages import in_english
from darasa_reflex.features.interviews.engines.speech import (
    Heard,
    Listener,
    Transcriber,
    Transcription,
)


@dataclass(frozen=True, slots=True)
class TypingOnly:
    """Stands where nothing can hear a language: understands no word, and never fails.

    Attributes:
        obstacle: See `Transcriber.obstacle`.
        label: See `Transcriber.label`.
    """

    obstacle: str | None = None
    label: str = ""

    @property
    def rough(self) -> bool:
        """See `Transcriber.rough`: there are no words that could be wrong."""
        return False

    @property
    def seats(self) -> int | None:
        """See `Transcriber.seats`: who types needs none."""
        return None

    def warm(self) -> None:
        """See `Transcriber.warm`: there is nothing to load."""

    def hearing(self, language: str) -> Transcriber:
        """See `Transcriber.hearing`."""
        del language
        return self

    def listen(self, hints: tuple[str, ...]) -> AbstractAsyncContextManager[Listener]:
        """See `Transcriber.listen`."""
        del hints
        return _listen()


@contextlib.asynccontextmanager
async def _listen() -> AsyncGenerator[Listener]:
    yield _Silent()


class _Silent:
    """A session, and every utterance of it, in which no words are understood."""

    def utterance(self) -> Transcription:
        """See `Listener.utterance`."""
        return self

    async def feed(self, pcm: bytes) -> None:
        """See `Transcription.feed`."""
        del pcm

    async def so_far(self) -> Heard:
        """See `Transcription.so_far`."""
        return Heard("")

    async def finish(self) -> Heard:
        """See `Transcription.finish`."""
        return Heard("")


def hearing(ladder: Ladder[Transcriber], language: str) -> Ladder[Transcriber]:
    """Return the engines of a ladder as they hear a language, and typing as the last rung."""
    label = f"Nothing here can hear {in_english(language)} yet: please type your answers."
    rungs = [Rung(rung.title, rung.engine.hearing(language)) for rung in ladder.rungs]
    return Ladder((*rungs, Rung("typing", TypingOnly(label=label))))


def can_hear(ladder: Ladder[Transcriber], language: str) -> bool:
    """Whether an engine that is ready just now hears a language."""
    return not isinstance(hearing(ladder, language).best, TypingOnly)
