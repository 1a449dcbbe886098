"""Processes that are measured: started, awaited, weighed."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.server import ROOT


@contextmanager
def running(
    arguments: Sequence[str], port: int, environment: Mapping[str, str] | None = None
) -> Iterator[int]:
    """Run this Python with arguments until left; yield its process id once the port listens."""
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment)
    try:
        asyncio.run(_listening(port))
        yield process.pid
    finally:
        process.terminate()
        process.wait(15)


def tickets(environment: Mapping[str, str], count: int) -> list[str]:
    """Return tickets of new interviews of the local person, each good for a minute."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.load.tickets", str(count)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def resident_kilobytes(pid: int) -> float:
    """Return the resident memory of a process and all its children. On Linux only."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        found = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except (FileNotFoundError, ProcessLookupError):  # a thread or a child has just ended
        return resident_kilobytes(pid) if Path(f"/proc/{pid}").exists() else 0.0
    children = sum(resident_kilobytes(int(child)) for child in " ".join(found).split())
    return pages * os.sysconf("SC_PAGE_SIZE") / 1000 + children


async def _listening(port: int) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return
