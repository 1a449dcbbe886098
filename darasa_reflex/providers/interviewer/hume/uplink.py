"""What goes to Hume: one queue, one sender, so that nobody who speaks ever waits."""

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

# Five seconds of voice. A line that is further behind is lost to a conversation.
_MOST_VOICE_BYTES = 5 * HEARD_HZ * 2


@dataclass(slots=True)
class Uplink:
    """Keeps the order. `run` is its task; it ends when the line has closed."""

    socket: ClientConnection
    _frames: deque[str | bytes] = field(default_factory=deque[str | bytes])
    _voice_bytes: int = 0
    _filled: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, frame: str | bytes) -> None:
        """Take a text frame, or voice; the oldest voice is dropped when the line is too slow."""
        self._frames.append(frame)
        if isinstance(frame, bytes):
            self._voice_bytes += len(frame)
        while self._voice_bytes > _MOST_VOICE_BYTES:
            self._drop_oldest_voice()
        self._filled.set()

    async def run(self) -> None:
        """Send what comes, until the line closes."""
        with suppress(ConnectionClosed):
            while True:
                await self._filled.wait()
                while self._frames:
                    await self.socket.send(self._next())
                self._filled.clear()

    def _next(self) -> str | bytes:
        frame = self._frames.popleft()
        if isinstance(frame, bytes):
            self._voice_bytes -= len(frame)
        return frame

    def _drop_oldest_voice(self) -> None:
        index, voice = next(
            (index, frame) for index, frame in enumerate(self._frames) if isinstance(frame, bytes)
        )
        del self._frames[index]
        self._voice_bytes -= len(voice)
