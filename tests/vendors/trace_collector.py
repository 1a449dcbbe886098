"""A collector of OpenTelemetry traces on this machine: OTLP over HTTP, as its protocol says."""

import gzip
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.vendors.loopback import Quiet, serving


@dataclass
class TraceCollector:
    """What has come.

    Attributes:
        address: What servers are given.
        bodies: Of requests, unpacked.
    """

    address: str = ""
    bodies: list[bytes] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        return [
            span
            for body in self.bodies
            for told in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in told.scope_spans
            for span in scope.spans
        ]


@contextmanager
def running() -> Generator[TraceCollector]:
    """Listen on a free port."""
    collector = TraceCollector()

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            if self.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            if self.path == "/v1/traces":
                collector.bodies.append(body)
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

    with serving(Handler, threading.Event()) as address:
        collector.address = address
        yield collector
