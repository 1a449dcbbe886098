"""One call by Gemini Live, as the rest of the program sees it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interview_time import GRACE_MS
from darasa_reflex.features.interviews.engines.interviewer import Chat
from darasa_reflex.features.interviews.engines.outbox import Outbox, messages_of, not_yet_read
from darasa_reflex.providers.interviewer.gemini_live.dialogue import Dialogue
from darasa_reflex.providers.interviewer.gemini_live.lifeline import Lifeline
from darasa_reflex.providers.interviewer.gemini_live.line.uplink import StreamEnd

_LOOK_SECONDS = 0.1
# After the planned time, so long a silence is not left to the candidate any more.
_SILENT_MS = 20_000
# The last words of a call are transcribed a moment after the line to the browser has closed.
_LAST_WORDS_SECONDS = 1.2


@dataclass(slots=True)
class GeminiConversation:
    """See `Conversation`. `watch` is its task; `hear` and `take` feed it."""

    dialogue: Dialogue
    lifeline: Lifeline
    outbox: Outbox
    _muted: bool = False
    _active_ms: int = 0

    @property
    def chat(self) -> Chat | None:
        """See `Conversation.chat`. Gemini's sessions have no name that lasts."""
        return None

    @property
    def lineup(self) -> None:
        """See `Conversation.lineup`: one model does everything."""
        return

    async def hear(self, pcm: bytes) -> None:
        """See `Conversation.hear`."""
        if self._muted:
            # Gemini's clock is the sound: without any, a mute neither ends nor begins an answer.
            return
        dialogue = self.dialogue
        now_ms = dialogue.now_ms()
        dialogue.ears.hear(pcm, now_ms)
        if dialogue.ears.is_speaking(now_ms):
            self._active_ms = now_ms
        dialogue.uplink.put(pcm)

    async def take(self, message: evi.ClientMessage) -> None:
        """See `Conversation.take`."""
        dialogue = self.dialogue
        match message:
            case evi.UserInput() if text := message.text.strip():
                self._take_typed(text)
            case evi.Wish():
                self._active_ms = dialogue.now_ms()
                dialogue.give_way()
                if message.wish == "skip" and dialogue.is_over_time:
                    dialogue.close()
                else:
                    dialogue.directions.send(dialogue.script.wish(message.wish))
            case evi.AssistantInput() if text := message.text.strip():
                dialogue.directions.waiting.append(dialogue.script.verbatim(text))
            case evi.PauseAssistant():
                dialogue.time.pause(dialogue.now_ms())
                dialogue.pause()
            case evi.ResumeAssistant():
                dialogue.time.go_on(dialogue.now_ms())
                dialogue.resume()
            case evi.Muted():
                self._muted = message.muted
                dialogue.ears.mute(dialogue.now_ms(), muted=message.muted)
            case evi.Playback():
                dialogue.mouth.report(message)
            case _:
                # Settings, tools: nobody outside changes what the interviewer is told.
                return

    def messages(self) -> AsyncIterator[evi.ServerMessage]:
        """See `Conversation.messages`."""
        return messages_of(self.outbox)

    async def finish(self) -> list[evi.UserMessage]:
        """See `Conversation.finish`."""
        await self._hear_last_words()
        left = not_yet_read(self.outbox)
        dialogue = self.dialogue
        measured = dialogue.transcript.measured(cut_off=True)
        last = dialogue.ears.finish(dialogue.now_ms(), measured)
        return [*left, last] if last else left

    async def watch(self) -> None:
        """Do what only time makes due, for as long as the call lives."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            self._look()
            self.lifeline.look()

    def _look(self) -> None:
        dialogue = self.dialogue
        dialogue.directions.look()
        dialogue.closing.look(dialogue.now_ms())
        dialogue.end_if_closed()
        now_ms = dialogue.now_ms()
        far_over = dialogue.time.over_ms(now_ms) > GRACE_MS
        if far_over and dialogue.is_over_time and dialogue.ears.is_open(now_ms):
            dialogue.close()
        if not dialogue.is_calm or dialogue.paused:
            return
        if dialogue.is_over_time and self._silent_ms > _SILENT_MS:
            dialogue.close()
        else:
            dialogue.directions.send_waiting()

    @property
    def _silent_ms(self) -> int:
        """How long nobody has said anything."""
        now_ms = self.dialogue.now_ms()
        return now_ms - max(self._active_ms, now_ms + self.dialogue.mouth.left_ms)

    def _take_typed(self, text: str) -> None:
        dialogue = self.dialogue
        self._active_ms = dialogue.now_ms()
        dialogue.give_way()
        dialogue.transcript.type(text)
        dialogue.uplink.put(dialogue.script.typed(text))
        dialogue.directions.expect(None)

    async def _hear_last_words(self) -> None:
        """Wait a moment for the words of a voice that was just heard."""
        if not self.dialogue.ears.awaits_words():
            return
        self.dialogue.uplink.put(StreamEnd())
        until = asyncio.get_running_loop().time() + _LAST_WORDS_SECONDS
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self.dialogue.ears.hears_words()
