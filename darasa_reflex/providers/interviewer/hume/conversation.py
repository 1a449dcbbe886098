"""One call with Hume: its EVI frames pass on whole, our marks are added, secrets stay here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from darasa_reflex.core.clock import Stopwatch
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Chat
from darasa_reflex.providers.interviewer.hume import errors, frames
from darasa_reflex.providers.interviewer.hume.ending import Ending
from darasa_reflex.providers.interviewer.hume.progress import Progress
from darasa_reflex.providers.interviewer.hume.uplink import Uplink

_NORMAL_CLOSE = 1000
_HANG_UP = "hang_up"
_NO_TOOL = "There is no such tool here."
# What has arrived is read at once; the echo of typed words may need a round trip.
_DRAIN_SECONDS = 0.05
_ECHO_SECONDS = 1.0


@dataclass(slots=True)
class HumeConversation:
    """See `Conversation`."""

    chat: Chat
    socket: ClientConnection
    uplink: Uplink
    progress: Progress
    watch: Stopwatch
    ending: Ending
    # What was typed, in order; None stands for the words of a button, which nobody said.
    _unechoed: list[evi.UserMessage | None] = field(default_factory=list[evi.UserMessage | None])
    _error: str | None = None

    @property
    def lineup(self) -> None:
        """See `Conversation.lineup`: Hume does everything."""
        return

    async def hear(self, pcm: bytes) -> None:
        """See `Conversation.hear`."""
        self.uplink.put(pcm)

    async def take(self, message: evi.ClientMessage) -> None:
        """See `Conversation.take`. Nothing that could change the prompt or a setting passes."""
        match message:
            case evi.UserInput():
                self._unechoed.append(self._typed(message.text))
                self.uplink.put(evi.write(evi.UserInput(text=message.text)))
            case evi.Wish():
                self._unechoed.append(None)
                self.uplink.put(evi.write(evi.UserInput(text=message.words)))
            case evi.AssistantInput():
                self.uplink.put(evi.write(evi.AssistantInput(text=message.text)))
            case evi.PauseAssistant():
                self.uplink.put(evi.write(evi.PauseAssistant()))
            case evi.ResumeAssistant():
                self.uplink.put(evi.write(evi.ResumeAssistant()))
            case _:
                # Settings and tools are the server's; of playing and muting Hume hears nothing:
                # a muted microphone sends silence.
                return

    async def messages(self) -> AsyncIterator[evi.ServerMessage]:
        """See `Conversation.messages`."""
        while (frame := await self._next()) is not None:
            message = self._read(frame)
            if message is not None:
                yield message
                if self.ending.is_last(message):
                    return

    async def finish(self) -> list[evi.UserMessage]:
        """See `Conversation.finish`. Typed words that Hume has not told of yet are among them."""
        left: list[evi.UserMessage] = []
        with suppress(TimeoutError, ConnectionClosed):
            async with asyncio.timeout(_ECHO_SECONDS) as limit:
                latest = limit.when() or 0.0
                while True:
                    if not self._unechoed:
                        soon = asyncio.get_running_loop().time() + _DRAIN_SECONDS
                        limit.reschedule(min(latest, soon))
                    left += self._final(await self.socket.recv())
        unechoed, self._unechoed = self._unechoed, []
        return left + [typed for typed in unechoed if typed is not None]

    def _final(self, frame: str | bytes) -> list[evi.UserMessage]:
        message = self._read(frame) if isinstance(frame, str) else None
        if isinstance(message, evi.UserMessage) and not message.interim:
            return [message]
        return []

    # --- the line ---

    async def _next(self) -> str | None:
        """Return the next frame; None when the call has come to its end.

        Raises:
            ServiceUnavailable: The line was lost, or Hume ended the call early.
        """
        while True:
            try:
                async with asyncio.timeout(self.ending.wait_seconds):
                    frame = await self.socket.recv()
            except TimeoutError:
                if self.ending.closing:
                    return None
                self.uplink.put(evi.write(self.ending.farewell()))
            except ConnectionClosed as closed:
                self._check(closed.rcvd.code if closed.rcvd else None)
                return None
            else:
                if isinstance(frame, str):
                    return frame

    def _check(self, code: int | None) -> None:
        """Let a close pass that ends the interview."""
        if self.ending.closing:
            return
        if code == _NORMAL_CLOSE and self.progress.goodbye:
            return
        if self._error is not None:
            raise errors.of_code(self._error)
        sentence = errors.HUNG_UP if code == _NORMAL_CLOSE else errors.LOST
        raise errors.unavailable(sentence, retryable=True)

    # --- what comes ---

    def _read(self, frame: str) -> evi.ServerMessage | None:
        message = frames.read(frame)
        match message:
            case evi.ChatMetadata():
                return None
            case evi.UserMessage():
                return self._heard(message)
            case evi.AssistantMessage():
                place = self.progress.say(message.message.content or "")
                return message.model_copy(update={"darasa": place})
            case evi.AssistantEnd() | evi.UserInterruption():
                self.progress.end_reply()
            case evi.ToolCall():
                self._answer(message)
                return None
            case evi.Error():
                return self._failed(message)
            case _:
                pass
        return message

    def _heard(self, message: evi.UserMessage) -> evi.UserMessage | None:
        if message.interim:
            return message
        if message.from_text and self._unechoed and self._unechoed.pop(0) is None:
            return None
        measured = evi.Measured(question=self.progress.question)
        return message.model_copy(update={"darasa": measured})

    def _answer(self, call: evi.ToolCall) -> None:
        """Take a wish for a tool; the only one we have is to hang up."""
        if call.name == _HANG_UP:
            self.ending.hang_up()
        elif call.response_required:
            # Without an answer the interviewer would wait for it.
            refusal = evi.ToolError(tool_call_id=call.tool_call_id, error=_NO_TOOL)
            self.uplink.put(evi.write(refusal))

    def _failed(self, error: evi.Error) -> evi.Error | None:
        """Return what the client reads of an error; None when the close will tell more."""
        self._error = error.code
        if error.code in errors.CLOSING:
            return None
        told = errors.of_code(error.code)
        return evi.Error(
            code=errors.plain_code(error.code), slug="engine_error", message=told.message
        )

    def _typed(self, text: str) -> evi.UserMessage:
        now_ms = int(self.watch.seconds * 1000)
        return evi.UserMessage(
            message=evi.Text(role="user", content=text),
            time=evi.Span(begin=now_ms, end=now_ms),
            from_text=True,
            darasa=evi.Measured(question=self.progress.question),
        )
