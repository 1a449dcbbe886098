"""Caddyfile in a real Caddy, before two stand-ins of servers: who gets the next visitor."""

import os
import shutil
import subprocess
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler

import httpx
import pytest

from tests.fixtures.server import ROOT
from tests.machine.services.composition import until
from tests.machine.services.postgres import free_port
from tests.vendors.loopback import Quiet, serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed"),
]
# Whoever waits so long for a proxy that is there waits for ever.


class StandIn:
    """A server that says whether it takes visitors, and counts those that came."""

    def __init__(self, rooms):
        own = self
        self.ready, self.visitors = True, 0

        class Answering(Quiet, BaseHTTPRequestHandler):
            def do_GET(self):
                looked_at = self.path == "/_ready"
                own.visitors += not looked_at
                self.send_response(200 if own.ready or not looked_at else 503)
                self.send_header("content-length", "0")
                self.end_headers()

        self.own = rooms.enter_context(ExitStack())
        address = self.own.enter_context(serving(Answering, threading.Event()))
        self.place = address.removeprefix("http://")

    def kill(self):
        self.own.close()


@pytest.fixture
def proxied(tmp_path):
    """Address of the proxy, and the two behind it."""
    origin = f"http://localhost:{free_port()}"
    with ExitStack() as rooms:
        servers = [StandIn(rooms) for _ in range(2)]
        file = tmp_path / "Caddyfile"
        # Its own door for orders would be a fixed port.
        file.write_text("{\n\tadmin off\n}\n" + (ROOT / "Caddyfile").read_text())
        given = {
            **os.environ,
            "DARASA_HOST_NAME": origin,
            "DARASA_SERVERS": " ".join(server.place for server in servers),
            "XDG_DATA_HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path),
        }
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
        caddy = subprocess.Popen(command, env=given, stderr=subprocess.DEVNULL)
        rooms.callback(caddy.wait)
        rooms.callback(caddy.terminate)
        until(lambda: httpx.get(origin).status_code == 200)
        yield origin, servers


def visited(origin, servers):
    """Let twenty visitors come; return how many each server got. None may be refused."""
    before = [server.visitors for server in servers]
    assert [httpx.get(origin, timeout=20).status_code for _ in range(20)] == [200] * 20
    return [server.visitors - seen for server, seen in zip(servers, before, strict=True)]


def test_visitors_go_where_they_are_taken_and_nobody_is_refused(proxied):
    origin, servers = proxied
    first, second = servers
    until(lambda: min(visited(origin, servers)) > 0)

    first.ready = False
    until(lambda: visited(origin, servers) == [0, 20])
    first.ready = True
    until(lambda: min(visited(origin, servers)) > 0)
    second.kill()

    assert visited(origin, servers) == [20, 0]


def test_what_is_for_those_inside_is_not_served_outside(proxied):
    origin, servers = proxied
    before = [server.visitors for server in servers]

    inside = ("/metrics", "/_ready", "/_health")
    for path in (*inside, *(f"/interviews{one}" for one in inside)):
        assert httpx.get(f"{origin}{path}").status_code == 404

    assert [server.visitors for server in servers] == before
