"""A stretch of speech on its way to words, and when in the call each of them was said."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.speech.speech import Heard, HeardWord, Transcription
from darasa_reflex.providers.interviewer.local.ears.echo import Echo
from darasa_reflex.providers.interviewer.local.ears.unread import UnreadSound

# Stands for a stretch in which nobody but the interviewer was heard.
ECHO = Heard("")


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A stretch that the engine has, with all its sound. Times are ms from the start of the call.

    Attributes:
        task: Gives its words, however late; None when the engine failed, or had no room for it.
    """

    began_ms: int
    ended_ms: int
    task: asyncio.Task[Heard | None]

    @property
    def heard(self) -> Heard | None:
        """What was understood; None when nothing is known, or not yet."""
        known = self.task.done() and not self.task.cancelled()
        return self.task.result() if known else None


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of several stretches.

    Attributes:
        heard: All of it, with `NOT_UNDERSTOOD` where a stretch is not known; without words if some
            have no times.
        unread: Begin and end of the stretches that are not known.
    """

    heard: Heard
    unread: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Reading:
    """What the engine is fed of one stretch. Times are ms from the start of the call.

    Attributes:
        from_ms: When its sound begins: some padding before the speech.
        began_ms: When its speech begins.
        room: For sound that is not read yet.
    """

    transcription: Transcription
    from_ms: float
    began_ms: float
    room: UnreadSound
    _held: int = 0
    _full: bool = False

    async def feed(self, window: bytes) -> None:
        """Take the next piece of its sound. Without room for it the stretch is not read at all."""
        self._full = self._full or not self.room.take(len(window))
        if not self._full:
            self._held += len(window)
            await self.transcription.feed(window)

    def read(self, ended_ms: int, echo: Echo | None) -> Read:
        """Return its words to come, with times on the clock of the call; it is used up then.

        Args:
            ended_ms: When its speech ended.
            echo: Knows the interviewer's words, if they were heard at the same time.
        """
        task = asyncio.create_task(self._read(ended_ms, echo))
        task.add_done_callback(lambda _: self.drop())
        return Read(int(self.began_ms), ended_ms, task)

    def drop(self) -> None:
        """Make room: its sound is read, or not wanted any more."""
        self.room.give_back(self._held)
        self._held = 0

    async def _read(self, ended_ms: float, echo: Echo | None) -> Heard | None:
        try:
            heard = None if self._full else await self.transcription.finish()
        except ServiceUnavailable:
            return None
        if heard is None:
            return None
        placed = replace(heard, words=self._placed(heard.words, ended_ms))
        return _own(placed, echo) if echo else placed

    def _placed(self, words: tuple[HeardWord, ...], ended_ms: float) -> tuple[HeardWord, ...]:
        # Engines stretch words into the silence beside them; where speech is, the VAD knows better.
        def at(milliseconds: int) -> int:
            return round(min(max(self.from_ms + milliseconds, self.began_ms), ended_ms))

        return tuple(HeardWord(one.text, at(one.begin_ms), at(one.end_ms)) for one in words)


def joined(parts: Iterable[Heard | None]) -> Heard:
    """Return what was heard in several stretches as one; without words if some have no times."""
    heard = _continued([one for one in parts if one and one.text])
    known = all(one.words for one in heard)
    return Heard(
        " ".join(one.text for one in heard),
        words=tuple(word for one in heard for word in one.words) if known else (),
    )


def _continued(heard: Sequence[Heard]) -> list[Heard]:
    """Return them without the full stop before one that goes on, which a small letter tells."""
    goes_on = [later.text[0].islower() for later in heard[1:]]
    open_ended = [_open_ended(one) if on else one for one, on in zip(heard, goes_on, strict=False)]
    return [*open_ended, *heard[-1:]]


def _open_ended(heard: Heard) -> Heard:
    if not heard.text.endswith(".") or heard.text.endswith(".."):
        return heard
    words = heard.words
    if words:
        words = (*words[:-1], replace(words[-1], text=words[-1].text.removesuffix(".")))
    return replace(heard, text=heard.text.removesuffix("."), words=words)


def understood(read: Sequence[Read]) -> Understood:
    """Return what is known now of several stretches, and which are not."""
    parts: list[Heard] = []
    unread: list[tuple[int, int]] = []
    # Stretches beside each other are one for whoever reads of them.
    for is_unread, some in groupby(read, lambda one: one.heard is None):
        stretches = list(some)
        if is_unread:
            unread.append((stretches[0].began_ms, stretches[-1].ended_ms))
            mark = HeardWord(evi.NOT_UNDERSTOOD, *unread[-1])
            parts.append(Heard(mark.text, words=(mark,)))
        else:
            parts += [one.heard for one in stretches if one.heard]
    return Understood(joined(parts), tuple(unread))


def _own(heard: Heard, echo: Echo) -> Heard:
    """Return what the candidate said of it."""
    words = heard.text.split()
    # An engine that cuts words where no blank is does not tell which of them are left.
    timed = len(heard.words) == len(words)
    own = echo.own(words, [word.begin_ms for word in heard.words] if timed else ())
    if words and not own:
        return ECHO
    kept = tuple(heard.words[at] for at in own) if timed else ()
    return replace(heard, text=" ".join(words[at] for at in own), words=kept)
