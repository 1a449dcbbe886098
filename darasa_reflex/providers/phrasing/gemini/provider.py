"""Gemini words the sentences of the built-in interviewer."""

import threading
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING

import anyio.to_thread
from pydantic import SecretStr

from darasa_reflex.core.discovery import Keeps, Provider
from darasa_reflex.features.interviews.engines.phrasing import Draft, Phrasing
from darasa_reflex.providers.phrasing.gemini.cutting import Cutter
from darasa_reflex.providers.phrasing.gemini.task import SYSTEM, content

if TYPE_CHECKING:
    from darasa_reflex.providers.phrasing.gemini.stream import TextStream

_MODEL = "gemini-3.5-flash-lite"


class GeminiPhrasing:
    """Words sentences by Gemini's text model, streamed."""

    verbatim = False
    label = "Its sentences are worded by Gemini."

    def __init__(self, key: SecretStr, base_url: str | None, model: str) -> None:
        self._key = key
        self._base_url = base_url
        self._model = model
        self._lock = threading.Lock()
        self._stream: TextStream | None = None

    def warm(self) -> None:
        """See `Phrasing.warm`."""
        self._opened()

    async def sentences(self, draft: Draft) -> AsyncGenerator[str]:
        """See `Phrasing.sentences`."""
        stream = self._stream or await anyio.to_thread.run_sync(
            self._opened, abandon_on_cancel=True
        )
        cutter = Cutter()
        async with aclosing(stream.pieces(SYSTEM, content(draft))) as pieces:
            async for piece in pieces:
                # An empty piece tells that the text is whole; without it the last words are not.
                for sentence in cutter.take(piece) if piece else cutter.rest():
                    yield sentence

    async def close(self) -> None:
        """Give back connections."""
        if self._stream is not None:
            await self._stream.close()

    def _opened(self) -> "TextStream":
        with self._lock:
            if self._stream is None:
                from darasa_reflex.providers.phrasing.gemini.stream import (  # noqa: PLC0415 (slow)
                    TextStream,
                )

                self._stream = TextStream(self._key.get_secret_value(), self._base_url, self._model)
            return self._stream


def _build(keys: Mapping[str, SecretStr]) -> Phrasing:
    def given(name: str) -> str | None:
        return keys[name].get_secret_value() if name in keys else None

    model = given("DARASA_GEMINI_TEXT_MODEL") or _MODEL
    return GeminiPhrasing(keys["GEMINI_API_KEY"], given("GEMINI_BASE_URL"), model)


PROVIDER = Provider[Phrasing](
    name="gemini",
    title="Gemini",
    rank=10,
    needs=("GEMINI_API_KEY",),
    takes=("GEMINI_BASE_URL", "DARASA_GEMINI_TEXT_MODEL"),
    build=_build,
    keeps=Keeps(
        "Google's Gemini was sent what you said. Darasa has no way to delete anything there: what "
        "Google keeps, and for how long, stands in its terms for the Gemini API."
    ),
)
