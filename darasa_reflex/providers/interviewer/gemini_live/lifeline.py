"""Lines end, the call does not: listening, and going on over the next line.

Every line begins with the material: the job, the plan, and all that was said. Gemini's own way, a
handle for the session, takes no content at its beginning, and people measured that the job is
forgotten in two of three sessions that were resumed so.
"""

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from websockets.exceptions import WebSocketException

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.providers.interviewer.gemini_live.dialogue import Dialogue
from darasa_reflex.providers.interviewer.gemini_live.line import refusals
from darasa_reflex.providers.interviewer.gemini_live.line.connection import (
    Connection,
    Exchange,
    set_up,
)
from darasa_reflex.providers.interviewer.gemini_live.line.script import Direction

if TYPE_CHECKING:
    from google.genai.live import AsyncSession
    from google.genai.types import LiveServerMessage

# Before each try to restore a line.
_DELAYS = (0.0, 0.3, 1.0, 2.0, 4.0)
# Gemini says some seconds before that it will close a line; the next is opened a little earlier.
_EARLIER_SECONDS = 1.0
_DEFAULT_LEFT_SECONDS = 5.0


@dataclass(slots=True)
class Lifeline:
    """Carries one call over as many lines as it takes."""

    exchange: Exchange
    dialogue: Dialogue
    _line: Connection | None = None
    _tries: int = 0
    _leave_at: float | None = None
    _leave: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self) -> None:
        """Open the first line.

        Raises:
            ServiceUnavailable: It is refused, or nothing answers.
        """
        await self._start(self.dialogue.script.begin())

    async def run(self) -> None:
        """Listen for as long as the call lives.

        Raises:
            ServiceUnavailable: A line was lost and could not be restored.
        """
        while self._line:
            await self._listen(self._line.session)
            self.dialogue.uplink.detach()
            if self.dialogue.closing.is_said:
                return
            await self.close()
            await self._restore()

    async def close(self) -> None:
        """Close the line."""
        if self._line:
            line, self._line = self._line, None
            await line.close()

    def look(self) -> None:
        """Leave a line that is about to be closed, at a calm moment. Call it often."""
        if self._leave_at is None:
            return
        if self.dialogue.is_calm or asyncio.get_running_loop().time() > self._leave_at:
            self._leave.set()

    async def _listen(self, session: "AsyncSession") -> None:
        """Listen to one line until it ends or is left."""
        self._leave_at = None
        self._leave.clear()
        tasks = [asyncio.create_task(self._receive(session)), asyncio.create_task(self._leaving())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result

    async def _leaving(self) -> None:
        await self._leave.wait()

    async def _receive(self, session: "AsyncSession") -> None:
        from google.genai.errors import APIError  # noqa: PLC0415 (slow; loaded by now)

        while True:
            try:
                async for message in session.receive():
                    self._take(message)
            except (APIError, WebSocketException, OSError):
                return
            except (TypeError, ValueError):
                # A message that this version of the client does not know; it counts for nothing.
                await asyncio.sleep(0)

    def _take(self, message: "LiveServerMessage") -> None:
        # A line over which nothing comes is as bad as none.
        self._tries = 0
        if message.go_away:
            left = _seconds(message.go_away.time_left)
            self._leave_at = asyncio.get_running_loop().time() + left - _EARLIER_SECONDS
        self.dialogue.take(message)

    async def _restore(self) -> None:
        """Open the next line, where the last one ended."""
        direction = self._next_direction()
        while self._tries < len(_DELAYS):
            await asyncio.sleep(_DELAYS[self._tries])
            self._tries += 1
            try:
                return await self._start(direction)
            except ServiceUnavailable as failure:
                if not failure.retryable:
                    raise
        raise refusals.unavailable(refusals.LOST, retryable=True)

    def _next_direction(self) -> Direction | None:
        """Return what the model is to do over the next line; None: wait for the candidate."""
        dialogue, directions = self.dialogue, self.dialogue.directions
        heard = dialogue.break_off()
        if heard is None and not directions.expecting:
            return None
        if heard is None and directions.asked:
            return directions.asked
        if not heard and not dialogue.transcript.has_begun:
            return dialogue.script.begin()
        return dialogue.script.go_on(heard or "")

    async def _start(self, direction: Direction | None) -> None:
        dialogue = self.dialogue
        config = set_up(dialogue.script.system, dialogue.brief.patience_seconds)
        self._line = await self.exchange.open(config, self._material())
        texts = [direction.text] if direction else []
        dialogue.uplink.restart(self._line.session, *texts, voice=dialogue.ears.again())
        if direction:
            dialogue.directions.expect(direction)

    def _material(self) -> str:
        dialogue = self.dialogue
        said = dialogue.transcript.so_far(dialogue.mouth.unsaid)
        elapsed_ms = dialogue.brief.elapsed_ms + dialogue.now_ms()
        return dialogue.script.material(said, elapsed_ms)


def _seconds(duration: str | None) -> float:
    """Return a duration of Gemini's ("9.5s") in seconds."""
    with contextlib.suppress(ValueError):
        return float((duration or "").removesuffix("s"))
    return _DEFAULT_LEFT_SECONDS
