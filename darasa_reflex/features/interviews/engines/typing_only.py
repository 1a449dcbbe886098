"""Ears for one language: the engines that hear it, and typing below them all."""

import contextlib
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.speech.speech import (
    Heard,
    Listener,
    Transcriber,
    Transcription,
)

_DEAF = sentence("Nothing here can hear you yet: please type your answers.")


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


def hearing(ears: Cast[Transcriber], language: str) -> Cast[Transcriber]:
    """Return ears as they hear a language, and typing as the last of them."""
    label = _DEAF
    if language != ENGLISH:
        label = sentence(
            "Nothing here can hear {language} yet: please type your answers.",
            language=in_english(language),
        )
    typing = Member[Transcriber]("typing", "typing", lambda: TypingOnly(label=label))
    return Cast((*(_hearing(one, language) for one in ears.members), typing))


def can_hear(ears: Cast[Transcriber], language: str) -> bool:
    """Whether an engine that is ready just now hears a language."""
    return not isinstance(hearing(ears, language).best, TypingOnly)


def _hearing(one: Member[Transcriber], language: str) -> Member[Transcriber]:
    return replace(one, make=lambda: one.engine.hearing(language))
