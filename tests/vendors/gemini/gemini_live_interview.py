"""A whole interview as the Live stand-in holds it: plain, but heard, answered and closed."""

import array
import asyncio
import json
from dataclasses import dataclass
from typing import Any

from tests.vendors.gemini.gemini_live import Call

_HZ = 16_000
# Above the noise of a room, which browsers amplify; spoken WAVs peak at 10 000 and more.
_LOUD = 4_000
_GOODBYE = "Thank you for your time. The interview is over. Goodbye."


@dataclass
class Session:
    """What a session remembers: its plan, the next question, how many answers it has heard."""

    name: str
    plan: list[str]
    asked: int = 0
    answers: int = 0


@dataclass
class Ear:
    """Finds stretches of speech: sound that is loud, then silence for as long as was asked for."""

    silence_ms: int
    at: int = 0
    loud_ms: int = 0
    quiet_ms: int = 0

    def hear(self, audio: bytearray) -> bool:
        """Take all audio so far; tell whether a stretch of speech has ended."""
        size = _HZ // 50 * 2  # 20 ms
        while len(audio) - self.at >= size:
            samples = array.array("h", bytes(audio[self.at : self.at + size]))
            self.at += size
            if max(samples, default=0) > _LOUD:
                self.loud_ms, self.quiet_ms = self.loud_ms + 20, 0
            else:
                self.quiet_ms += 20
            if self.loud_ms and self.quiet_ms >= self.silence_ms:
                was_speech, self.loud_ms, self.quiet_ms = self.loud_ms >= 200, 0, 0
                if was_speech:
                    return True
        return False


class Interviews:
    """Moments interviews by the plan in MATERIAL, and goes on from what was said."""

    async def hold(self, call: Call) -> None:
        await call.accept()
        await call.until(lambda: call.first is not None)
        session = self._new(json.loads((call.first or "").removeprefix("MATERIAL ")))
        ear = Ear(call.patience_ms)
        while await self._take_turn(call, session, ear):
            pass

    def _new(self, material: dict[str, Any]) -> Session:
        plan = [question["question"] for question in material["plan"]]
        said = " ".join(t["text"] for t in material["said"] if t["speaker"] == "interviewer")
        asked = max((n for n, text in enumerate(plan, 1) if text in said), default=0)
        answers = sum(turn["speaker"] == "actor" for turn in material["said"])
        return Session(material["candidate_name"], plan, asked, answers)

    async def _take_turn(self, call: Call, session: Session, ear: Ear) -> bool:
        """Wait for a turn of the candidate's and answer it; tell whether more follows."""
        ended = False

        def something() -> bool:
            nonlocal ended
            ended = ended or ear.hear(call.audio)
            return ended or not call.texts.empty()

        await call.until(something)
        text = None if call.texts.empty() else call.texts.get_nowait()
        if text is None:
            session.answers += 1
            await call.hears(f"This is spoken answer number {session.answers}.")
        if text and "Say exactly these words" in text:
            await self._say(call, json.loads(text.partition(": ")[2]))
            return True
        if session.asked == len(session.plan) or (text and "planned time is over" in text):
            await self._say(call, _GOODBYE, complete=False)
            await call.call_tool("end_interview")
            return False
        greeting = "Thank you. " if session.asked else f"Hello {session.name}, welcome. "
        await self._say(call, greeting + session.plan[session.asked])
        session.asked += 1
        return True

    async def _say(self, call: Call, text: str, *, complete: bool = True) -> None:
        """Speak: a tone as long as the words take, some words after each part of it."""
        words = text.split()
        for at in range(0, len(words), 4):
            part = " ".join(words[at : at + 4])
            await call.voice(45 * len(part))
            await call.words(part + " ")
            await asyncio.sleep(0)
        if complete:
            await call.content(turnComplete=True)
