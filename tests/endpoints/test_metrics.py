"""What Prometheus is told, and by whom it may be asked."""

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from darasa_reflex.core import errors
from darasa_reflex.core.monitoring import metrics
from darasa_reflex.endpoints.monitoring.metrics import ROUTES
from darasa_reflex.features.accounts.floods import RATES
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.parts import PORTS, providers
from darasa_reflex.wiring import services
from tests.states.conftest import furnished

TOKEN = "prometheus-hunter2"
# Everything that a label may say, apart from the names of engines.
STATES = {*FeedbackStatus, "in_other_hands"}
REASONS = {*EndReason, "NoEvent", "TooLong", *vars(errors)}
CHILDREN = {"whisper", "smart_turn", "piper", "espeak", "pip", "tests", "processes"}


async def asked(**headers):
    app = httpx.ASGITransport(Starlette(routes=ROUTES))
    async with httpx.AsyncClient(transport=app, base_url="http://localhost") as client:
        return await client.get("/metrics", headers=headers)


@pytest.fixture
def house(tmp_path, monkeypatch):
    yield from furnished(tmp_path, monkeypatch, DARASA_METRICS_TOKEN=TOKEN)


async def test_nobody_is_told_without_the_token(house):
    for given in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN[:-1]}):
        answer = await asked(**given)

        assert (answer.status_code, "darasa_" in answer.text) == (401, False)


async def test_without_a_token_of_its_own_the_address_does_not_exist(tmp_path, monkeypatch):
    houses = furnished(tmp_path, monkeypatch)
    next(houses)

    answer = await asked(authorization="Bearer ")
    next(houses, None)

    assert answer.status_code == 404


async def test_prometheus_reads_what_the_server_does(house):
    await services().database.read(lambda session: None)

    answer = await asked(authorization=f"Bearer {TOKEN}")

    found = {one.name: one for one in text_string_to_metric_families(answer.text)}
    told = {one.name for one in metrics.REGISTRY.collect()}
    assert told == found.keys()
    assert {f"darasa_{name}" for name in ("live_calls", "reply_seconds", "tabs")} <= told
    assert found["darasa_database_connections_most"].samples[0].value == 9
    waiting = {one.labels["state"]: one.value for one in found["darasa_feedback_runs_open"].samples}
    assert waiting == {"queued": 0, "running": 0}


def test_no_label_can_name_a_person():
    engines = {one.name for port in PORTS for one in providers(port)}
    closed = {
        "engine": engines | {"echo", "second", "third", "measured"},
        "child": CHILDREN,
        "state": STATES,
        "reason": REASONS,
        "kind": set(RATES),
    }

    assert closed.keys() == metrics.LABELS
    for metric in metrics.REGISTRY.collect():
        for sample in metric.samples:
            for name, value in sample.labels.items():
                assert name == "le" or value in closed[name], (sample.name, name, value)
