"""Traces of requests, events and calls for a collector; nothing is loaded where none is set."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import anyio.to_thread
from starlette.types import ASGIApp

from darasa_reflex.core.monitoring.traces.spans import trace_with
from darasa_reflex.features.feedback.report.report import APP_VERSION

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.sdk.trace import TracerProvider

# Somebody asks them every few seconds, and they tell nothing new.
_NOT_TRACED = "_health,_ready,metrics,ping"
# A collector that is away must not hold up a server that is told to stop.
_LAST_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Tracing:
    """What Reflex needs to trace its events.

    Attributes:
        spans: What makes spans.
        numbers: What takes numbers: nothing, they are told at `/metrics`.
        around: Puts an app behind what traces its requests.
    """

    spans: "TracerProvider"
    numbers: "MeterProvider"
    around: Callable[[ASGIApp], ASGIApp]


def begin(address: str) -> Tracing:
    """Trace what we do from now on.

    Args:
        address: See `Settings.traces_url`.
    """
    from opentelemetry.instrumentation.asgi import (  # noqa: PLC0415
        OpenTelemetryMiddleware,
    )
    from opentelemetry.metrics import NoOpMeterProvider  # noqa: PLC0415

    from darasa_reflex.core.monitoring.traces.sending import provider_for  # noqa: PLC0415

    spans, numbers = provider_for(address, APP_VERSION), NoOpMeterProvider()
    trace_with(spans.get_tracer("darasa"))
    # Of a socket's frames there are fifty a second in a call.
    around = partial(
        OpenTelemetryMiddleware,
        excluded_urls=_NOT_TRACED,
        exclude_spans=["receive", "send"],
        tracer_provider=spans,
        meter_provider=numbers,
    )
    return Tracing(spans, numbers, around)


@asynccontextmanager
async def sending(tracing: Tracing | None) -> AsyncGenerator[None]:
    """Send what is left when the server stops."""
    try:
        yield
    finally:
        if tracing is not None:
            trace_with(None)
            with anyio.move_on_after(_LAST_SECONDS, shield=True):
                await anyio.to_thread.run_sync(tracing.spans.shutdown, abandon_on_cancel=True)
