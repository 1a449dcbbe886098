"""One connection of the Hume stand-in."""

import asyncio
import json
import time
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from websockets.asyncio.server import ServerConnection

from tests.vendors.hume.hume_record import KeptChat, scores
from tests.vendors.hume.hume_script import Group, is_goodbye, planned, spoken_reply, user_message

if TYPE_CHECKING:
    from tests.vendors.hume.hume import HumeStandIn

_HZ = 16_000
_VOICE_RMS = 500.0
_SILENCE_MS = 800
_SETTINGS_SECONDS = 5.0


class Dropped(Exception):
    """The line was cut on purpose."""


@dataclass
class Hearing:
    """Finds stretches of speech by energy, on the clock of the samples."""

    samples: int = 0
    began_ms: int | None = None
    ended_ms: int = 0

    @property
    def now_ms(self) -> int:
        return self.samples * 1000 // _HZ

    def hear(self, pcm: bytes) -> str | None:
        """Take a frame; return "began" or "ended" when speech just did."""
        voice = array("h", pcm[: len(pcm) // 2 * 2])
        self.samples += len(voice)
        if voice and (sum(s * s for s in voice) / len(voice)) ** 0.5 > _VOICE_RMS:
            self.ended_ms = self.now_ms
            if self.began_ms is None:
                self.began_ms = self.now_ms - len(voice) * 1000 // _HZ
                return "began"
        elif self.began_ms is not None and self.now_ms - self.ended_ms >= _SILENCE_MS:
            return "ended"
        return None


@dataclass
class Talk:
    """Plays the group's script over a line."""

    hume: "HumeStandIn"
    line: ServerConnection
    chat: KeptChat
    group: Group
    paused: bool = False
    unanswered: str | None = None
    sent: int = 0
    settled: bool = False
    hearing: Hearing = field(default_factory=Hearing)
    playing_until: float = 0.0
    began: float = field(default_factory=time.monotonic)

    async def run(self) -> None:
        try:
            await self._send_uncounted(
                {
                    "type": "chat_metadata",
                    "chat_id": self.chat.id,
                    "chat_group_id": self.group.id,
                    "request_id": "r-1",
                    "system_prompt": "PLANTED-PROMPT",
                }
            )
            await self._greet()
            while not self.group.over or self.group.unheard:
                frame = await self.line.recv()
                if isinstance(frame, bytes):
                    await self._hear(frame)
                else:
                    await self._take(json.loads(frame))
            await self._hang_up()
        except Dropped:
            self.line.transport.close()
            await self.line.wait_closed()
        finally:
            self.hume.record.close(self.chat)

    async def _greet(self) -> None:
        """Greet once the settings are there; clients without any are greeted without a name."""
        try:
            async with asyncio.timeout(
                _SETTINGS_SECONDS if "config_id" in self.chat.query else 0.1
            ):
                while not self.settled:
                    frame = await self.line.recv()
                    if isinstance(frame, str):
                        await self._take(json.loads(frame))
        except TimeoutError:
            pass
        await self._reply(self.group.opening())
        for frame in self.hume.after_greeting:
            await self.line.send(frame)
        if self.hume.close_after_greeting is not None:
            await self.line.close(self.hume.close_after_greeting)

    # --- what comes ---

    async def _take(self, message: dict) -> None:
        self.chat.received.append(message)
        match message["type"]:
            case "session_settings":
                self._settle(message)
            case "user_input":
                now = int((time.monotonic() - self.began) * 1000)
                await self._heard(message["text"], now, now, None)
            case "assistant_input":
                await self._reply([message["text"]], from_text=True)
            case "pause_assistant_message":
                self.paused = True
                self.hume.record.note(self.chat, "SYSTEM", "PAUSE_ONSET")
            case "resume_assistant_message":
                self.paused = False
                self.hume.record.note(self.chat, "SYSTEM", "RESUME_ONSET")
                await self._answer()

    def _settle(self, message: dict) -> None:
        self.settled = True
        self.chat.settings.append(message)
        variables = message.get("variables") or {}
        if self.group.at < 0:
            self.group.user_name = variables.get("userName", "")
            self.group.questions = planned(variables) or self.group.questions
        self.hume.record.note(self.chat, "SYSTEM", "SESSION_SETTINGS", json.dumps(message))

    async def _hear(self, pcm: bytes) -> None:
        self.chat.voice.append(pcm)
        happened = self.hearing.hear(pcm)
        if happened == "began" and time.monotonic() < self.playing_until:
            self.hume.record.note(self.chat, "USER", "USER_INTERRUPTION")
            self.playing_until = 0.0
            await self._send([{"type": "user_interruption", "time": int(time.time() * 1000)}])
        if happened == "began" and self.chat.query.get("verbose_transcription") == "true":
            begin = self.hearing.began_ms or 0
            interim = user_message("well", begin, self.hearing.now_ms, None, interim=True)
            await self._send([interim])
        if happened == "ended":
            begin, self.hearing.began_ms = self.hearing.began_ms or 0, None
            text = self.group.speech()
            its = scores(self.group.spoken)
            await self._heard(text, begin, self.hearing.ended_ms, its)

    async def _heard(self, text: str, begin: int, end: int, its: dict[str, float] | None) -> None:
        self.hume.record.note(self.chat, "USER", "USER_MESSAGE", text, its)
        self.unanswered = text
        # Hume goes on by itself when the line breaks, so the answer is thought of in any case.
        reply = None if self.paused else self._next_reply()
        await self._send([user_message(text, begin, end, its)], before=reply or ())
        if reply:
            await self._reply(reply)

    async def _answer(self) -> None:
        if self.unanswered is not None:
            await self._reply(self._next_reply())

    def _next_reply(self) -> list[str]:
        text, self.unanswered = self.unanswered or "", None
        return self.group.reply(text)

    # --- what goes ---

    async def _reply(self, texts: list[str], *, from_text: bool = False) -> None:
        if not texts:
            return
        seconds = self.hume.tone_ms * len(texts) / 1000
        self.playing_until = max(time.monotonic(), self.playing_until) + seconds
        its = scores(1000 + self.group.answers)
        await self._send(spoken_reply(texts, its, self.hume.wav, from_text=from_text))

    async def _send(self, messages: Iterable[dict], before: Iterable[str] = ()) -> None:
        """Send; cut the line where that is due, with what is left, and `before`, said unheard."""
        left = list(messages)
        while left:
            message = left.pop(0)
            self._note(message)
            await self.line.send(json.dumps(message))
            self.sent += 1
            if message["type"] == "assistant_message":
                self.group.unheard = False
            text = (message.get("message") or {}).get("content") or ""
            if is_goodbye(text) or self._is_over:
                continue
            if self.hume.drop_after and self.sent % self.hume.drop_after == 0:
                self._lose(left, before)
                raise Dropped

    @property
    def _is_over(self) -> bool:
        return any(
            event.type == "AGENT_MESSAGE" and is_goodbye(event.text or "")
            for event in self.chat.events
        )

    def _lose(self, left: Iterable[dict], before: Iterable[str]) -> None:
        texts = [m["message"]["content"] for m in left if m["type"] == "assistant_message"]
        for text in (*texts, *before):
            self.hume.record.note(self.chat, "AGENT", "AGENT_MESSAGE", text)
            self.group.unheard = True

    def _note(self, message: dict) -> None:
        if message["type"] == "assistant_message":
            text = message["message"]["content"]
            self.hume.record.note(self.chat, "AGENT", "AGENT_MESSAGE", text)

    async def _send_uncounted(self, message: dict) -> None:
        await self.line.send(json.dumps(message))

    async def _hang_up(self) -> None:
        if self.hume.hangs_up:
            await self._send_uncounted(
                {
                    "type": "tool_call",
                    "name": "hang_up",
                    "parameters": '{"reason": "PLANTED-PARAMETERS"}',
                    "tool_call_id": "t-1",
                    "response_required": False,
                    "tool_type": "builtin",
                }
            )
        if self.hume.closes:
            await self.line.close(1000)
        else:
            await self.line.wait_closed()
