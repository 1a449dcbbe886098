"""Asking the mind of a call: in time and within the standards, or the rules take the turn."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import Sentence, joined, sentence
from darasa_reflex.features.interviews.mind import standards
from darasa_reflex.features.interviews.mind.cutting import Cutter
from darasa_reflex.features.interviews.mind.dialogue import by_rules
from darasa_reflex.features.interviews.mind.port import Mind, ReadsAhead, Situation, Unhurried
from darasa_reflex.features.interviews.mind.state.exchange import Considered

logger = logging.getLogger(__name__)

# From when an answer is known to the first sentence, and again to the second.
WAIT_SECONDS = 2.0
# Once it was late so often in a call, and not in time more often, how to give it longer is told.
_OFTEN = 3
_LATE = marked("The built-in rules replied, because {model} took longer than {seconds} seconds.")
_UNFIT = marked(
    "The built-in rules replied, because {model} wrote what an interviewer does not say."
)
_FAILED = marked("The built-in rules replied, because {model} did not answer.")


class Deliberation:
    """The minds of one call.

    Args:
        minds: Best first; the last one is the scripted one.
        wait_seconds: How long the candidate waits for a sentence.
    """

    def __init__(self, minds: Cast[Mind], wait_seconds: float = WAIT_SECONDS) -> None:
        self._minds = minds
        self._wait_seconds = wait_seconds
        self._limit: asyncio.Timeout | None = None
        self._dropped = False
        # Those that refused for good. Whoever is only late is asked again with the next answer.
        self._out: set[str] = set()
        # Why the rules took the last turn; empty when they did not.
        self._why = ""
        self._asked_often = self._late_often = 0
        self._reading: asyncio.Task[None] | None = None

    @property
    def by_rules(self) -> bool:
        """Whether the rules alone decide, so that nobody waits."""
        return self._minds.playing is self._minds.members[-1] or (
            self._minds.playing.name in self._out
        )

    @property
    def label(self) -> str:
        """What a page says of the mind, as a sentence; empty when there is nothing to say."""
        if not self._why:
            return self._minds.best.label
        return joined([self._why, self._more_time]) if self._more_time else self._why

    @property
    def _more_time(self) -> str:
        mind = self._minds.best
        often = self._late_often >= _OFTEN and 2 * self._late_often > self._asked_often
        return mind.more_time if often and isinstance(mind, Unhurried) else ""

    @property
    def _seconds(self) -> float:
        mind = self._minds.best
        return mind.wait_seconds if isinstance(mind, Unhurried) else self._wait_seconds

    def read_ahead(self, situation: Situation) -> None:
        """Let the mind read what is known so far of an answer; nobody waits for it."""
        self._stop_reading()
        mind = self._minds.best
        if not self.by_rules and isinstance(mind, ReadsAhead) and standards.may_be_told(situation):
            self._reading = asyncio.create_task(_read_ahead(mind, situation))

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def close(self) -> None:
        """Read no more ahead."""
        self._stop_reading()

    @property
    def pending(self) -> bool:
        """Whether a sentence is being waited for."""
        return self._limit is not None

    def drop(self) -> None:
        """Wait no longer: the candidate goes on."""
        self._dropped = True
        if self._limit is not None and not self._limit.expired():
            self._limit.reschedule(asyncio.get_running_loop().time())

    async def consider(self, situation: Situation) -> Considered | None:
        """Return what to say; None when `drop` was called meanwhile."""
        if self.by_rules or not standards.may_be_told(situation):
            return by_rules(situation)
        self._dropped = False
        self._stop_reading()
        found, why = await self._found(situation)
        if self._dropped:
            return None
        self._why, self._asked_often = why, self._asked_often + 1
        return found or by_rules(situation)

    async def _found(self, situation: Situation) -> tuple[Considered | None, str]:
        """Return what the mind says, or why the rules must."""
        member, seconds = self._minds.playing, self._seconds
        try:
            async with asyncio.timeout(seconds) as self._limit:
                found = await self._asked(member.engine, situation)
        except TimeoutError:
            self._late_often += not self._dropped
            return None, _because(_LATE, member.title, seconds)
        except ServiceUnavailable as failure:
            if not failure.retryable:
                self._out.add(member.name)
            return None, _because(_FAILED, member.title)
        except Exception as error:  # whatever a file of somebody else's does
            logger.warning("the mind %s failed: %s", member.name, type(error).__name__)
            return None, _because(_FAILED, member.title)
        finally:
            self._limit = None
        return found, "" if found else _because(_UNFIT, member.title)

    async def next_of(self, rest: "Remainder") -> str:
        """Return the next sentence of a reply that may be said; empty when none comes in time."""
        self._dropped = False
        try:
            async with asyncio.timeout(self._seconds) as self._limit:
                sentence = await anext(rest.sentences, "")
        except (TimeoutError, ServiceUnavailable):
            return ""
        except Exception as error:  # likewise
            logger.warning("a mind failed in its reply: %s", type(error).__name__)
            return ""
        finally:
            self._limit = None
        fit = not self._dropped and standards.may_follow(sentence, rest.situation, stays=rest.stays)
        return sentence if fit else ""

    async def _asked(self, mind: Mind, situation: Situation) -> Considered | None:
        """Return a reply whose first sentence will do; None when it will not."""
        reply = await mind.next(situation)
        stays = reply.question == situation.question.key
        sentences = _sentences(reply.text)
        first = await anext(sentences, "")
        fit = standards.may_be_said(first, situation, stays=stays)
        if not fit and stays and not situation.theirs:
            # A question may do without the words before it.
            first = await anext(sentences, "")
            fit = standards.may_follow(first, situation, stays=stays)
        if not fit:
            await sentences.aclose()
            return None
        rest = Remainder(self, sentences, situation, stays=stays)
        if first.endswith("?") or not stays:
            await rest.close()
            return Considered(sentences=(first,), stays=stays, go_on=reply.go_on)
        return Considered(sentences=(first,), rest=rest, stays=stays, go_on=reply.go_on)


def _because(why: str, title: str, seconds: float = 0.0) -> Sentence:
    """Return why the rules took a turn, with the title of a mind as it stands within a sentence."""
    lowered, whole = f"{title[:1].lower()}{title[1:]}", int(seconds)
    model = Sentence(lowered, None, {}) if isinstance(title, Sentence) else lowered
    return sentence(why, model=model, seconds=whole if whole == seconds else seconds)


async def _read_ahead(mind: ReadsAhead, situation: Situation) -> None:
    # Whether it could is seen when it is asked.
    with contextlib.suppress(ServiceUnavailable):
        await mind.read_ahead(situation)


class Remainder:
    """See `Rest`: one more sentence at most."""

    def __init__(
        self,
        deliberation: Deliberation,
        sentences: AsyncGenerator[str],
        situation: Situation,
        *,
        stays: bool,
    ) -> None:
        self._deliberation = deliberation
        self.sentences = sentences
        self.situation = situation
        self.stays = stays

    async def next(self) -> str:
        """See `Rest.next`."""
        return await self._deliberation.next_of(self)

    async def close(self) -> None:
        """See `Rest.close`."""
        await self.sentences.aclose()


async def _sentences(text: str | AsyncIterator[str]) -> AsyncGenerator[str]:
    """Yield sentences once they are whole."""
    cutter = Cutter()
    async with aclosing(_pieces(text)) as pieces:
        async for piece in pieces:
            for sentence in cutter.take(piece):
                yield sentence
    for sentence in cutter.rest():
        yield sentence


async def _pieces(text: str | AsyncIterator[str]) -> AsyncGenerator[str]:
    if isinstance(text, str):
        yield text
        return
    try:
        async for piece in text:
            yield piece
    finally:
        if isinstance(text, AsyncGenerator):
            await text.aclose()
