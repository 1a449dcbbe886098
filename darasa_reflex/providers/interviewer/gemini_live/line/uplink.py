"""What goes up to Gemini: voice, typed turns and directions, over whichever line is up."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from websockets.exceptions import WebSocketException

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.providers.interviewer.gemini_live.line import refusals

if TYPE_CHECKING:
    from google.genai.live import AsyncSession

# Longer than all tries to restore a line take; then the engine is dead.
_MOST_WAITING = 60 * HEARD_HZ * 2
_MIME = f"audio/pcm;rate={HEARD_HZ}"


@dataclass(frozen=True, slots=True)
class StreamEnd:
    """The microphone sends nothing for now: what was heard can be transcribed."""


@dataclass(frozen=True, slots=True)
class ToolDone:
    """The result of a function that the model called."""

    call_id: str
    name: str


Item = bytes | str | StreamEnd | ToolDone


@dataclass(slots=True)
class Uplink:
    """A bounded queue and the task that empties it."""

    _items: deque[Item] = field(default_factory=deque[Item])
    _waiting: int = 0
    _session: "AsyncSession | None" = None
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, item: Item) -> None:
        """Send something, voice as 16-bit PCM at `HEARD_HZ`. Never waits.

        Raises:
            ServiceUnavailable: Nothing has been taken for too long.
        """
        self._waiting += len(item) if isinstance(item, bytes) else 0
        if self._waiting > _MOST_WAITING:
            raise refusals.unavailable(refusals.LOST, retryable=True)
        self._items.append(item)
        self._moved.set()

    def detach(self) -> None:
        """Keep what comes until there is a line again."""
        self._session = None

    def restart(self, session: "AsyncSession", *texts: str, voice: bytes) -> None:
        """Go on over a new line with `texts`, `voice` and the voice that has waited.

        What `voice` holds is not sent twice: it is all of an utterance up to now, or empty.
        Waiting texts do not go: whoever restores the line says again what they have said.
        """
        waiting = [item for item in self._items if isinstance(item, bytes)]
        self._items = deque([*texts, *([voice] if voice else waiting)])
        self._waiting = sum(len(item) for item in self._items if isinstance(item, bytes))
        self._session = session
        self._moved.set()

    async def run(self) -> None:
        """Send, for as long as the call lives."""
        while True:
            self._moved.clear()
            while self._items and self._session is not None:
                await self._send_first(self._session)
            await self._moved.wait()

    async def _send_first(self, session: "AsyncSession") -> None:
        items, item = self._items, self._items[0]
        try:
            await _send(session, item)
        except (WebSocketException, OSError):
            # Whoever listens to this line notices too, and restores it.
            if self._session is session:
                self._session = None
            return
        if self._items is items:
            items.popleft()
            self._waiting -= len(item) if isinstance(item, bytes) else 0


async def _send(session: "AsyncSession", item: Item) -> None:
    live: Any = session  # its arguments have no whole types
    match item:
        case bytes():
            await live.send_realtime_input(audio={"data": item, "mime_type": _MIME})
        case str():
            await live.send_realtime_input(text=item)
        case StreamEnd():
            await live.send_realtime_input(audio_stream_end=True)
        case ToolDone():
            response = {"id": item.call_id, "name": item.name, "response": {"result": "ok"}}
            await live.send_tool_response(function_responses=response)
