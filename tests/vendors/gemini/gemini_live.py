"""A stand-in for Gemini's Live API on loopback: TLS, one WebSocket per session, played by scripts.

    async with running(folder, script, other_script) as gemini:
        ...  # genai.Client(http_options={"base_url": gemini.address, ...})
        gemini.calls[0].setup["systemInstruction"]

A script is a coroutine function that takes a `Call`; connection n gets script n, the last one all
that follow. As a program, `python -m tests.vendors.gemini.gemini_live PORT CERT_DIR [HTTP_PORT]`,
it holds whole interviews; requests that are no WebSocket go to HTTP_PORT, so that one
GEMINI_BASE_URL serves live voice and text. Set SSL_CERT_FILE=CERT_DIR/cert.pem for whoever shall
trust it.
"""

import asyncio
import base64
import contextlib
import json
import math
import struct
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from tests.vendors.beside import Beside
from tests.vendors.loopback_tls import make_certificate, server_tls

PATH = "/ws/google.ai.generativelanguage.v1.GenerativeService.BidiGenerateContent"
_HZ = 24_000


def tone(ms: int) -> bytes:
    """A quiet tone: 16-bit mono PCM at 24 kHz."""
    samples = _HZ * ms // 1000
    wave = (int(4000 * math.sin(2 * math.pi * 220 * n / _HZ)) for n in range(samples))
    return struct.pack(f"<{samples}h", *wave)


@dataclass
class Call:
    """One connection. `audio` is all that was heard; texts and tool results wait to be read."""

    ws: ServerConnection
    setup: dict[str, Any]
    first: str | None = None
    audio: bytearray = field(default_factory=bytearray)
    texts: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    frames: list[dict[str, Any]] = field(default_factory=list)
    moved: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def patience_ms(self) -> int:
        """The silence that ends an answer. Keys come as the client writes them: either way."""
        detection = self.setup["realtimeInputConfig"]["automatic_activity_detection"]
        return detection["silence_duration_ms"]

    @property
    def audio_ended(self) -> bool:
        return any("audioStreamEnd" in f.get("realtime_input", {}) for f in self.frames)

    async def accept(self) -> None:
        await self.send({"setupComplete": {}})

    async def send(self, message: dict[str, Any]) -> None:
        await self.ws.send(json.dumps(message).encode())

    async def content(self, **fields: Any) -> None:
        await self.send({"serverContent": fields})

    async def voice(self, ms: int) -> None:
        """Send a tone, in pieces as Gemini does."""
        for left in range(ms, 0, -100):
            data = base64.b64encode(tone(min(left, 100))).decode()
            part = {"inlineData": {"data": data, "mimeType": f"audio/pcm;rate={_HZ}"}}
            await self.content(modelTurn={"parts": [part]})

    async def words(self, text: str) -> None:
        """Send words of the model's."""
        await self.content(outputTranscription={"text": text})

    async def hears(self, text: str) -> None:
        """Send words of the candidate's."""
        await self.content(inputTranscription={"text": text})

    async def say(self, text: str, ms: int = 100) -> None:
        """Send a whole turn."""
        await self.voice(ms)
        await self.words(text)
        await self.content(turnComplete=True)

    async def call_tool(self, name: str) -> None:
        await self.send({"toolCall": {"functionCalls": [{"id": "f1", "name": name, "args": {}}]}})

    async def listen(self, size: int) -> None:
        """Wait until so many bytes of voice have come in all."""
        await self.until(lambda: len(self.audio) >= size)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true, looked at after every frame that comes in."""
        async with self.moved:
            await self.moved.wait_for(true)

    def drop(self) -> None:
        """End the line at once, without a word."""
        self.ws.transport.abort()

    async def read(self) -> None:
        """Take in what the client sends."""
        async for raw in self.ws:
            frame = json.loads(raw)
            self.frames.append(frame)
            sent = frame.get("realtime_input", {})
            if audio := sent.get("audio"):
                self.audio += base64.urlsafe_b64decode(audio["data"])
            if "text" in sent:
                self.texts.put_nowait(sent["text"])
            if content := frame.get("client_content"):
                self.first = content["turns"][0]["parts"][0]["text"]
            async with self.moved:
                self.moved.notify_all()


Script = Callable[[Call], Awaitable[None]]


@dataclass
class Gemini:
    """The running stand-in. `headers` are of its requests; `status` refuses them."""

    scripts: tuple[Script, ...]
    status: int | None = None
    address: str = ""
    calls: list[Call] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    failed: list[BaseException] = field(default_factory=list)

    def admit(self, connection: ServerConnection, request: Any) -> Any:
        headers = {name.lower(): value for name, value in request.headers.raw_items()}
        self.requests.append((request.path, headers))
        if self.status or request.path != PATH:
            return connection.respond(self.status or 404, '{"error": "the vendor\'s own words"}')
        return None

    async def play(self, ws: ServerConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            call = Call(ws, json.loads(await ws.recv())["setup"])
            self.calls.append(call)
            reading = asyncio.create_task(call.read())
            script = self.scripts[min(len(self.calls), len(self.scripts)) - 1]
            playing = asyncio.create_task(self._play(script, call))
            await ws.wait_closed()
            for task in (reading, playing):
                task.cancel()
            await asyncio.gather(reading, playing, return_exceptions=True)

    async def _play(self, script: Script, call: Call) -> None:
        try:
            await script(call)
        except (AssertionError, KeyError, ValueError) as wrong:
            self.failed.append(wrong)
            call.drop()


@contextlib.asynccontextmanager
async def running(
    folder: Path, *scripts: Script, status: int | None = None, port: int = 0, http_port: int = 0
) -> AsyncIterator[Gemini]:
    """Serve on loopback with a certificate in `folder`, made if there is none."""
    make_certificate(folder)
    gemini = Gemini(scripts, status)
    kind = type("Serving", (Beside,), {"http_port": http_port or None})
    options = {"ssl": server_tls(folder), "process_request": gemini.admit, "close_timeout": 0.2}
    async with serve(
        gemini.play, "127.0.0.1", port, create_connection=kind, max_size=1 << 24, **options
    ) as server:
        own = server.sockets[0].getsockname()[1]
        gemini.address = f"https://127.0.0.1:{own}"
        yield gemini


async def _main(port: str, folder: str, http_port: str = "0") -> None:
    from tests.vendors.gemini.gemini_live_interview import Interviews

    hold = Interviews().hold
    async with running(Path(folder), hold, port=int(port), http_port=int(http_port)) as gemini:
        print(gemini.address, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
