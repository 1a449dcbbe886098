"""A Redis of the tests' own: on a free loopback port, in memory, gone afterwards."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.machine.services.postgres import free_port

PASSWORD = "redis-hunter2"
_START_SECONDS = 10


def binary() -> str | None:
    """Return the path of redis-server; None when Redis is not installed."""
    return shutil.which("redis-server")


@dataclass
class Redis:
    """A server process; `start` again after `stop` to see what survives."""

    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0"

    def start(self) -> "Redis":
        where = binary()
        assert where, "Redis is not installed; `make test` installs it when run as root."
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--requirepass", PASSWORD]
        command = [where, *words, "--save", "", "--appendonly", "no", "--daemonize", "no"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/"
        )
        until = time.monotonic() + _START_SECONDS
        while not self._answers():
            assert time.monotonic() < until, "Redis did not start"
            time.sleep(0.02)
        return self

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
            self.process = None

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@contextmanager
def running() -> Iterator[Redis]:
    """Start a Redis; stop it afterwards."""
    server = Redis().start()
    try:
        yield server
    finally:
        server.stop()
