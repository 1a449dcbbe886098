"""Which engine hears a call: the best that can, and a better one only between two questions."""

from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.speech.speech import (
    Listener,
    Transcriber,
    Transcription,
)
from darasa_reflex.features.interviews.engines.typing_only import TypingOnly, hearing


class Hearing:
    """The transcription of one call. See `Listener`.

    Args:
        ears: The engines.
        hints: Words the candidate is likely to use.
        language: What the candidate speaks, a code of `languages.LANGUAGES`.
    """

    def __init__(
        self, ears: Cast[Transcriber], hints: tuple[str, ...], language: str = ENGLISH
    ) -> None:
        self._ears = hearing(ears, language)
        self._hints = hints
        self.language = language
        self._engine = self._ears.best
        self._label = self._engine.label
        self._said = self._ears.sentences
        self._listener: Listener | None = None
        # Of engines that were left: what they still have to read is read to the end.
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Open the session of the engine that is best now."""
        self._listener = await self._open.enter_async_context(self._engine.listen(self._hints))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all sessions."""
        await self._open.__aexit__(kind, error, trace)

    @property
    def said(self) -> tuple[str, ...]:
        """What hears this call, and why nothing better, as was said when it was chosen."""
        return self._said

    @property
    def understood(self) -> bool:
        """Whether its words tell what they mean: they are English."""
        return self.language == ENGLISH

    @property
    def deaf(self) -> bool:
        """Whether nothing hears the candidate, who can only type."""
        return isinstance(self._engine, TypingOnly)

    async def change(self) -> None:
        """Take the engine that is best now, if it is another one. Only between two questions."""
        best = self._ears.best
        # The same engine with another model hears better only for those who listen anew.
        if best is not self._engine or best.label != self._label:
            self._engine, self._label = best, best.label
            self._said = self._ears.sentences
            self._listener = await self._open.enter_async_context(best.listen(self._hints))

    def utterance(self) -> Transcription:
        """See `Listener.utterance`."""
        if self._listener is None:
            raise RuntimeError
        return self._listener.utterance()
