"""A server of model files on loopback, as good or as bad as its plans say.

It speaks real HTTP/1.1 with ranges, tags and redirects. Each request takes the next of `plans`;
once they are used up, it answers as `always`.
"""

import re
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import Literal

from tests.vendors.loopback import Quiet, serving

_PIECE = 16_384
_RANGE = re.compile(r"bytes=(\d+)-$")


@dataclass(frozen=True, slots=True)
class Plan:
    """How one request is answered.

    Attributes:
        status: Answered instead of the file, without bytes.
        location: Where a redirect leads.
        only: So many bytes of the body are sent; None: all.
        end: What follows those bytes: the end of the connection, its reset, or silence.
        ranges: Whether ranges are heeded.
        tags: Whether a range counts only for the tag that was asked for.
        tag: The file's ETag; None: none.
        shows: What the body is made of, from the file.
        says: The Content-Length it names, if another than the true one; -1: none is named.
        per_second: Bytes sent in a second.
        part_begins: Where a part begins, if elsewhere than asked for.
    """

    status: int | None = None
    location: str = ""
    only: int | None = None
    end: Literal["close", "reset", "silence"] = "close"
    ranges: bool = True
    tags: bool = True
    tag: str | None = '"first"'
    shows: Callable[[bytes], bytes] = bytes
    says: int | None = None
    per_second: float | None = None
    part_begins: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: where its range begins, for which tag, and how bytes may be packed."""

    path: str
    begins_at: int | None
    tag: str | None
    packing: str


@dataclass
class ModelServer:
    """The server; see the module."""

    files: dict[str, bytes] = field(default_factory=dict)
    plans: list[Plan] = field(default_factory=list)
    always: Plan = field(default_factory=Plan)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""
    closing: threading.Event = field(default_factory=threading.Event)

    def next_plan(self) -> Plan:
        return self.plans.pop(0) if self.plans else self.always


class _Handler(Quiet, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, own: ModelServer, *args) -> None:
        self.own = own
        super().__init__(*args)

    def do_GET(self) -> None:
        asked = _RANGE.match(self.headers.get("Range", ""))
        tag = self.headers.get("If-Range")
        begins_at = int(asked[1]) if asked else None
        path, packing = self.path.lstrip("/"), self.headers.get("Accept-Encoding", "")
        self.own.asked.append(Asked(path, begins_at, tag, packing))
        self.close_connection = True
        plan = self.own.next_plan()
        try:
            self._answer(plan, path, begins_at, tag)
        except OSError:  # the client did not wait
            return

    def _answer(self, plan: Plan, path: str, begins_at: int | None, tag: str | None) -> None:
        if plan.status or path not in self.own.files:
            self._without_bytes(plan.status or 404, plan.location)
            return
        body = plan.shows(self.own.files[path])
        same = tag in {None, plan.tag} or not plan.tags
        if begins_at is None or not plan.ranges or not same:
            self._send(200, body, plan, [])
        elif begins_at >= len(body):
            self._without_bytes(416, "")
        else:
            begin = begins_at if plan.part_begins is None else plan.part_begins
            place = ("Content-Range", f"bytes {begin}-{len(body) - 1}/{len(body)}")
            self._send(206, body[begin:], plan, [place])

    def _without_bytes(self, status: int, location: str) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, body: bytes, plan: Plan, headers: list[tuple[str, str]]) -> None:
        self.send_response(status)
        if plan.tag:
            self.send_header("ETag", plan.tag)
        if plan.says != -1:
            self.send_header("Content-Length", str(plan.says or len(body)))
        for header in headers:
            self.send_header(*header)
        self.send_header("Connection", "close")
        self.end_headers()
        self._write(body[: plan.only], plan.per_second)
        if plan.only is not None:
            self._end(plan.end)

    def _write(self, body: bytes, per_second: float | None) -> None:
        for begin in range(0, len(body), _PIECE):
            piece = body[begin : begin + _PIECE]
            self.wfile.write(piece)
            if per_second and self.own.closing.wait(len(piece) / per_second):
                return

    def _end(self, how: str) -> None:
        self.wfile.flush()
        if how == "silence":
            self.own.closing.wait(30)
        elif how == "reset":
            time.sleep(0.05)  # a reset overtakes what is still on its way
            off = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, off)
            self.rfile.close()
            self.connection.close()


@contextmanager
def running(files: dict[str, bytes] | None = None, tls: ssl.SSLContext | None = None):
    """Serve files on a free port of loopback."""
    own = ModelServer(files or {})
    with serving(partial(_Handler, own), own.closing, tls) as own.url:
        yield own
