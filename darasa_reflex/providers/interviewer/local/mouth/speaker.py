"""The interviewer's replies on their way to the mouth, and what an interruption leaves unsaid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from darasa_reflex.core.clock import Clock
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.lineup import Lineup
from darasa_reflex.features.interviews.engines.outbox import Outbox
from darasa_reflex.features.interviews.mind.exchange import Reply
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.mouth.lineup import lineup_of
from darasa_reflex.providers.interviewer.local.mouth.mouth import Cut, Mouth
from darasa_reflex.providers.interviewer.local.mouth.wording import Recall, Wording, fixed


@dataclass(slots=True)
class Speaker:
    """Says what the mind replies.

    Attributes:
        question: Key of the planned question that was heard last; None before the first.
        ended_by: What hears beside the words whether an answer is over, likewise.
        closing: The last words are being said, or were.
    """

    mouth: Mouth
    wording: Wording
    hearing: Hearing
    outbox: Outbox
    clock: Clock
    question: str | None = None
    ended_by: tuple[str, ...] = ()
    closing: bool = False
    _unsaid: Reply | None = None
    # The reply that was sent whole, and the question before it; what was lost of the newest one.
    _sent: tuple[Reply, str | None] | None = None
    _lost: tuple[str, ...] = ()
    _held_back: bool = False

    @property
    def lineup(self) -> Lineup:
        """What plays in this call now."""
        hearing, phrasing = self.hearing, self.wording.phrasing
        return lineup_of(
            (*hearing.said, *self.ended_by),
            self.mouth.voice.said,
            phrasing,
            language=hearing.language,
        )

    async def say(self, reply: Reply, recall: Recall) -> None:
        """Say a reply, or as much of it as the candidate lets through."""
        self.closing = reply.hang_up
        self._sent, self._lost = None, ()
        if reply.question != self.question:
            # Between two questions nobody notices another ear.
            await self.hearing.change()
        if unsaid := await self.mouth.say(self.wording.lines(reply, recall), reply.place):
            # The question stands last. Who spoke before hearing it went on with the answer before.
            self._unsaid = replace(reply, sentences=(*self._lost, *unsaid), draft=None)
        else:
            self._sent, self.question = (reply, self.question), reply.question
            self._lose(self._lost)

    async def say_verbatim(self, texts: Sequence[str]) -> None:
        """Say what the client wants said."""
        self._sent = None
        for text in texts:
            await self.mouth.say(fixed((text,)), evi.Place(), from_text=True)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Have sentences rendered that are likely to be said next, as they stand."""
        if self.wording.phrasing.verbatim and not self.mouth.saying:
            self.mouth.voice.prepare(sentences)

    def interrupt(self, *, talked_over: bool = False) -> None:
        """Fall silent for what the candidate does; last words are said to the end.

        Args:
            talked_over: They speak, and have heard no more. Who types or presses a button has the
                words before them.
        """
        if self.closing or not self.mouth.saying:
            return
        cut = self._hush()
        time = int(self.clock.now().timestamp() * 1000)
        left = evi.Cut(heard=cut.heard) if talked_over and cut.heard else None
        self.outbox.put_nowait(evi.UserInterruption(time=time, darasa=left))
        if talked_over:
            self._lose(cut.unheard)

    def hold_back(self) -> None:
        """Not fall into the candidate's words with a sentence that is still being worded."""
        if self.wording.pending and not self.mouth.audible:
            self._held_back = True
            self._hush()

    @property
    def owes(self) -> bool:
        """Whether a sentence was held back that must still be said."""
        return self._held_back and self._unsaid is not None

    def take_unsaid(self) -> Reply | None:
        """Return what was left unsaid, once; None when all was said."""
        unsaid, self._unsaid, self._held_back = self._unsaid, None, False
        return unsaid

    def _lose(self, unheard: tuple[str, ...]) -> None:
        """Note sentences that were sent and not heard: they are still to be said."""
        self._lost = unheard
        if self._sent and unheard:
            reply, self.question = self._sent
            self._unsaid, self._sent = replace(reply, sentences=unheard, draft=None), None

    def _hush(self) -> Cut:
        cut = self.mouth.hush()
        self.wording.drop()
        return cut
