"""The composition of compose.yaml from Debian's programs: two servers, PostgreSQL, Redis, Caddy."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.fixtures.server import ROOT, Server
from tests.machine.services import postgres, redis_server

MISSING = not (shutil.which("caddy") and postgres.binaries() and redis_server.binary())
# Whoever waits so long for a server that is there waits for ever.
LONGEST_SECONDS = 30
DRAIN_SECONDS = 4


@dataclass(frozen=True, slots=True)
class Composition:
    """What runs.

    Attributes:
        origin: Address of the proxy.
        servers: Those behind it.
        database: Address of their database, called as in compose.yaml.
        cluster: What it is in.
    """

    origin: str
    servers: list[Server]
    database: str
    cluster: postgres.Cluster


@contextmanager
def running(folder: Path) -> Iterator[Composition]:
    """Start all of it, with files in a folder; end it afterwards."""
    port = postgres.free_port()
    origin = f"http://localhost:{port}"
    with ExitStack() as rooms:
        cluster = rooms.enter_context(postgres.cluster())
        database = cluster.with_database("darasa")
        given = {
            "DATABASE_URL": database,
            "DARASA_DATABASE_URL": database,
            "REDIS_URL": rooms.enter_context(redis_server.running()).address,
            "DARASA_ORIGINS": origin,
            "DARASA_PROXY_HOPS": "1",
            "DARASA_LOCAL_ACCOUNTS": "1",
            "DARASA_MODELS": "off",
            "DARASA_DRAIN_SECONDS": str(DRAIN_SECONDS),
        }
        servers = [_server(folder / f"app-{number}", given) for number in (1, 2)]
        for server in servers:
            rooms.callback(server.kill)
            server.start()
        caddy = _proxy(folder, origin, servers)
        rooms.callback(caddy.wait)
        rooms.callback(caddy.terminate)
        until(lambda: httpx.get(f"{origin}/app/").status_code == 200)
        yield Composition(origin, servers, database, cluster)


def _server(folder: Path, given: dict[str, str]) -> Server:
    folder.mkdir()
    return Server(folder, given)


def _proxy(folder: Path, origin: str, servers: list[Server]) -> subprocess.Popen[bytes]:
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
    with (folder / "caddy.log").open("wb") as log:
        return subprocess.Popen(command, env=given, stdout=log, stderr=subprocess.STDOUT)


def until(condition: Callable[[], bool], seconds: float = LONGEST_SECONDS) -> None:
    """Wait for something that comes soon; a server that is not there yet is asked again."""
    end = time.monotonic() + seconds
    while True:
        try:
            if condition():
                return
        except httpx.HTTPError:
            pass
        assert time.monotonic() < end
        time.sleep(0.1)


def ready(server: Server) -> bool:
    """Whether a server takes visitors."""
    return httpx.get(f"{server.address}/_ready").status_code == 200
