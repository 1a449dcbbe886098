"""A stand-in for servers that speak OpenAI's chat completions, on loopback.

    with openai_text.running() as server:
        server.script(error(429), whole({"a": 1}))
        ...  # AsyncOpenAI(base_url=f"{server.address}/v1")
        server.requests[0].messages

The last answer of the script is given again and again. It lists its models as Ollama does too, and
keeps what was sent and when the other side hung up.
"""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.vendors.loopback import Quiet, serving


@dataclass
class Asked:
    """One request: its path, its headers by lower-cased name, its body as JSON."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    closed_at: float | None = None

    @property
    def system(self) -> str:
        return self.body["messages"][0]["content"]

    @property
    def text(self) -> str:
        """What stands behind the instruction."""
        return "\n".join(message["content"] for message in self.body["messages"][1:])

    @property
    def form(self) -> str:
        return self.body.get("response_format", {}).get("type", "text")


@dataclass
class Answer:
    """What to answer: a status and parts to send, each after its delay in seconds.

    `end` follows: the end of the connection, its reset, or silence until the other side leaves.
    """

    status: int = 200
    parts: Sequence[tuple[float, bytes]] = ()
    kind: str = "application/json"
    end: str = "close"
    headers: tuple[tuple[str, str], ...] = ()


Script = Answer | Callable[[Asked], Answer]


@dataclass
class OpenAiText:
    """The running stand-in; `models` and `tags` are what it lists."""

    address: str = ""
    requests: list[Asked] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    models: list[str] = field(default_factory=lambda: ["test-model"])
    tags: list[dict[str, Any]] | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    _script: list[Script] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def script(self, *answers: Script) -> None:
        with self._lock:
            self._script = list(answers)

    def answer(self, asked: Asked) -> Answer:
        with self._lock:
            self.requests.append(asked)
            at: Script = error(500, "Nothing is scripted.")
            if self._script:
                at = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        return at(asked) if callable(at) else at


def whole(content: Any, finish: str = "stop", **message: Any) -> Answer:
    """An answer of one text, or of anything else as JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    choice = {
        "index": 0, "finish_reason": finish,
        "message": {"role": "assistant", "content": text, **message},
    }  # fmt: skip
    return plain({**_ANSWER, "choices": [choice]})


def plain(body: Any, status: int = 200) -> Answer:
    """Any JSON."""
    return Answer(status, [(0, json.dumps(body).encode())])


def streamed(
    pieces: Sequence[str | tuple[float, str]], finish: str | None = "stop", end: str = "close"
) -> Answer:
    """A stream of texts; a pair is a delay and a text."""
    pairs = [piece if isinstance(piece, tuple) else (0.0, piece) for piece in pieces]
    events = [(0.0, _chunk({"role": "assistant"})), (0.0, b": a comment\n\n")]
    events += [(delay, _chunk({"content": text})) for delay, text in pairs]
    events.append((0.0, _event({**_CHUNK, "choices": []})))
    if finish:
        events += [(0.0, _chunk({}, finish)), (0.0, b"data: [DONE]\n\n")]
    return Answer(parts=events, kind="text/event-stream", end=end)


def raw_stream(*lines: bytes) -> Answer:
    """Any bytes as a stream."""
    return Answer(parts=[(0, line) for line in lines], kind="text/event-stream")


def error(status: int, message: Any = "Told by the vendor.", **headers: str) -> Answer:
    """An error as OpenAI sends it; some servers send a plain string."""
    told = {"message": message, "type": "error", "code": status}
    answer = plain({"error": told if isinstance(message, str) else message[0]}, status)
    answer.headers = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return answer


def hang() -> Answer:
    """Never answer."""
    return Answer(end="silence", status=0)


_ANSWER = {
    "id": "1", "object": "chat.completion", "created": 1, "model": "test-model",
    "usage": {"prompt_tokens": 3_000, "completion_tokens": 5, "total_tokens": 3_005},
}  # fmt: skip
_CHUNK = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test-model"}


def _chunk(delta: dict[str, Any], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return _event({**_CHUNK, "choices": [choice]})


def _event(body: Any) -> bytes:
    return b"data: " + json.dumps(body).encode() + b"\n\n"


class _Handler(Quiet, BaseHTTPRequestHandler):
    def __init__(self, own: OpenAiText, *args: Any) -> None:
        self._own = own
        super().__init__(*args)

    def do_GET(self) -> None:
        self._own.looked.append(self.path)
        lists: dict[str, Any] = {
            "/v1/models": {"object": "list", "data": [{"id": name} for name in self._own.models]}
        }
        if self._own.tags is not None:
            lists |= {
                "/api/version": {"version": "0.33.0"},
                "/api/tags": {"models": self._own.tags},
            }
        self._send(plain(lists[self.path]) if self.path in lists else plain({}, 404))

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.path, headers, sent)
        answer = self._own.answer(asked)
        if answer.status:
            with suppress(OSError):
                self._send(answer)
        if answer.end == "silence":
            self._wait_for_the_end(asked)
        elif answer.end == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.rfile.close()
            self.connection.close()

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("content-type", answer.kind)
        for header in answer.headers:
            self.send_header(*header)
        self.end_headers()
        for delay, part in answer.parts:
            self._own.stopped.wait(delay)
            self.wfile.write(part)
            self.wfile.flush()

    def _wait_for_the_end(self, asked: Asked) -> None:
        self.connection.settimeout(0.02)
        while not self._own.stopped.is_set():
            try:
                if not self.connection.recv(1):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        asked.closed_at = time.monotonic()


@contextmanager
def running() -> Iterator[OpenAiText]:
    """Serve on a free loopback port until left."""
    own = OpenAiText()
    with serving(partial(_Handler, own), own.stopped) as own.address:
        yield own
