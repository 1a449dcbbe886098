"""A stand-in for Gemini's text endpoints on loopback: answers by script, keeps what was sent.

    with gemini_text.running() as gemini:
        gemini.script(error(429), text_answer({"a": 1}))
        ...  # genai.Client(http_options=HttpOptions(base_url=gemini.address))
        gemini.requests[0].body["contents"]

The last answer of the script is given again and again.
"""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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

    @property
    def text(self) -> str:
        """The text of the contents, without the system instruction."""
        return "\n".join(
            p["text"] for c in self.body["contents"] for p in c["parts"] if "text" in p
        )

    @property
    def system(self) -> str:
        """The text of the system instruction."""
        return "".join(p["text"] for p in self.body["systemInstruction"]["parts"])


@dataclass
class Answer:
    """What to answer: a status and parts to send, each after its delay in seconds.

    A hanging answer sends nothing until the server stops.
    """

    status: int = 200
    parts: Sequence[tuple[float, bytes]] = ()
    kind: str = "application/json"
    hangs: bool = False


Script = Answer | Callable[[Asked], Answer]


@dataclass
class GeminiText:
    """The running stand-in."""

    address: str
    requests: list[Asked] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    _script: list[Script] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def script(self, *answers: Script) -> None:
        """Set what is answered from now on, in order."""
        with self._lock:
            self._script = list(answers)

    def answer(self, asked: Asked) -> Answer:
        """Keep a request and return its answer."""
        with self._lock:
            self.requests.append(asked)
            at: Script = error(500, message="Nothing is scripted.")
            if self._script:
                at = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        return at(asked) if callable(at) else at


def text_answer(content: Any, finish: str = "STOP") -> Answer:
    """An answer of one text, or of anything else as JSON."""
    return Answer(parts=[(0, _event(content, finish))])


def streamed(chunks: Sequence[str | tuple[float, str]], finish: str = "STOP") -> Answer:
    """A stream of texts, for `:streamGenerateContent?alt=sse`; a pair is a delay and a text."""
    pairs = [chunk if isinstance(chunk, tuple) else (0.0, chunk) for chunk in chunks]
    ends = [None] * (len(pairs) - 1) + [finish]
    events = [b"data: " + _event(t, end) + b"\r\n\r\n" for (_, t), end in zip(pairs, ends)]  # noqa: B905
    return Answer(
        parts=[(d, e) for (d, _), e in zip(pairs, events, strict=True)], kind="text/event-stream"
    )


def blocked(reason: str = "PROHIBITED_CONTENT") -> Answer:
    """A request that a safety filter refused: no candidates."""
    return _json(200, {"promptFeedback": {"blockReason": reason}})


def error(code: int, status: str = "", message: str = "Told by Google.") -> Answer:
    """An error as Google sends it."""
    return _json(code, {"error": {"code": code, "message": message, "status": status}})


def hang() -> Answer:
    """Never answer."""
    return Answer(hangs=True)


def _json(status: int, body: Any) -> Answer:
    return Answer(status, [(0, json.dumps(body).encode())])


def _event(content: Any, finish: str | None) -> bytes:
    text = content if isinstance(content, str) else json.dumps(content)
    candidate: dict[str, Any] = {"content": {"role": "model", "parts": [{"text": text}]}}
    if finish:
        candidate["finishReason"] = finish
    return json.dumps({"candidates": [candidate | {"index": 0}]}).encode()


class _Handler(Quiet, BaseHTTPRequestHandler):
    def __init__(self, own: GeminiText, *args: Any) -> None:
        self._own = own
        super().__init__(*args)

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self._own.answer(Asked(self.path, headers, sent))
        if answer.hangs:
            self._own.stopped.wait()
            return
        self.send_response(answer.status)
        self.send_header("content-type", answer.kind)
        self.end_headers()
        for delay, part in answer.parts:
            self._own.stopped.wait(delay)
            self.wfile.write(part)
            self.wfile.flush()


@contextmanager
def running() -> Iterator[GeminiText]:
    """Serve on a free loopback port until left."""
    own = GeminiText("")
    with serving(partial(_Handler, own), own.stopped) as own.address:
        yield own
