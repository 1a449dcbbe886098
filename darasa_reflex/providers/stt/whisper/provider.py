"""Good transcription, once its model was fetched: Whisper in one child process for all calls."""

import asyncio
import contextlib
import copy
import json
import logging
import threading
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.processes.child import ChildDied
from darasa_reflex.core.processes.desk import Desk
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.speech.speech import (
    Heard,
    HeardWord,
    Listener,
    ModelShelf,
    Transcriber,
    Transcription,
)
from darasa_reflex.providers.stt.whisper.worker import HEADER

logger = logging.getLogger(__name__)

# Better first. A machine on which the first is too slow takes the second, if it is there.
ENGLISH_MODELS = ("whisper-base.en", "whisper-tiny.en")
# As large as base.en; of English it hears less well, so it serves only where no other is there.
MANY_LANGUAGES = "whisper-base"
MODELS = (*ENGLISH_MODELS, MANY_LANGUAGES)
# Stands for any other language than English: one model hears them all.
_ANOTHER = "any"
_WORKER = f"{__package__}.worker"
# A machine that is ten times too busy is slow; it does not hang. The same while a model loads.
_LONGEST_SECONDS, _LONGEST_LOAD_SECONDS = 90.0, 120.0
# Of a usual phrase: its window is read once, and its words and their times take as long again.
_READS = 2.0
# When all stop speaking in the same moment, the last of them is read within this time.
_LONGEST_QUEUE_SECONDS = 4.0
# With more the last phrase is not read before the usual patience of 1.5 s ends: it is known to be
# over after 0.3 s, and its words take 0.4 s. Source: measured on two cores, where base.en takes
# 0.64 s for the window of a usual phrase, and tiny.en 0.27 s.
SLOW_ENCODE_SECONDS = 0.8
# Whisper's prompt has 224 tokens, and cuts from the front what is too long.
_PROMPT_CHARACTERS = 600
_NOT_FETCHED = sentence("Its model is not fetched yet.")
_NOT_FETCHED_FOR_MANY = sentence("Its model for many languages is not fetched yet.")
_NOT_LOADED = sentence("Its model could not be loaded; remove it and fetch it again.")
_FAILED = marked("The transcription stopped working. Please say that again, or type your answer.")


class WhisperTranscriber:
    """All calls share one child, which reads their phrases one after the other.

    A call keeps the model that it began with until it listens anew.

    Args:
        shelf: Where models are found.
        slow_encode_seconds: A machine that takes longer for a window uses the smaller model.
    """

    def __init__(self, shelf: ModelShelf, slow_encode_seconds: float = SLOW_ENCODE_SECONDS) -> None:
        self._shelf = shelf
        self._language = ENGLISH
        self._slow_encode_seconds = slow_encode_seconds
        self._desks: dict[str, Desk] = {}
        self._users: Counter[str] = Counter()
        self._slow: set[str] = set()
        self._failed: set[str] = set()
        self._opening = asyncio.Lock()
        self._making = threading.Lock()

    @property
    def obstacle(self) -> str | None:
        """See `Transcriber.obstacle`."""
        if self._usable():
            return None
        if self._failed.intersection(_models_for(self._language)):
            return _NOT_LOADED
        return _NOT_FETCHED if self._language == ENGLISH else _NOT_FETCHED_FOR_MANY

    @property
    def label(self) -> str:
        """See `Transcriber.label`."""
        model = next(iter(self._usable()), _models_for(self._language)[0])
        return sentence(
            "Whisper transcription ({model}); it leaves out um and uh.",
            model=model.removeprefix("whisper-"),
        )

    @property
    def seats(self) -> int | None:
        """See `Transcriber.seats`."""
        usable = self._usable()
        desk = self._desks.get(usable[0]) if usable else None
        if desk is None or not desk.told:
            return None
        reading_seconds = _READS * json.loads(desk.told)["encode_seconds"]
        return max(1, int(_LONGEST_QUEUE_SECONDS / reading_seconds))

    def warm(self) -> None:
        """See `Transcriber.warm`: loads the model that this machine is fast enough for."""
        while usable := self._usable():
            model = usable[0]
            try:
                told = json.loads(self._desk(model).begin().result())
            except ChildDied as died:
                self._note_failure(model, died)
                return
            if told["encode_seconds"] <= self._slow_encode_seconds or self._usable() == [model]:
                return
            self._slow.add(model)
            self._tidy()

    @property
    def children(self) -> list[int]:
        """Process ids of the children."""
        return [desk.child for desk in self._desks.values() if desk.child]

    def hearing(self, language: str) -> Transcriber:
        """See `Transcriber.hearing`. The children are shared by all languages."""
        other = copy.copy(self)
        other._language = language
        return other

    def listen(self, hints: tuple[str, ...]) -> AbstractAsyncContextManager[Listener]:
        """See `Transcriber.listen`."""
        return self._listen(hints)

    @contextlib.asynccontextmanager
    async def _listen(self, hints: tuple[str, ...]) -> AsyncGenerator[Listener]:
        # The model loads while the interviewer greets.
        opening = asyncio.create_task(self._opened())
        try:
            prompt = ", ".join(hints)[:_PROMPT_CHARACTERS]
            yield _WhisperListener(opening, self._language, prompt)
        finally:
            opening.cancel()
            (model,) = await asyncio.gather(opening, return_exceptions=True)
            if isinstance(model, _Loaded):
                self._leave(model.name)

    def _usable(self) -> list[str]:
        """Return the fetched models for its language, the one to use first."""
        return self._usable_for(self._language)

    def _usable_for(self, language: str) -> list[str]:
        there = [model for model in MODELS if self._shelf.folder_of(model)]
        # One that was removed may come back whole.
        self._failed.intersection_update(there)
        there = [m for m in there if m in _models_for(language) and m not in self._failed]
        own = [model for model in there if model != MANY_LANGUAGES] or there
        return [model for model in own if model not in self._slow] or own[-1:]

    async def _opened(self) -> "_Loaded":
        """Return the best model that this machine is fast enough for, loaded.

        Raises:
            ServiceUnavailable: There is none, or it does not load.
        """
        async with self._opening:
            while usable := self._usable():
                model = usable[0]
                if await self._is_fast(model) or self._usable() == [model]:
                    self._users[model] += 1
                    return _Loaded(model, self._desk(model))
                self._slow.add(model)
                self._tidy()
        raise _unavailable()

    async def _is_fast(self, model: str) -> bool:
        try:
            told = json.loads(await self._desk(model).welcome())
        except ChildDied as died:
            self._note_failure(model, died)
            raise _unavailable() from None
        return told["encode_seconds"] <= self._slow_encode_seconds

    def _note_failure(self, model: str, died: ChildDied) -> None:
        logger.warning("the model %s does not load", model)
        # Else the machine was too busy for it, or short of memory: the next call tries it again.
        if died.broke:
            self._failed.add(model)

    def _desk(self, model: str) -> Desk:
        with self._making:
            if model not in self._desks:
                folder = str(self._shelf.folder_of(model)).encode()
                self._desks[model] = Desk(_WORKER, _LONGEST_SECONDS, folder, _LONGEST_LOAD_SECONDS)
            return self._desks[model]

    def _leave(self, model: str) -> None:
        self._users[model] -= 1
        self._tidy()

    def _tidy(self) -> None:
        """End the children of models that nobody uses and nobody will."""
        first = {*self._usable_for(ENGLISH)[:1], *self._usable_for(_ANOTHER)[:1]}
        for model in set(self._desks) - first:
            if not self._users[model]:
                self._desks.pop(model).close()


@dataclass(frozen=True, slots=True)
class _Loaded:
    name: str
    desk: Desk


def _models_for(language: str) -> tuple[str, ...]:
    return MODELS if language == ENGLISH else (MANY_LANGUAGES,)


def _unavailable() -> ServiceUnavailable:
    return ServiceUnavailable("whisper", _(_FAILED), retryable=True)


@dataclass(frozen=True, slots=True)
class _WhisperListener:
    opening: "asyncio.Task[_Loaded]"
    language: str
    prompt: str

    def utterance(self) -> Transcription:
        """See `Listener.utterance`."""
        return _Phrase(self)

    async def read(self, pcm: bytes) -> Heard:
        """Return what was said in a phrase.

        Raises:
            ServiceUnavailable: The engine died, or never lived.
        """
        wish = json.dumps({"language": self.language, "prompt": self.prompt}).encode()
        # Another phrase may wait for the same model.
        loaded = await asyncio.shield(self.opening)
        try:
            told = json.loads(await loaded.desk.ask(b"T", HEADER.pack(len(wish)) + wish + pcm))
        except ChildDied:
            raise _unavailable() from None
        return _heard(told)


@dataclass(slots=True)
class _Phrase:
    listener: _WhisperListener
    _pieces: list[bytes] = field(default_factory=list[bytes])

    async def feed(self, pcm: bytes) -> None:
        """See `Transcription.feed`."""
        self._pieces.append(pcm)

    async def so_far(self) -> Heard:
        """See `Transcription.so_far`. A look in between would cost as much as the whole."""
        return Heard("")

    async def finish(self) -> Heard:
        """See `Transcription.finish`."""
        pieces, self._pieces = self._pieces, []
        return await self.listener.read(b"".join(pieces))


def _heard(told: dict[str, Any]) -> Heard:
    words = tuple(HeardWord(text, begin, end) for text, begin, end in told["words"])
    return Heard(str(told["text"]), told["confidence"], words)


def _build(keys: object, *, models: ModelShelf) -> Transcriber:
    del keys
    return WhisperTranscriber(models)


PROVIDER = Provider[Transcriber](
    name="whisper", title="Whisper", rank=1, build=_build, parts=("models",)
)
