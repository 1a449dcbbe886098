"""What is said of a reply: its templates, or a model's sentences in place of the first ones."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.phrasing import Draft, Phrasing
from darasa_reflex.features.interviews.mind import standards
from darasa_reflex.features.interviews.mind.exchange import Reply

# From when an answer is known to its first word, and between two sentences.
WAIT_SECONDS = 1.5
# So many late or unusable sentences in a row, and the call goes on with templates: the candidate
# would wait in vain at every turn.
_MOST_MISSES = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to say, and what is left to say when it is not said."""

    text: str
    unsaid: tuple[str, ...]


class Recall(Protocol):
    """What knows every sentence that was said."""

    def has_said(self, text: str) -> bool:
        """Whether a sentence was said in this interview."""
        ...

    def said_as(self, text: str) -> None:
        """Take note of a sentence that was said in place of a template."""
        ...


async def fixed(sentences: Sequence[str]) -> AsyncGenerator[Sentence]:
    """Yield sentences as they stand."""
    for at, sentence in enumerate(sentences):
        yield Sentence(sentence, tuple(sentences[at:]))


@dataclass(slots=True)
class Wording:
    """The wording of one call.

    Attributes:
        wait_seconds: How long the candidate waits for a model's sentence, in seconds.
    """

    phrasing: Phrasing
    wait_seconds: float = WAIT_SECONDS
    _misses: int = 0
    _limit: asyncio.Timeout | None = None
    _dropped: bool = False

    @property
    def pending(self) -> bool:
        """Whether a sentence is being waited for."""
        return self._limit is not None

    def drop(self) -> None:
        """Wait no longer: the templates are what is left to say."""
        self._dropped = True
        if self._limit is not None and not self._limit.expired():
            self._limit.reschedule(asyncio.get_running_loop().time())

    def lines(self, reply: Reply, recall: Recall) -> AsyncGenerator[Sentence]:
        """Return the lines of a reply; `recall` is told of worded sentences that were said."""
        draft = reply.draft
        if draft is None or self.phrasing.verbatim or self._misses >= _MOST_MISSES:
            return fixed(reply.sentences)
        return self._lines(reply.sentences, draft, recall)

    async def _lines(
        self, unsaid: tuple[str, ...], draft: Draft, recall: Recall
    ) -> AsyncGenerator[Sentence]:
        self._dropped = False
        after = unsaid[len(unsaid) - len(draft.rest) :]
        async with aclosing(self._worded(draft, recall)) as worded:
            async for text in worded:
                yield Sentence(text, unsaid)
                recall.said_as(text)
                unsaid = after if "?" in text else unsaid[1:]
        async with aclosing(fixed(unsaid)) as templates:
            async for line in templates:
                yield line

    async def _worded(self, draft: Draft, recall: Recall) -> AsyncGenerator[str]:
        """Yield at most a bridge and a follow-up; nothing more after the first that will not do."""
        async with aclosing(self.phrasing.sentences(draft)) as sentences:
            bridge = await self._next(sentences, draft)
            if bridge is None or recall.has_said(bridge):
                return
            yield bridge
            if draft.follow_up is None or "?" in bridge:
                return
            follow_up = await self._next(sentences, draft)
            if follow_up is not None and "?" in follow_up and not recall.has_said(follow_up):
                yield follow_up

    async def _next(self, sentences: AsyncGenerator[str], draft: Draft) -> str | None:
        try:
            async with asyncio.timeout(self.wait_seconds) as self._limit:
                sentence = await anext(sentences, "")
        except TimeoutError:
            self._misses += not self._dropped
            return None
        except ServiceUnavailable as failure:
            self._misses += 1 if failure.retryable else _MOST_MISSES
            return None
        finally:
            self._limit = None
        if self._dropped or not standards.may_be_said(sentence, draft):
            self._misses += not self._dropped
            return None
        self._misses = 0
        return sentence
