"""The stretches of speech of the open answer, on their way to words while it goes on."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.speech import Heard
from darasa_reflex.providers.interviewer.local.ears.echo import Echo
from darasa_reflex.providers.interviewer.local.ears.endpointing import PADDING_MS
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.ears.reading import Read, Reading, joined
from darasa_reflex.providers.interviewer.local.ears.unread import UnreadSound
from darasa_reflex.providers.interviewer.local.ears.vad import WINDOW

WINDOW_MS = WINDOW * 1000 / HEARD_HZ
# Engines keep the whole phrase in memory, and a talker without a breath would never be read.
_LONGEST_PHRASE_MS = 25_000


@dataclass(slots=True)
class PhraseReader:
    """Every stretch of speech is a phrase of its own to the engine. Times are ms of the call.

    So only the last phrase is still being read when the patience ends, and mostly not even that.

    Attributes:
        room: For sound that is not read yet.
        finished: The phrases that are complete, read or being read.
    """

    listener: Hearing
    room: UnreadSound = field(default_factory=UnreadSound)
    finished: list[Read] = field(default_factory=list[Read])
    # Sound before speech that is known to be speech only a little later.
    _kept: deque[tuple[float, bytes]] = field(default_factory=deque[tuple[float, bytes]])
    _open: Reading | None = None
    # Of answers that are over: their words are still to come.
    _taken: set[asyncio.Task[Heard | None]] = field(default_factory=set[asyncio.Task[Heard | None]])

    @property
    def reading(self) -> bool:
        """Whether a phrase is being spoken."""
        return self._open is not None

    async def hear(self, window: bytes, began_ms: float, wanted_from_ms: float) -> None:
        """Take the next `WINDOW` of sound; before speech, keep of it what may be needed."""
        if self._open is not None:
            await self._open.feed(window)
            return
        self._kept.append((began_ms, window))
        while self._kept and self._kept[0][0] + WINDOW_MS < wanted_from_ms:
            self._kept.popleft()

    async def begin(self, began_ms: int) -> list[bytes]:
        """Begin a phrase with speech that began a moment ago; return its sound so far."""
        since = began_ms - PADDING_MS - WINDOW_MS
        windows = [(at, window) for at, window in self._kept if at >= since]
        from_ms = windows[0][0] if windows else float(began_ms)
        opened = self._opened(from_ms, began_ms)
        for _, window in windows:
            await opened.feed(window)
        self._kept.clear()
        return [window for _, window in windows]

    def split(self, now_ms: int, echo: Echo | None) -> None:
        """Read a phrase that has become too long, and go on with another one."""
        if self._open is not None and now_ms - WINDOW_MS - self._open.from_ms > _LONGEST_PHRASE_MS:
            self.finish(now_ms, echo)
            self._opened(now_ms, now_ms)

    def finish(self, ended_ms: int, echo: Echo | None) -> None:
        """Have the open phrase read. See `Reading.read`."""
        if self._open is not None:
            self.finished.append(self._open.read(ended_ms, echo))
            self._open = None

    def take(self) -> tuple[Read, ...]:
        """Return all phrases of an answer that is over."""
        taken, self.finished = tuple(self.finished), []
        for read in taken:
            self._taken.add(read.task)
            read.task.add_done_callback(self._taken.discard)
        return taken

    async def so_far(self) -> str:
        """Return the words that are understood already."""
        heard = [read.heard for read in self.finished]
        if self._open is not None:
            try:
                heard.append(await self._open.transcription.so_far())
            except ServiceUnavailable:
                heard.append(None)
        return joined(heard).text

    async def close(self) -> set[asyncio.Task[Heard | None]]:
        """Drop the open answer; return what is still being read of those that are over."""
        if self._open is not None:
            self._open.drop()
        dropped = [read.task for read in self.finished]
        for task in dropped:
            task.cancel()
        await asyncio.gather(*dropped, return_exceptions=True)
        return set(self._taken)

    def _opened(self, from_ms: float, began_ms: float) -> Reading:
        self._open = Reading(self.listener.utterance(), from_ms, began_ms, self.room)
        return self._open
