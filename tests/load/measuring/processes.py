"""Processes that are measured: started, awaited, weighed."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.fixtures.server import ROOT
from tests.machine import warmed


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
    done = warmed.run(["tests.load.measuring.tickets", str(count)], environment)
    done.check_returncode()
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


def family(pid: int) -> list[int]:
    """Return a process and all that it started and that still run. On Linux only."""
    if not Path(f"/proc/{pid}").exists():
        return []
    try:
        found = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except (FileNotFoundError, ProcessLookupError):  # a thread or a child has just ended
        return family(pid)
    return [pid, *(one for child in " ".join(found).split() for one in family(int(child)))]


def processor_seconds(pid: int) -> float:
    """Return the processor time of a process and all that it started, ended or not. Linux only."""
    ticks = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            # The name before them may contain anything. User and system, own and of the reaped.
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(") ")[2].split()
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def own_kilobytes(pid: int) -> float:
    """Return the memory of a process and all that it started, as if they ran alone. Linux only.

    What only one of them has counts, and of each mapped file the most that one of them has: like
    PSS, but other processes on the machine that map the same libraries make it no smaller.
    """
    private, files = 0, dict[str, int]()
    for one in family(pid):
        with contextlib.suppress(OSError):
            for mapping, kilobytes, anonymous in _mappings(one):
                private += anonymous
                files[mapping] = max(files.get(mapping, 0), kilobytes - anonymous)
    return (private + sum(files.values())) * 1.024


def forget_peaks(pid: int) -> None:
    """Let the peaks of memory of a process and all that it started begin now. Linux only."""
    for one in family(pid):
        with contextlib.suppress(OSError):
            # Source: clear_refs in proc(5).
            Path(f"/proc/{one}/clear_refs").write_text("5")


def peak_kilobytes(pid: int) -> float:
    """Return `own_kilobytes` if all reached their peaks, since `forget_peaks`, at once."""
    more = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{one}/status").read_text().splitlines()
            known = {name: value for name, _, value in (line.partition(":") for line in lines)}
            peak, now = (int(known[name].split()[0]) for name in ("VmHWM", "VmRSS"))
            more += peak - now
    return own_kilobytes(pid) + more * 1.024


def _mappings(pid: int) -> Iterator[tuple[str, int, int]]:
    """Yield of each mapping what it maps, and its resident and anonymous memory in KiB."""
    mapping, resident = "", 0
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        name, *fields = line.split()
        if name == "Rss:":
            resident = int(fields[0])
        elif name == "Anonymous:":
            yield mapping, resident, int(fields[0])
        elif not name.endswith(":"):
            # Offset, device, inode, path.
            mapping = " ".join(fields[1:])


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
