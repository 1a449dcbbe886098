"""Spans on their way to a collector. Whoever made one, nothing in it names a person.

It keeps its times, a name without ids, and the attributes of `ATTRIBUTES`; texts of errors, and
addresses of visitors and of pages stay here.
"""

import logging
import re
from collections.abc import Sequence

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import Status

logger = logging.getLogger(__name__)

# Ours; the dotted ones are OpenTelemetry's for HTTP, before and since version 1.23 of its
# conventions, and those of Reflex's events.
ATTRIBUTES = frozenset({
    "engine", "task", "live", "state",
    "http.method", "http.status_code", "http.request.method", "http.response.status_code",
    "code.function.name", "reflex.event.name", "reflex.event.background",
})  # fmt: skip
# What our paths and the names of our code consist of; anything else is an id, or a visitor made it
# up. Ids have digits and dashes in this way.
_ID = re.compile(r"[0-9a-f]{4,}(?:-[0-9a-f]+)+|[0-9a-f]{16,}", re.IGNORECASE)
_ODD = re.compile(r"[^\w./ {}-]+")
_LONGEST_NAME = 120
# They say at each try that nobody takes the spans, with the text of the error.
_CHATTY = ("opentelemetry", "urllib3.connectionpool")


class NamelessSpans(SpanExporter):
    """Hands spans on without what could name a person.

    Args:
        exporter: What sends them.
    """

    def __init__(self, exporter: SpanExporter) -> None:
        self._exporter = exporter
        self._is_taken = True

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """See `SpanExporter.export`. Says once when nobody takes them any more."""
        done = self._exporter.export([_nameless(span) for span in spans])
        is_taken = done is SpanExportResult.SUCCESS
        if self._is_taken and not is_taken:
            logger.warning("the collector takes no traces: those of the last seconds are lost")
        self._is_taken = is_taken
        return done

    def shutdown(self) -> None:
        """See `SpanExporter.shutdown`."""
        self._exporter.shutdown()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """See `SpanExporter.force_flush`."""
        return self._exporter.force_flush(timeout_millis)


def provider_for(address: str, version: str) -> TracerProvider:
    """Return what makes spans and sends them; `shutdown` sends what is left, and takes its time.

    It is not the one of the process, which other packages would trace prompts with.

    Args:
        address: Of a collector that takes OTLP over HTTP, such as `http://localhost:4318`.
        version: Of this software.
    """
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    named = {SERVICE_NAME: "darasa", SERVICE_VERSION: version}
    provider = TracerProvider(resource=Resource(named).merge(Resource.create()))
    exporter = OTLPSpanExporter(endpoint=f"{address.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(NamelessSpans(exporter)))
    return provider


def _nameless(span: ReadableSpan) -> ReadableSpan:
    kept = {name: value for name, value in (span.attributes or {}).items() if name in ATTRIBUTES}
    return ReadableSpan(
        name=name_of(span.name),
        context=span.get_span_context(),
        parent=span.parent,
        resource=span.resource,
        attributes=kept,
        kind=span.kind,
        status=Status(span.status.status_code),
        start_time=span.start_time,
        end_time=span.end_time,
        instrumentation_scope=span.instrumentation_scope,
    )


def name_of(given: str) -> str:
    """Return the name of a span without ids, and without what a visitor may have made up."""
    path = _ID.sub("{id}", given.partition("?")[0])
    return _ODD.sub("…", path)[:_LONGEST_NAME]
