"""Turns of a call: what Gemini sends, and what becomes of it in which order.

A turn of the model is open from its first sound or word to `turnComplete`. The candidate's words
become a message when the reply to them begins to leave, so that they stand before it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from darasa_reflex.core.clock import Clock
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interview_time import InterviewTime
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.providers.interviewer.gemini_live.closing import Closing
from darasa_reflex.providers.interviewer.gemini_live.ears import Ears
from darasa_reflex.providers.interviewer.gemini_live.line.directions import Directions
from darasa_reflex.providers.interviewer.gemini_live.line.script import END_TOOL, Script
from darasa_reflex.providers.interviewer.gemini_live.line.uplink import ToolDone, Uplink
from darasa_reflex.providers.interviewer.gemini_live.mouth import Mouth
from darasa_reflex.providers.interviewer.gemini_live.reply import Reply
from darasa_reflex.providers.interviewer.gemini_live.transcript import Transcript

if TYPE_CHECKING:
    from google.genai.types import LiveServerContent, LiveServerMessage, LiveServerToolCall

# Transcripts of the candidate may come after the reply has begun; it waits so long for them.
_SETTLED_MS = 100
_LONGEST_WORDLESS_MS = 1_000


@dataclass(slots=True)
class Dialogue:
    """The state of one call, whatever lines it goes over. Times are ms from its start.

    Attributes:
        in_turn: The model is producing a reply.
        paused: The candidate wants to think; nothing new is said.
        withheld: A reply was given during a pause, and not said.
    """

    brief: Brief
    script: Script
    clock: Clock
    now_ms: Callable[[], int]
    send: Callable[[evi.ServerMessage | None], None]
    uplink: Uplink
    time: InterviewTime
    ears: Ears = field(init=False)
    closing: Closing = field(init=False)
    transcript: Transcript = field(init=False)
    mouth: Mouth = field(init=False)
    directions: Directions = field(init=False)
    in_turn: bool = False
    withheld: bool = False
    paused: bool = False
    _told_time: bool = False
    _reply: Reply | None = None
    _dropping: bool = False
    _late: bool = False

    def __post_init__(self) -> None:
        """Put its parts together."""
        said = self.transcript = Transcript(self.brief, self.now_ms, self._send_heard)
        self.ears, self.closing = said.ears, said.closing
        self.directions = Directions(self.uplink, self.now_ms)
        self.mouth = Mouth(self.now_ms, self.send, said.say, self._may_begin, self._fall_quiet)

    # --- from Gemini ---

    def take(self, message: "LiveServerMessage") -> None:
        """Take a message of Gemini's."""
        if message.server_content:
            self._take_content(message.server_content)
        if message.tool_call:
            self._take_call(message.tool_call)
        self.mouth.wake()

    def _take_content(self, content: "LiveServerContent") -> None:
        if (heard := content.input_transcription) and heard.text:
            self._hear_words(heard.text)
        if content.interrupted:
            self._be_interrupted()
        parts = (content.model_turn.parts or []) if content.model_turn else []
        pcm = b"".join(p.inline_data.data or b"" for p in parts if p.inline_data)
        text = (content.output_transcription and content.output_transcription.text) or ""
        if pcm or (text and not self._late):
            self._speak(text, pcm)
        if content.turn_complete:
            self._end_turn()

    def _hear_words(self, text: str) -> None:
        if self.mouth.is_saying and not self.in_turn and self.ears.is_speaking(self.now_ms()):
            # Gemini is done with a reply that is still being heard.
            self.fall_silent()
        self.transcript.hear(text, show=not self.mouth.is_saying)

    def _be_interrupted(self) -> None:
        self.in_turn = self._dropping = False
        self._reply = None
        # Words of the reply that was cut may still come, but no voice of it.
        self._late = True
        self.fall_silent()

    def _speak(self, text: str, pcm: bytes) -> None:
        if not self.in_turn:
            self._begin_turn()
        if self._reply and not self._dropping:
            self._reply.add(text, pcm)

    def _begin_turn(self) -> None:
        self.in_turn = True
        self._late = False
        asked = self.directions.begin_turn()
        if self.closing.is_said:
            self._dropping = True
        elif self.paused:
            self._dropping = self.withheld = True
        elif asked is None and self.is_over_time:
            # Instead of the next question. Nothing of the reply was heard yet.
            self._dropping = True
            self.close()
        else:
            self._reply = self.mouth.begin(from_text=asked is not None and asked.verbatim)

    def _end_turn(self) -> None:
        reply, self._reply = self._reply, None
        if self._dropping:
            # Gemini has taken the utterance for finished, although its reply is not heard.
            self.transcript.finish_utterance()
        self.in_turn = self._dropping = self._late = False
        if reply:
            reply.end()
        self.closing.end_turn(with_words=bool(reply and reply.text))
        if self.mouth.is_done:
            self.mouth.close()
            self._fall_quiet()

    def _fall_quiet(self) -> None:
        """Note that all replies have left: words that came too late to stand before one, follow."""
        if not self.in_turn and not self.ears.is_speaking(self.now_ms()):
            self.transcript.finish_utterance()
        self.end_if_closed()

    def _take_call(self, call: "LiveServerToolCall") -> None:
        for function in call.function_calls or []:
            if function.name == END_TOOL:
                self.closing.call(self.now_ms(), after_words=bool(self._reply and self._reply.text))
            if self.closing.is_said:
                # An answer would make the model speak again.
                self._end_turn()
            elif function.id:
                self.uplink.put(ToolDone(function.id, function.name or ""))

    # --- from the call ---

    def pause(self) -> None:
        """Say nothing more after what is being said."""
        self.paused = True
        if self._reply and not self._reply.said:
            self.mouth.drop(self._reply)
            self._reply = None
            self._dropping = self.withheld = True

    def resume(self) -> None:
        """Answer the last thing said meanwhile."""
        self.paused = False
        if self.withheld:
            self.withheld = False
            self.directions.send(self.script.ready())

    def close(self) -> None:
        """Have the interview closed, because its time is over."""
        self._told_time = True
        self.directions.send(self.script.close())

    def give_way(self) -> None:
        """Say nothing more of the open turn: the candidate has typed something."""
        self._dropping = self.in_turn
        self._reply = None
        self.fall_silent()
        self.transcript.finish_utterance()

    def fall_silent(self) -> None:
        """Say nothing more of what is being said; last words are said to the end."""
        if self.closing.has_begun:
            return
        told = self.mouth.is_saying
        self.mouth.hush()
        if told:
            self.send(evi.UserInterruption(time=int(self.clock.now().timestamp() * 1000)))

    def end_if_closed(self) -> None:
        """Hang up if the last words were said and have left."""
        if self.closing.is_said and self.mouth.is_done and not self.in_turn:
            self.send(None)

    @property
    def is_calm(self) -> bool:
        """Whether neither side speaks or is about to."""
        busy = self.in_turn or self.directions.expecting or self.mouth.is_saying
        return not busy and self.mouth.is_done and not self.ears.is_open(self.now_ms())

    @property
    def is_over_time(self) -> bool:
        """Whether the model should be told that the planned time is over."""
        if self._told_time or self.transcript.places.is_last or self.closing.has_begun:
            return False
        return self.time.over_ms(self.now_ms()) > 0

    def break_off(self) -> str | None:
        """Note that the line broke. Return what is heard of a reply it cut; None if it cut none."""
        cut, self._reply = self._reply, None
        wanted = self.in_turn and not self._dropping
        self.in_turn = self._dropping = self._late = False
        if self.mouth.is_about_to_speak or (wanted and not cut):
            # It is answered, so it is not to be heard again over the next line.
            self.transcript.finish_utterance()
        if cut:
            cut.break_off()
            self.mouth.wake()
        return (cut.text if cut else "") if wanted else None

    def _send_heard(self, message: evi.ServerMessage | None) -> None:
        """Send a message of the candidate's; a final one ends a reply that the line has cut."""
        if isinstance(message, evi.UserMessage) and not message.interim:
            self.mouth.close()
        self.send(message)

    def _may_begin(self, reply: Reply) -> bool:
        """Tell whether a reply may be heard; the words it answers go before it."""
        settled = self.ears.is_settled(
            self.now_ms(),
            quiet_ms=_SETTLED_MS,
            longest_ms=_LONGEST_WORDLESS_MS,
            since_ms=reply.began_ms,
        )
        if settled:
            self.transcript.finish_utterance()
        return settled
