"""A PostgreSQL of the tests' own: a fresh cluster on a free loopback port, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

# Below those that Linux, macOS and Windows give out by themselves, above what servers listen on.
_PORTS = (15_000, 32_000)
_CHANCE = SystemRandom()


def binaries() -> Path | None:
    """Return the folder of initdb and pg_ctl; None when PostgreSQL is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return debian[-1].parent if debian else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A PostgreSQL that can be stopped and started.

    Attributes:
        folder: Where all of it is.
        binaries: Where its programs are.
        port: On loopback.
    """

    folder: Path
    binaries: Path
    port: int

    @property
    def address(self) -> str:
        """For SQLAlchemy."""
        return f"postgresql+psycopg://darasa@127.0.0.1:{self.port}/postgres"

    def with_database(self, name: str) -> str:
        """Make an empty database, in place of one of that name; return its address."""
        for command in (["dropdb", "--if-exists", "--force"], ["createdb"]):
            subprocess.run([*command, "-U", "darasa", name], check=True, env=self.inside)
        return self.address.replace("/postgres", f"/{name}")

    @property
    def inside(self) -> dict[str, str]:
        """The environment of who runs PostgreSQL's programs beside it, as in its container."""
        path = f"{self.binaries}:{os.environ['PATH']}"
        return {"PATH": path, "PGHOST": str(self.folder), "PGPORT": str(self.port)}

    def make(self) -> None:
        """Make its files."""
        command = [self.binaries / "initdb", "-D", self._data, "-U", "darasa"]
        _run([*command, "--auth=trust", "--no-sync"])

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off -k {self.folder}"
        options += " -c max_connections=400"  # several processes of tests use it at once
        _run([*self._control, "-w", "-l", self.folder / "log", "-o", options, "start"])

    def stop(self) -> None:
        """End it at once, as a crash does."""
        _run([*self._control, "-m", "immediate", "stop"], check=False)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _control(self) -> list[object]:
        return [self.binaries / "pg_ctl", "-D", self._data]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a cluster; stop and remove it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="darasa-pg-"))
    where, port = binaries(), free_port()
    assert where, "PostgreSQL is not installed; `make test` installs it when run as root."
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
    own = Cluster(folder, where, port)
    try:
        own.make()
        own.start()
        yield own
    finally:
        own.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running() -> Iterator[str]:
    """Start a cluster; yield its address for SQLAlchemy; stop and remove it."""
    with cluster() as own:
        yield own.address


@contextmanager
def given_or_running() -> Iterator[str]:
    """Yield the address of the server that `DATABASE_URL` names, or of one of our own."""
    # Before pytest has begun, nothing of what it rewrites may be imported.
    from darasa_reflex.core.database.db import normalised

    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield normalised(given)
        return
    with running() as address:
        yield address


def free_port() -> int:
    """Return a TCP port that nobody listens on.

    None of those that the system gives to whoever asks for any: the server that is to have it takes
    seconds until it listens, and other tests open a dozen servers meanwhile.
    """
    while True:
        port = _CHANCE.randrange(*_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _run(command: list[object], *, check: bool = True) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *words]
    # Not captured by pipes: the server inherits them and would keep them open.
    subprocess.run(words, check=check, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/")
