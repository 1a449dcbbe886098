"""What a collector of traces is told of a server at work, and what it is not told."""

import json

import httpx
import pytest
import websockets

from tests.endpoints.evi.skipping import heard
from tests.fixtures.server import Server
from tests.fixtures.tabs import HYDRATE, tab
from tests.vendors import trace_collector

pytestmark = pytest.mark.slow

ANSWER = "I calibrated the zirconium balance, because Mrs Featherstonehaugh asked for it."


async def heard_out(socket):
    async for frame in socket:
        message = json.loads(frame)
        for told in heard(message):
            await socket.send(told)
        if message["type"] == "assistant_end":
            return


async def typed_call(server, secret):
    address = f"{server.address.replace('http', 'ws', 1)}/v0/evi/chat?access_token={secret}"
    async with websockets.connect(address) as socket:
        await heard_out(socket)
        await socket.send(json.dumps({"type": "user_input", "text": ANSWER}))
        await heard_out(socket)


async def test_a_collector_learns_where_time_goes_and_nothing_of_anybody(tmp_path):
    with trace_collector.running() as collector:
        server = Server(tmp_path, {"DARASA_TRACES_URL": collector.address}).start()
        ticket = server.ticket()
        await typed_call(server, ticket["access_token"])
        async with tab(server.address, token="tab-hunter2") as page:
            await page.send_event(HYDRATE, {})
            await page.hear("delta")
        async with httpx.AsyncClient() as client:
            await client.get(f"{server.address}/ada@example.org?key=hunter2")
            await client.get(f"{server.address}/app/interviews/{ticket['interview_id']}")
            await client.get(f"{server.address}/_health")
        server.stop()

    names = {span.name for span in collector.spans}
    assert {"call", "database write", "database read", HYDRATE} <= names
    assert "GET /app/interviews/{id}" in names
    assert not any("_health" in name for name in names)
    call = next(span for span in collector.spans if span.name == "call")
    within = {span.name for span in collector.spans if span.trace_id == call.trace_id}
    assert "database write" in within
    secrets = (
        *ANSWER.split()[2:5],
        "Featherstone",
        "hunter2",
        "ada@",
        "127.0.0.1",
        *ticket.values(),
    )
    told = b"".join(collector.bodies)
    assert [secret for secret in secrets if str(secret).encode() in told] == []


async def test_a_server_whose_collector_is_away_serves_and_stops(tmp_path):
    nobody = {"DARASA_TRACES_URL": "http://127.0.0.1:9", "OTEL_EXPORTER_OTLP_TIMEOUT": "1"}
    server = Server(tmp_path, nobody).start()
    await typed_call(server, server.ticket()["access_token"])
    server.stop()

    assert "Traceback" not in server.log
    assert server.log.count("the collector takes no traces") == 1
