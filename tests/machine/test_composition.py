"""The composition of compose.yaml from Debian's programs: two servers, PostgreSQL, Redis, Caddy."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import ExitStack

import httpx
import pytest

from tests.machine import postgres, redis_server
from tests.server import ROOT, Server

MISSING = not (shutil.which("caddy") and postgres.binaries() and redis_server.binary())
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(MISSING, reason="Caddy, PostgreSQL or Redis is not installed"),
]
# Whoever waits so long for a server that is there waits for ever.
_LONGEST_SECONDS = 30
_PERSON = {"email": "ada@example.org", "password": "a long and good password", "name": "Ada"}


@pytest.fixture(scope="module")
def composition(tmp_path_factory):
    """Address of the proxy, and the two servers behind it."""
    port = postgres.free_port()
    origin = f"http://localhost:{port}"
    with ExitStack() as rooms:
        given = {
            "DATABASE_URL": rooms.enter_context(postgres.running()),
            "REDIS_URL": rooms.enter_context(redis_server.running()).address,
            "DARASA_ORIGINS": origin,
            "DARASA_PROXY_HOPS": "1",
            "DARASA_LOCAL_ACCOUNTS": "1",
            "DARASA_MODELS": "off",
        }
        given["DARASA_DATABASE_URL"] = given["DATABASE_URL"]
        servers = [Server(tmp_path_factory.mktemp(f"app-{n}"), given) for n in (1, 2)]
        for server in servers:
            rooms.callback(server.kill)
            server.start()
        caddy = _proxy(tmp_path_factory.mktemp("caddy"), origin, servers)
        rooms.callback(caddy.wait)
        rooms.callback(caddy.terminate)
        until(lambda: httpx.get(f"{origin}/app/").status_code == 200)
        yield origin, servers


def _proxy(folder, origin, servers):
    """Start Caddy with our own file, for plain HTTP on loopback."""
    given = {
        **os.environ,
        "DARASA_HOST_NAME": origin,
        "DARASA_SERVERS": " ".join(f"127.0.0.1:{server.port}" for server in servers),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    # Its own door for orders would be a fixed port.
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + (ROOT / "Caddyfile").read_text())
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, env=given, stdout=log, stderr=subprocess.STDOUT)


def until(condition):
    """Wait for something that comes soon."""
    end = time.monotonic() + _LONGEST_SECONDS
    while True:
        try:
            if condition():
                return
        except httpx.HTTPError:
            pass
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_person_stays_signed_in_while_servers_are_killed_and_renewed(composition):
    origin, servers = composition
    with httpx.Client(base_url=origin, headers={"origin": origin}, timeout=20) as person:
        assert person.post("/auth/sign-up", data=_PERSON).status_code == 303
        assert person.post("/auth/sign-in", data=_PERSON).headers["location"] == "/app"

        servers[0].kill()
        # Not one of them is refused, whichever server was to take it.
        assert [person.get("/app/").status_code for _ in range(20)] == [200] * 20
        assert _PERSON["email"] in exported(person)

        servers[0].start()
        until(lambda: ready(servers[0]))
        os.killpg(servers[1].process.pid, signal.SIGTERM)
        assert [person.get("/app/").status_code for _ in range(20)] == [200] * 20
        servers[1].process.wait(_LONGEST_SECONDS)
        servers[1].process = None

        assert _PERSON["email"] in exported(person)
        servers[1].start()
        until(lambda: ready(servers[1]))


def test_what_is_for_those_inside_is_not_served_outside(composition):
    origin, servers = composition

    for path in ("/metrics", "/_ready", "/_health"):
        assert httpx.get(f"{origin}{path}").status_code == 404
    assert all(httpx.get(f"{one.address}/_health").status_code == 200 for one in servers)


def ready(server) -> bool:
    return httpx.get(f"{server.address}/_ready").status_code == 200


def exported(person) -> str:
    """Return the copy of a person's data, as soon as the proxy has a server for it.

    It shuns for 5 s who failed, however soon they are back, and turns to another one only with what
    changes nothing.
    """
    answers = []

    def is_answered() -> bool:
        answers.append(person.post("/export", data={"token": ""}))
        return answers[-1].status_code not in {502, 503}

    until(is_answered)
    answer = answers[-1]
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    return answer.text
