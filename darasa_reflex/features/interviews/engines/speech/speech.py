"""The ports of ears and mouth: transcription and synthesis for interviewers that need them."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word and when it was said: in ms from the start of its utterance, unless told otherwise."""

    text: str
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcribed utterance.

    Attributes:
        text: Written text. Empty: no words.
        confidence: 0 to 1; None when the engine gives none.
        words: The same words with their times; empty when the engine gives none.
    """

    text: str
    confidence: float | None = None
    words: tuple[HeardWord, ...] = ()


class Transcription(Protocol):
    """One utterance being transcribed while it is spoken."""

    async def feed(self, pcm: bytes) -> None:
        """Take the next piece: 16-bit mono PCM at 16 kHz."""
        ...

    async def so_far(self) -> Heard:
        """Return a provisional transcript."""
        ...

    async def finish(self) -> Heard:
        """Return the transcript of all that was fed. The object is used up then.

        Raises:
            ServiceUnavailable: The engine died.
        """
        ...


class Transcriber(Protocol):
    """An engine that turns speech into text: English, or what `hearing` was asked for."""

    @property
    def obstacle(self) -> str | None:
        """Why it cannot be used just now, as a sentence; None when it can."""
        ...

    @property
    def label(self) -> str:
        """What pages say of it, one short sentence."""
        ...

    @property
    def seats(self) -> int | None:
        """How many calls it can hear at once on this machine.

        None: that is not known yet, or does not matter.
        """
        ...

    def warm(self) -> None:
        """Load its model and measure this machine. Slow: runs in a thread of its own."""
        ...

    def hearing(self, language: str) -> "Transcriber":
        """Return this engine as it hears a language, a code of `languages.LANGUAGES`.

        What it returns has an obstacle of its own when it cannot.
        """
        ...

    def listen(self, hints: tuple[str, ...]) -> AbstractAsyncContextManager["Listener"]:
        """Open a session for one call; `hints` are words the speaker is likely to use."""
        ...


class Listener(Protocol):
    """A session of one call."""

    def utterance(self) -> Transcription:
        """Begin a new utterance."""
        ...


@dataclass(frozen=True, slots=True)
class Spoken:
    """Synthesised speech.

    Attributes:
        pcm: 16-bit mono PCM.
        hz: Its sample rate; the same for all that one engine speaks.
    """

    pcm: bytes
    hz: int

    @property
    def milliseconds(self) -> int:
        """How long it plays."""
        return len(self.pcm) * 500 // self.hz


class Synthesizer(Protocol):
    """An engine that turns text into speech."""

    @property
    def obstacle(self) -> str | None:
        """See `Transcriber.obstacle`."""
        ...

    @property
    def label(self) -> str:
        """What pages say of it, one short sentence."""
        ...

    async def speak(self, text: str) -> Spoken:
        """Return one or two sentences as speech.

        Raises:
            ServiceUnavailable: The engine died.
        """
        ...


@runtime_checkable
class Polyglot(Protocol):
    """A synthesizer that speaks more than one language; others speak English."""

    def speaking(self, language: str) -> Synthesizer:
        """Return this engine as it speaks a language, a code of `languages.LANGUAGES`.

        What it returns has an obstacle of its own when it cannot.
        """
        ...


@runtime_checkable
class SlowToLoad(Protocol):
    """A synthesizer whose first sentence would wait until its voice is loaded."""

    def warm(self) -> None:
        """Load the voice. Slow: runs in a thread of its own."""
        ...


class ModelShelf(Protocol):
    """Knows where the models of engines lie on this machine, if they were fetched."""

    def folder_of(self, key: str) -> Path | None:
        """Return the folder of a whole and checked model; None when it is not there."""
        ...
