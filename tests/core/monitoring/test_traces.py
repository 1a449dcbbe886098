"""Spans without names of people, whoever made them."""

from contextlib import suppress

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from darasa_reflex.core.monitoring.traces import spans
from darasa_reflex.core.monitoring.traces.sending import NamelessSpans, name_of


@pytest.fixture
def sent():
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(NamelessSpans(exporter)))
    spans.trace_with(provider.get_tracer("tests"))
    yield exporter.get_finished_spans
    spans.trace_with(None)


def test_the_text_of_an_error_and_labels_of_others_stay_here(sent):
    with suppress(ValueError), spans.span("call", {"engine": "local"}):
        raise ValueError("I shouted at Mrs Featherstonehaugh")
    spans._measuring.tracer.start_span("GET /app", attributes={"client.address": "10.0.0.7"}).end()

    call, page = sent()
    assert (call.attributes, page.attributes) == ({"engine": "local"}, {})
    assert not call.status.is_ok
    assert "Featherstonehaugh" not in call.to_json()


def test_what_is_measured_within_hangs_below(sent):
    with spans.span("feedback run"), spans.span("language model", {"task": "answers"}):
        pass
    spans.note("reply", 1.5, {"engine": "local"})

    model, run, reply = sent()
    assert model.parent.span_id == run.context.span_id
    assert reply.end_time - reply.start_time == 1_500_000_000


def test_where_nobody_collects_nothing_is_made():
    with spans.span("call", {"engine": "local"}) as made:
        spans.note("reply", 1.0, {"engine": "local"})

    assert made is None


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("GET /app/interviews/6ae0b8f2-1d0c-4a57-8b7d-0ce1f1f0a111", "GET /app/interviews/{id}"),
        (
            "GET /app/interviews/6ae0b8f21d0c4a578b7d0ce1f1f0a111/room",
            "GET /app/interviews/{id}/room",
        ),
        ("GET /shared?s=hunter2", "GET /shared"),
        ("GET /ada@example.org", "GET /ada…example.org"),
        ("state.room_state.save_draft", "state.room_state.save_draft"),
        ("x" * 5_000, "x" * 120),
    ],
)
def test_a_name_has_no_ids(given, shown):
    assert name_of(given) == shown
