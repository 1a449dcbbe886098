"""Rough transcription with no key, no download and no network: pocketsphinx in child processes."""

import asyncio
import contextlib
import logging
import os
import queue
import threading
from collections.abc import AsyncGenerator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager

from darasa_reflex.core.child import ChildDied
from darasa_reflex.core.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.speech import (
    Heard,
    Listener,
    Transcriber,
    Transcription,
)
from darasa_reflex.features.interviews.engines.typing_only import TypingOnly
from darasa_reflex.providers.stt.pocketsphinx.child import SphinxChild

logger = logging.getLogger(__name__)

# A child costs 90 MB and, while somebody speaks, a quarter of a core.
_MOST_CHILDREN = max(2, min(8, 2 * (os.cpu_count() or 1)))
_TRIES = 2
_FAILED = "The transcription stopped working. Please say that again, or type your answer."

_ENGLISH_ONLY = "It hears English only."

_Ask = tuple[bytes, bytes, "Future[str]"]


class PocketsphinxTranscriber:
    """All calls share the children: one is taken for each stretch of speech, not for each call."""

    rough = True
    seats = None
    obstacle = None
    label = "Rough transcription: about one word in three may be wrong."

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_MOST_CHILDREN, thread_name_prefix="pocketsphinx")
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._preparing = threading.Lock()
        self._idle: list[SphinxChild] = []
        self._calls = 0

    def warm(self) -> None:
        """See `Transcriber.warm`: it loads within half a second."""

    def hearing(self, language: str) -> Transcriber:
        """See `Transcriber.hearing`: its models know English alone."""
        return self if language == ENGLISH else TypingOnly(obstacle=_ENGLISH_ONLY)

    def listen(self, hints: tuple[str, ...]) -> AbstractAsyncContextManager[Listener]:
        """See `Transcriber.listen`. This engine makes no use of hints."""
        del hints
        return self._listen()

    @contextlib.asynccontextmanager
    async def _listen(self) -> AsyncGenerator[Listener]:
        with self._lock:
            self._calls += 1
        # A child loads while the interviewer greets; silent calls share it.
        self._threads.submit(self._prepare)
        listener = _PocketsphinxListener(self._threads, self)
        try:
            yield listener
        finally:
            listener.close()
            with self._lock:
                self._calls -= 1
                spare = self._idle[1:] if self._calls == 0 else []
                self._idle = self._idle[: len(self._idle) - len(spare)]
            for child in spare:
                self._threads.submit(child.end)

    def children(self) -> list[int]:
        """Return the process ids of the children nobody uses just now."""
        with self._lock:
            return [child.pid for child in self._idle]

    # --- in threads ---

    def borrow(self) -> SphinxChild:
        """Return a child nobody uses, or a new one; either is ready.

        Raises:
            ChildDied: It died while it loaded.
        """
        # One loads at a time, so that whoever comes meanwhile finds it and starts no other.
        with self._loading:
            if child := self._take_idle():
                return child
            child = SphinxChild()
            try:
                child.wait_until_ready()
            except ChildDied:
                child.end()
                raise
            return child

    def give_back(self, child: SphinxChild) -> None:
        """Take a child back, ready for another utterance."""
        with self._lock:
            self._idle.append(child)

    def _take_idle(self) -> SphinxChild | None:
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.alive:
                    return child
                child.end()
        return None

    def _prepare(self) -> None:
        with contextlib.suppress(ChildDied), self._preparing:
            self.give_back(self.borrow())


class _PocketsphinxListener:
    """Begins utterances of one call and ends those left open."""

    def __init__(self, threads: ThreadPoolExecutor, engine: PocketsphinxTranscriber) -> None:
        self._threads = threads
        self._engine = engine
        self._open: list[_Utterance] = []

    def utterance(self) -> Transcription:
        """See `Listener.utterance`."""
        self._open = [one for one in self._open if not one.over]
        utterance = _Utterance(self._engine)
        self._open.append(utterance)
        self._threads.submit(utterance.run)
        return utterance

    def close(self) -> None:
        """Let the threads of unfinished utterances go."""
        for utterance in self._open:
            utterance.drop()


class _Utterance:
    """One utterance: pieces and questions in a queue, worked off by a thread with a child."""

    def __init__(self, engine: PocketsphinxTranscriber) -> None:
        self._engine = engine
        self._asks: queue.SimpleQueue[_Ask] = queue.SimpleQueue()
        self._pieces: list[bytes] = []
        self._tries = 0
        self.over = False

    # --- the event loop's side ---

    async def feed(self, pcm: bytes) -> None:
        """See `Transcription.feed`."""
        self._asks.put((b"A", pcm, Future()))

    async def so_far(self) -> Heard:
        """See `Transcription.so_far`."""
        return Heard(await self._ask(b"I"))

    async def finish(self) -> Heard:
        """See `Transcription.finish`."""
        return Heard(await self._ask(b"F"))

    def drop(self) -> None:
        """End it without asking for its text."""
        self._asks.put((b"X", b"", Future()))

    async def _ask(self, kind: bytes) -> str:
        answer: Future[str] = Future()
        self._asks.put((kind, b"", answer))
        return await asyncio.wrap_future(answer)

    # --- the thread's side ---

    def run(self) -> None:
        """Work off the queue until the utterance is finished or dropped."""
        child: SphinxChild | None = None
        while not self.over:
            kind, pcm, answer = self._asks.get()
            self.over = kind in {b"F", b"X"}
            if kind == b"A":
                self._pieces.append(pcm)
            child = self._serve(child, kind, pcm, answer)
        if child is not None:
            self._engine.give_back(child)
        self._pieces = []

    def _serve(
        self, child: SphinxChild | None, kind: bytes, pcm: bytes, answer: "Future[str]"
    ) -> SphinxChild | None:
        while self._tries < _TRIES and kind != b"X":
            try:
                if child is None:
                    child = self._replay()
                elif kind == b"A":
                    child.send(kind, pcm)
                if kind != b"A":
                    _settle(answer, child.ask(kind))
            except ChildDied:
                self._tries += 1
                logger.warning("a pocketsphinx child ended unexpectedly")
                if child is not None:
                    child.end()
                child = None
            else:
                return child
        if kind != b"A" and answer.set_running_or_notify_cancel():
            answer.set_exception(ServiceUnavailable("pocketsphinx", _FAILED, retryable=True))
        return child

    def _replay(self) -> SphinxChild:
        """Return a child that has heard all pieces so far."""
        child = self._engine.borrow()
        try:
            child.send(b"B")
            for piece in self._pieces:
                child.send(b"A", piece)
        except ChildDied:
            child.end()
            raise
        return child


def _settle(answer: "Future[str]", text: str) -> None:
    if answer.set_running_or_notify_cancel():
        answer.set_result(text)


def _build(keys: object) -> Transcriber:
    del keys
    return PocketsphinxTranscriber()


PROVIDER = Provider[Transcriber](
    name="pocketsphinx", title="Rough transcription", rank=0, build=_build
)
