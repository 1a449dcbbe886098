"""Hume's REST interface on loopback: chats, prompts and configs, with the ways they go wrong.

Held to the official Python client in tests/providers/hume/test_hume_history.py.
"""

import copy
import json
import random
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from tests.vendors.door import Request, Response
from tests.vendors.hume.hume_events import START_MS, message, of_record, the_end
from tests.vendors.hume.hume_record import Record
from tests.vendors.loopback import Quiet, serving

KEY = "hume-key"


@dataclass
class KeptChat:
    """A chat as Hume keeps it.

    Attributes:
        active_reads: How many readings still find it active, without its end.
    """

    events: list[dict[str, Any]] = field(default_factory=list)
    status: str = "USER_ENDED"
    group_id: str = "group"
    active_reads: int = 0


@dataclass
class HumeRestStandIn:
    """What it keeps, and how it misbehaves.

    Attributes:
        chats: By chat id.
        refusals: Statuses answered first, one a request, before anything works.
        doubled: Every event comes twice, the second time on a later page.
        shuffled: Events come in no order, over all pages.
        in_seconds: Timestamps are in seconds.
        silent: Requests are never answered.
        page_size: Longest page, whatever is asked for.
        asked: Method, path and query of every request.
        written: Path and body of every POST.
    """

    chats: dict[str, KeptChat] = field(default_factory=dict)
    refusals: list[int] = field(default_factory=list)
    doubled: bool = False
    shuffled: bool = False
    in_seconds: bool = False
    silent: bool = False
    page_size: int = 100
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    written: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    stored: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {"prompts": [], "configs": []}
    )
    base_url: str = ""
    _stopped: threading.Event = field(default_factory=threading.Event)

    def keep(self, chat_id: str, *said: tuple[str, str], **more: Any) -> KeptChat:
        """Keep a chat in which speakers ("actor", "interviewer") said texts, 5 s apart."""
        events = [
            message(chat_id, number, speaker, text, START_MS + 5_000 * (number + 1))
            for number, (speaker, text) in enumerate(said)
        ]
        self.chats[chat_id] = KeptChat(events=events, **more)
        return self.chats[chat_id]

    def take_over(self, record: Record) -> None:
        """Keep the chats that the WebSocket stand-in has held."""
        for chat in record.chats.values():
            events = [of_record(event) for event in chat.events if event.type != "CHAT_END_MESSAGE"]
            self.chats[chat.id] = KeptChat(events, chat.status, chat.group_id)

    def route(self, request: Request) -> Response | None:
        """Answer on the WebSocket stand-in's port, as one of its `routes`."""
        if not request.path.startswith("/v0/evi/"):
            return None
        address = f"{request.path}?{urlencode(request.query)}"
        key = request.headers.get("x-hume-api-key", "")
        status, answer = self.answer(request.method, address, key, request.body)
        return Response(status, json.dumps(answer).encode())

    def answer(self, method: str, address: str, key: str, body: bytes) -> tuple[int, Any]:
        """Return status and body of an answer."""
        url = urlsplit(address)
        query = {name: values[-1] for name, values in parse_qs(url.query).items()}
        self.asked.append((method, url.path, query))
        if self.silent:
            self._stopped.wait()
        if key != KEY:
            return 401, {"message": "Invalid ApiKey"}
        if self.refusals:
            return self.refusals.pop(0), {"message": "planted-vendor-text"}
        parts = [unquote(part) for part in url.path.strip("/").split("/")]
        match method, parts:
            case "GET", ["v0", "evi", "chats", chat_id] if chat_id in self.chats:
                return self._chat(chat_id, query)
            case "GET", ["v0", "evi", ("prompts" | "configs") as kind]:
                return 200, self._list(kind, query)
            case "POST", ["v0", "evi", ("prompts" | "configs") as kind, *which]:
                self.written.append((url.path, json.loads(body)))
                return self._store(kind, which, json.loads(body))
        return 404, {"code": "not_found", "message": "Not found"}

    def _chat(self, chat_id: str, query: dict[str, str]) -> tuple[int, Any]:
        size, number = int(query.get("page_size", 10)), int(query.get("page_number", 0))
        if not 1 <= size <= 100 or number < 0:
            return 400, {"message": "page_size"}
        chat = self.chats[chat_id]
        active = chat.active_reads > 0
        events = self._told(chat, active=active)
        if query.get("ascending_order", "true") != "true":
            events.reverse()
        size = min(size, self.page_size)
        page = events[number * size : (number + 1) * size]
        if not page and active:
            chat.active_reads -= 1
        return 200, {
            "id": chat_id,
            "chat_group_id": chat.group_id,
            "status": "ACTIVE" if active else chat.status,
            "start_timestamp": START_MS,
            "end_timestamp": None if active else START_MS + 600_000,
            "pagination_direction": "ASC",
            "page_number": number,
            "page_size": size,
            "total_pages": -(-len(events) // size),
            "events_page": page,
            "metadata": None,
            "config": None,
        }

    def _told(self, chat: KeptChat, *, active: bool) -> list[dict[str, Any]]:
        ended = [] if active else [the_end(chat.events)]
        events = copy.deepcopy([*chat.events, *ended])
        if self.in_seconds:
            for event in events:
                event["timestamp"] //= 1000
        if self.doubled:
            events += events
        if self.shuffled:
            random.Random(len(events)).shuffle(events)  # the same for each page
        return events

    def _list(self, kind: str, query: dict[str, str]) -> dict[str, Any]:
        size, number = int(query.get("page_size", 10)), int(query.get("page_number", 0))
        size = min(size, self.page_size)
        newest = {one["id"]: one for one in self.stored[kind]}
        named = [o for o in newest.values() if query.get("name", o["name"]) == o["name"]]
        return {
            "page_number": number,
            "page_size": size,
            "total_pages": -(-len(named) // size),
            f"{kind}_page": named[number * size : (number + 1) * size],
        }

    def _store(self, kind: str, which: list[str], body: dict[str, Any]) -> tuple[int, Any]:
        versions = [one for one in self.stored[kind] if [one["id"]] == which]
        if which and not versions:
            return 404, {"message": "Not found"}
        now = int(time.time() * 1000)
        name = versions[0]["name"] if versions else body["name"]
        new = {
            "id": which[0] if which else f"{kind}-{len(self.stored[kind]) + 1}",
            "version": len(versions),
            "version_type": "FIXED",
            "created_on": now,
            "modified_on": now,
            **body,
            "name": name,
        }
        if kind == "configs":  # Hume shows the prompt itself, and what kind of tools they are
            new["prompt"] = {**self.stored["prompts"][-1], **body["prompt"]}
            tools = body.get("builtin_tools", [])
            new["builtin_tools"] = [{"tool_type": "BUILTIN", **tool} for tool in tools]
        self.stored[kind].append(new)
        return 201, new


class _Handler(Quiet, BaseHTTPRequestHandler):
    def __init__(self, answer: Callable[..., tuple[int, Any]], *args: Any) -> None:
        self._answer = answer
        super().__init__(*args)

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def _serve(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        key = self.headers.get("X-Hume-Api-Key", "")
        status, answer = self._answer(method, self.path, key, body)
        sent = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)
        except OSError:  # the client did not wait
            return


@contextmanager
def running(stand_in: HumeRestStandIn | None = None):
    """Serve a stand-in on a free port of loopback."""
    own = stand_in or HumeRestStandIn()
    with serving(partial(_Handler, own.answer), own._stopped) as own.base_url:
        yield own
