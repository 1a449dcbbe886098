"""Brings one file here: goes on where it ended, bears with bad lines, and checks what came."""

import asyncio
import os
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import ModelFile, SpeechModel
from darasa_reflex.features.speech_models.fetching import Answer, Fetcher, NotFetched, Why
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.features.speech_models.threads import in_thread

# Waits before another try, in seconds; after the last one it has failed.
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)
# So many bytes that were never here before begin the waits anew. With the file's size this bounds
# the number of tries on any line.
_WORTH_IT = 1_000_000
_HOPELESS = frozenset({Why.UNTRUSTED, Why.UNSAFE, Why.MISSING})
# A damaged file is fetched anew once.
_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Where files come from.

    Attributes:
        base_url: What their addresses stand below.
        pauses: Waits before another try on a bad line, in seconds.
    """

    fetcher: Fetcher
    base_url: str
    pauses: tuple[float, ...] = PAUSES

    @property
    def host(self) -> str:
        """What people know it by."""
        return urlsplit(self.base_url).hostname or self.base_url


@dataclass(slots=True)
class Transfer:
    """Brings the files of one model.

    Attributes:
        on_progress: Takes the bytes that are here of a file.
        on_trouble: Takes a sentence when the line was lost; empty once bytes come again.
        on_check: Called when a file is whole and its digest is taken.
        patient: Whether there is nowhere else to go while nothing comes.
        alive: Whether the source gave a byte, or said that it has no such file. Before that, no
            answer means that there is no line.
    """

    source: Source
    store: Store
    model: SpeechModel
    on_progress: Callable[[ModelFile, int], None]
    on_trouble: Callable[[str], None]
    on_check: Callable[[], None]
    patient: bool = True
    alive: bool = False

    async def bring(self, file: ModelFile) -> None:
        """Fetch what is missing of a file, check it and give it its name.

        Raises:
            ServiceUnavailable: It did not come, or came damaged.
            OSError: It could not be written.
        """
        for _ in range(_ATTEMPTS):
            await self._complete(file)
            self.on_check()
            if await in_thread(self.store.keep, self.model, file):
                return
        raise failed(sentences.damaged(file.name))

    async def _complete(self, file: ModelFile) -> None:
        here = most = await self._here(file)
        tries = 0
        while here < file.bytes:
            why = await self._stretch(file, here)
            here = await self._here(file)
            if here >= file.bytes:
                return
            if here >= most + _WORTH_IT:
                tries, most = 0, here
            if self._is_over(why, tries):
                raise failed(sentences.not_fetched(why, self.source.host))
            self.on_trouble(sentences.AGAIN)
            await asyncio.sleep(self.source.pauses[tries])
            tries += 1

    def _is_over(self, why: Why, tries: int) -> bool:
        hopeless = not self.patient or why is Why.UNREACHABLE
        offline = hopeless and not self.alive
        return offline or why in _HOPELESS or tries >= len(self.source.pauses)

    async def _stretch(self, file: ModelFile, here: int) -> Why:
        """Write what comes until it ends; return why it ended, should the file not be whole."""
        tag = await in_thread(self.store.tag_of, self.model, file) if here else None
        address = f"{self.source.base_url.rstrip('/')}/{file.address}"
        try:
            async with self.source.fetcher.open(address, here, tag) as answer:
                if answer.total not in {None, file.bytes}:
                    raise failed(sentences.other_file(self.source.host))
                if answer.begins_at > here or _is_another(answer, tag):
                    await in_thread(self.store.drop, self.model, file)
                else:
                    await self._write(file, answer)
        except NotFetched as ended:
            self.alive = self.alive or ended.why is Why.MISSING
            if ended.why is Why.PAST_THE_END:
                await in_thread(self.store.drop, self.model, file)
            return ended.why
        return Why.BROKEN

    async def _write(self, file: ModelFile, answer: Answer) -> None:
        here = answer.begins_at
        if not here:
            tag = self.store.tag(self.model, file)
            await in_thread(tag.write_text, answer.tag or "")
        part = self.store.part(self.model, file)
        with_part = ExitStack()
        try:
            growing: BinaryIO = await in_thread(with_part.enter_context, _growing(part, here))
            async for piece in answer.pieces:
                here += len(piece)
                if here > file.bytes:
                    raise failed(sentences.other_file(self.source.host))
                await in_thread(_append, growing, piece)
                self.alive = True
                self.on_trouble("")
                self.on_progress(file, here)
        finally:
            await in_thread(with_part.close)

    async def _here(self, file: ModelFile) -> int:
        return await in_thread(self.store.received_of, self.model, file)


def failed(sentence: str) -> ServiceUnavailable:
    """Return what to raise when a model does not come here."""
    return ServiceUnavailable("speech_models", sentence, retryable=True)


def _is_another(answer: Answer, tag: str | None) -> bool:
    """Whether the rest that comes is of another state of the file than what is here."""
    return bool(answer.begins_at and tag and answer.tag and answer.tag != tag)


@contextmanager
def _growing(path: Path, begins_at: int) -> Generator[BinaryIO]:
    """Open a file to go on from a place; what stood behind that is gone."""
    with path.open("r+b" if path.exists() else "xb") as file:
        file.seek(begins_at)
        file.truncate()
        try:
            yield file
        finally:
            # A stamp must not outlive the bytes it vouches for.
            os.fsync(file.fileno())


def _append(file: BinaryIO, piece: bytes) -> None:
    """Add bytes; what was written outlives this process."""
    file.write(piece)
    file.flush()
