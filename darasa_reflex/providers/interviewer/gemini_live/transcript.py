"""What was said in a call, by whom, at which place of the plan."""

from collections.abc import Callable
from dataclasses import dataclass, field

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Brief, SaidTurn
from darasa_reflex.providers.interviewer.gemini_live.closing import Closing
from darasa_reflex.providers.interviewer.gemini_live.ears import Ears
from darasa_reflex.providers.interviewer.gemini_live.places import Places
from darasa_reflex.providers.interviewer.gemini_live.reply import Reply


@dataclass(slots=True)
class Transcript:
    """Makes the candidate's messages, and keeps what both sides said.

    Attributes:
        said: All that was said in this interview, earlier calls included.
    """

    brief: Brief
    now_ms: Callable[[], int]
    send: Callable[[evi.ServerMessage | None], None]
    ears: Ears = field(default_factory=Ears)
    closing: Closing = field(default_factory=Closing)
    said: list[SaidTurn] = field(init=False)
    places: Places = field(init=False)

    def __post_init__(self) -> None:
        """Begin where an earlier call ended."""
        self.said = list(self.brief.said)
        self.places = Places(self.brief.plan)
        for turn in self.said:
            self.places.reach(turn.question)

    @property
    def has_begun(self) -> bool:
        """Whether anything was said in this call."""
        return len(self.said) > len(self.brief.said)

    def hear(self, text: str, *, show: bool) -> None:
        """Take the next words of the candidate; `show` sends them as an interim message."""
        now_ms = self.now_ms()
        self.ears.add(text, now_ms)
        if show and self.brief.verbose:
            words = evi.Text(role="user", content=self.ears.words)
            self.send(evi.UserMessage(message=words, time=self.ears.span(now_ms), interim=True))

    def finish_utterance(self) -> None:
        """Send the candidate's open utterance as a message, if it has words."""
        if message := self.ears.finish(self.now_ms(), self.measured()):
            self._keep(message)

    def type(self, text: str) -> None:
        """Send a typed turn as a message."""
        now_ms = self.now_ms()
        self._keep(
            evi.UserMessage(
                message=evi.Text(role="user", content=text),
                time=evi.Span(begin=now_ms, end=now_ms),
                from_text=True,
                darasa=self.measured(),
            )
        )

    def say(self, reply: Reply) -> evi.Place:
        """Keep the newest sentence of a reply; return its place in the plan."""
        newest = reply.said[-1]
        place = evi.Place() if reply.from_text else self.places.place(" ".join(reply.said))
        self.closing.hear(newest)
        self.said.append(SaidTurn(speaker="interviewer", text=newest, question=place.question))
        return place.model_copy(update={"hang_up": self.closing.has_begun})

    def so_far(self, unsaid: str) -> list[SaidTurn]:
        """Return all that was said, what is being said, and what is about to be (`unsaid`)."""
        # What can be heard again over a new line need not go along as text.
        words = self.ears.words if self.ears.is_too_long else ""
        heard = [SaidTurn(speaker="actor", text=words)] if words else []
        leaves = [SaidTurn(speaker="interviewer", text=unsaid)] if unsaid else []
        return [*self.said, *heard, *leaves]

    def measured(self, *, cut_off: bool = False) -> evi.Measured:
        """Return what is known of what the candidate says now."""
        question = self.places.open
        return evi.Measured(question=question.key if question else None, cut_off=cut_off)

    def _keep(self, message: evi.UserMessage) -> None:
        question = message.darasa.question if message.darasa else None
        text = message.message.content or ""
        self.said.append(SaidTurn(speaker="actor", text=text, question=question))
        self.send(message)
