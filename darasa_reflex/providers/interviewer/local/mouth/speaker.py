"""The interviewer's turns on their way to the mouth, and what an interruption leaves unsaid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from darasa_reflex.core.clock import Clock
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup
from darasa_reflex.features.interviews.engines.outbox import Outbox
from darasa_reflex.features.interviews.mind.deliberation import Deliberation
from darasa_reflex.features.interviews.mind.state.exchange import Turn
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.mouth.lineup import lineup_of
from darasa_reflex.providers.interviewer.local.mouth.mouth import Cut, Mouth
from darasa_reflex.providers.interviewer.local.mouth.wording import Recall, fixed, lines


@dataclass(slots=True)
class Speaker:
    """Says the interviewer's turns.

    Attributes:
        question: Key of the planned question that was heard last; None before the first.
        ended_by: What hears beside the words whether an answer is over, likewise.
        closing: The last words are being said, or were.
        asks: The language it speaks.
    """

    mouth: Mouth
    deliberation: Deliberation
    hearing: Hearing
    outbox: Outbox
    clock: Clock
    question: str | None = None
    ended_by: tuple[str, ...] = ()
    closing: bool = False
    asks: str = ENGLISH
    _unsaid: Turn | None = None
    # The turn that was sent whole, and the question before it; what was lost of the newest one.
    _sent: tuple[Turn, str | None] | None = None
    _lost: tuple[str, ...] = ()
    _held_back: bool = False
    # A sentence that was being made has given way; it does so once, or a noisy room had no reply.
    _gave_way: bool = False

    @property
    def lineup(self) -> Lineup:
        """What plays in this call now."""
        return lineup_of(
            (*self.hearing.said, *self.ended_by),
            self.mouth.voice.said,
            self.deliberation.label,
            language=self.hearing.language,
            asks=self.asks,
        )

    async def say(self, turn: Turn, recall: Recall) -> None:
        """Say a turn, or as much of it as the candidate lets through."""
        self.closing = turn.hang_up
        self._sent, self._lost = None, ()
        if turn.question != self.question:
            # Between two questions nobody notices another ear.
            await self.hearing.change()
        try:
            unsaid = await self.mouth.say(lines(turn, recall), turn.place)
        finally:
            if turn.live:
                await turn.live.rest.close()
        if unsaid:
            # The question stands last. Who spoke before hearing it went on with the answer before.
            self._unsaid = replace(turn, sentences=(*self._lost, *unsaid), live=None)
        else:
            self._gave_way = False
            self._sent, self.question = (turn, self.question), turn.question
            self._lose(self._lost)

    async def say_verbatim(self, texts: Sequence[str]) -> None:
        """Say what the client wants said."""
        self._sent = None
        for text in texts:
            await self.mouth.say(fixed((text,)), evi.Place(), from_text=True)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Have sentences rendered that are likely to be said next, as they stand."""
        if not self.mouth.saying:
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
        """Not fall into the candidate's words with a sentence that is still worded or made."""
        making = self.mouth.making and not (self.closing or self._gave_way)
        if (self.deliberation.pending or making) and not self.mouth.audible:
            self._gave_way = making
            self._held_back = True
            self._hush()

    @property
    def owes(self) -> bool:
        """Whether a sentence was held back that must still be said."""
        return self._held_back and self._unsaid is not None

    @property
    def interrupted(self) -> bool:
        """Whether something was left unsaid."""
        return self._unsaid is not None

    def take_unsaid(self) -> Turn | None:
        """Return what was left unsaid, once; None when all was said."""
        unsaid, self._unsaid, self._held_back = self._unsaid, None, False
        return unsaid

    def _lose(self, unheard: tuple[str, ...]) -> None:
        """Note sentences that were sent and not heard: they are still to be said."""
        self._lost = unheard
        if self._sent and unheard:
            turn, self.question = self._sent
            self._unsaid, self._sent = replace(turn, sentences=unheard, live=None), None

    def _hush(self) -> Cut:
        cut = self.mouth.hush()
        self.deliberation.drop()
        return cut
