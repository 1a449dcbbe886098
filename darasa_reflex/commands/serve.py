"""Serve everything on one port: production from a finished build, or Reflex's hot reload."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Generator

from darasa_reflex.commands import build
from darasa_reflex.commands.tables import migrations
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.database.sqlite.only_server import OnlyServer
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.processes import heap, threads
from darasa_reflex.features.speech_models.catalogue import EARS, VOICE
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.settings import Settings, settings

# Reflex's own switches for serving a finished build without compiling; the second two are internal
# to Reflex 0.10.1, and a test starts the server with them.
PRODUCTION = {
    "REFLEX_ENV_MODE": "prod",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
    "__REFLEX_SKIP_COMPILE": "true",
}
_LONGEST_START_SECONDS = 60
_REDIS_SECONDS = 3
_TOO_FEW = (
    "Several workers need PostgreSQL and Redis: set DATABASE_URL and REDIS_URL, "
    "or DARASA_WORKERS=1."
)
_NO_REDIS = "Redis does not answer. Is REDIS_URL right, and is it running?"


def run() -> int:
    """Migrate, build if needed, serve, and print the address when the first page is ready.

    Raises:
        ServiceUnavailable: A named engine cannot run, the port is taken, Redis does not answer,
            several workers lack what they share, or the database or the build fails.
    """
    given = settings()
    heap.grow()
    threads.multiply_alone()
    check_workers(given)
    with numbers_shared(given):
        _run(given)
    return 0


def _run(given: Settings) -> None:
    _check_engines(given)
    check_port(given)
    check_redis(given)
    check_alone(given)
    migrations.migrate()
    with models_beside(given):
        build.build()
        os.environ.update(PRODUCTION)
        if given.log_format == "json":
            os.environ["REFLEX_LOG_JSON"] = "true"
        share_heaps()
        threading.Thread(target=_announce, args=(given,), daemon=True).start()
        _serve(given)


def dev() -> int:
    """Migrate and hand over to Reflex's development server.

    Raises:
        ServiceUnavailable: A named engine cannot run, or the database fails.
    """
    _check_engines(settings())
    check_alone(settings())
    migrations.migrate()
    os.chdir(build.ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "reflex", "run"])  # noqa: S606 (our own Python)


def _check_engines(given: Settings) -> None:
    """Refuse a named engine that cannot run here, and a broken key of a door, in words."""
    from darasa_reflex import wiring  # noqa: PLC0415 (imports that other commands do not need)

    wiring.check(given)


@contextlib.contextmanager
def models_beside(given: Settings) -> Generator[None]:
    """Fetch ear and voice in a modest process of their own, where they are missing.

    The server goes on from wherever it ends, and shows how far it is: they share the folder.
    """
    store = Store(given.models_folder)
    there = store.folder_of(VOICE) and any(store.folder_of(ear) for ear in EARS)
    if there or given.models == "off":
        yield
        return
    command = [sys.executable, "-m", "darasa_reflex", "models", "--set-up"]
    fetching = subprocess.Popen(command, cwd=build.ROOT)  # noqa: S603 (our own Python)
    try:
        yield
    finally:
        fetching.terminate()
        fetching.wait()


def check_workers(given: Settings) -> None:
    """Raise `ServiceUnavailable` when several workers have nowhere to share what they know."""
    alone = given.database_url.get_secret_value().startswith("sqlite:") or given.redis_url is None
    if given.workers > 1 and alone:
        raise ServiceUnavailable("workers", _TOO_FEW, retryable=False)


@contextlib.contextmanager
def numbers_shared(given: Settings) -> Generator[None]:
    """Let several workers count together what one of them tells Prometheus.

    Before anything is imported that counts: its library looks once.
    """
    if given.workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="darasa-numbers-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield


def check_port(given: Settings) -> None:
    """Raise `ServiceUnavailable` when the port cannot be listened on."""
    with socket.socket(socket.AF_INET6 if ":" in given.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((given.host, given.port))
        except OSError:
            other = f"PORT={given.port + 1} make run"
            sentence = f"Port {given.port} is taken. Choose another one: {other}"
            raise ServiceUnavailable("port", sentence, retryable=True) from None


def share_heaps() -> None:
    """Let threads share two heaps, where the C library is glibc; workers inherit it.

    A heap per thread grows by what others give back: in `tests.load.fuzz.fuzz` with 60,000 frames a
    server grew by 109 MB so, and by 56 MB with two.
    """
    heap.share(2)


def check_alone(given: Settings) -> None:
    """Raise `ServiceUnavailable` when another server uses the same SQLite file.

    Before the tables are touched. The worker keeps the others away once it runs.
    """
    only = OnlyServer(Database(given.database_url.get_secret_value()).file)
    only.take()
    only.give_back()


def check_redis(given: Settings) -> None:
    """Raise `ServiceUnavailable` when settings name a Redis that does not answer."""
    if given.redis_url is None:
        return
    import redis  # noqa: PLC0415

    try:
        with redis.Redis.from_url(
            given.redis_url.get_secret_value(), socket_timeout=_REDIS_SECONDS
        ) as client:
            client.ping()
    except (redis.RedisError, ValueError):
        raise ServiceUnavailable("redis", _NO_REDIS, retryable=True) from None


def _serve(given: Settings) -> None:
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    os.chdir(build.ROOT)
    as_json = {"()": "darasa_reflex.core.monitoring.log_lines.JsonLines"}
    own_logs = {"formatters": {"generic": as_json, "access": as_json}}
    Server(
        target="darasa_reflex.darasa_reflex:app",
        factory=True,
        address=given.host,
        port=given.port,
        interface=Interfaces.ASGI,
        log_level=LogLevels.warning,
        log_access=False,
        log_dictconfig=own_logs if given.log_format == "json" else None,
        workers=given.workers,
        # A call's last turn and its length are written while the server stops.
        workers_kill_timeout=10 + given.drain_seconds,
        # One that crashed in a library; two crashes of one in a row end the server.
        respawn_failed_workers=True,
    ).serve()


def _announce(given: Settings) -> None:
    """Print the address as soon as the first page answers."""
    here = "localhost" if given.host in {"127.0.0.1", "0.0.0.0", "::1", "::"} else given.host  # noqa: S104
    address, until = (
        f"http://{here}:{given.port}{given.path}",
        time.monotonic() + _LONGEST_START_SECONDS,
    )
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                break
        except urllib.error.HTTPError:  # it answers, if only to say that this name is not let in
            break
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    print(f"\nDarasa is ready: {address}", flush=True)
