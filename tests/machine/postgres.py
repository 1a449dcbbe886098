"""A PostgreSQL of the tests' own: a fresh cluster on a free loopback port, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """Return the folder of initdb and pg_ctl; None when PostgreSQL is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return debian[-1].parent if debian else None


@contextmanager
def running() -> Iterator[str]:
    """Start a cluster; yield its address for SQLAlchemy; stop and remove it."""
    folder = Path(tempfile.mkdtemp(prefix="darasa-pg-"))
    where, port = binaries(), free_port()
    assert where, "PostgreSQL is not installed; `make test` installs it when run as root."
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    try:
        _run([where / "initdb", "-D", data, "-U", "darasa", "--auth=trust", "--no-sync"])
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        log = folder / "log"
        _run([where / "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start"])
        yield f"postgresql+psycopg://darasa@127.0.0.1:{port}/postgres"
    finally:
        _run([where / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _run(command: list[object], *, check: bool = True) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *words]
    # Not captured by pipes: the server inherits them and would keep them open.
    subprocess.run(words, check=check, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/")
