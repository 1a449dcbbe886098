"""`make bench`: each speed that matters, beside a reference measured in the same run.

Timings on shared cores are noisy: read the ratios, and run it on a quiet machine. Parts of it:
`python -m tests.load.bench PART…`, by the names in `_parts`. Pipecat is a reference that must be
installed first, which takes longer than any row: `make bench-pipecat`.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.fixtures.server import ROOT
from tests.load.measuring.processes import running, tickets
from tests.load.measuring.table import Row, aim, attempt, show
from tests.load.pages import page_data, page_rows
from tests.load.relay import engine_rows, frames
from tests.load.spoken import spoken_rows
from tests.load.typed import mind_rows
from tests.load.typed import rows as typed_rows
from tests.load.voice import ear_rows, endpointing_rows, voice_rows
from tests.load.voice.local_turns import (
    an_interviewer,
    at_percent,
    loop_lag,
    measure_local_turns,
    warm,
)
from tests.machine.services.postgres import free_port

_TURNS = 5


def main(wanted: list[str]) -> int:
    """Measure what is wanted, or all, print each row once it is known; return 1 if one failed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="darasa-bench-") as name:
        parts = _parts(Path(name))
        if unknown := sorted(set(wanted) - set(parts)):
            print(f"There is no {', '.join(unknown)}. Parts: {', '.join(parts)}.")
            return 2
        result = show(_rows({key: parts[key] for key in wanted or parts}))
    print(f"Took {(time.monotonic() - began) / 60:.1f} minutes.")
    return result


def _parts(folder: Path) -> dict[str, tuple[str, Callable[[], Iterable[Row]]]]:
    """Return what a failed part is called in the table, and what measures it, by name."""
    return {
        "pages": ("pages", lambda: page_rows.rows(folder)),
        "frames": ("voice frames through the socket", lambda: _frames(folder)),
        "call": ("a local call", _calls),
        "data": ("data of list and report", lambda: [_data(folder)]),
        "typed": ("typed calls", lambda: typed_rows.rows(folder)),
        "sockets": ("typed calls on real sockets", typed_rows.over_sockets),
        "renewal": ("servers that are renewed", typed_rows.renewed),
        "minds": ("what a mind costs", mind_rows.rows),
        "hume": ("a Hume call", lambda: engine_rows.relay_rows(folder)),
        "report": ("a report", lambda: [engine_rows.report_row(folder)]),
        "ears": ("ears on a person", ear_rows.rows),
        "voice": ("Whisper and Piper", voice_rows.rows),
        "spoken": ("spoken calls on real sockets", spoken_rows.rows),
        "pauses": ("thinking pauses", endpointing_rows.rows),
    }


def _rows(parts: dict[str, tuple[str, Callable[[], Iterable[Row]]]]) -> Iterator[Row]:
    for what, measure in parts.values():
        yield from attempt(what, measure)


def _frames(folder: Path) -> Iterator[Row]:
    """Voice frames through our socket, against a bare echo."""
    port, bare_port = free_port(), free_port()
    environment = {
        **os.environ,
        "DARASA_DATABASE_URL": f"sqlite:///{folder / 'frames.db'}",
        "PORT": str(port),
    }
    subprocess.run(
        [sys.executable, "-m", "darasa_reflex", "migrate"], cwd=ROOT, env=environment, check=True
    )
    own = [
        "granian",
        "--interface",
        "asgi",
        "--port",
        str(port),
        "tests.load.relay.echo_server:app",
    ]
    bare = [
        "-c",
        "import asyncio, tests.load.relay.frames as frames; "
        f"asyncio.run(frames.bare_echo({bare_port}))",
    ]
    with running(["-m", *own], port, environment), running(bare, bare_port, environment):
        secrets = tickets(environment, frames.CALLS)
        ours = asyncio.run(frames.through_calls(f"ws://127.0.0.1:{port}/v0/evi/chat", secrets))
        reference = asyncio.run(frames.through_echo(f"ws://127.0.0.1:{bare_port}"))
    more = statistics.median(ours) - statistics.median(reference)
    yield Row(
        "voice frame through the socket and back, 20 calls",
        f"{statistics.median(ours):.2f} ms (p95 {at_percent(ours, 95):.2f})",
        f"{statistics.median(reference):.2f} ms, bare websockets echo",
        aim(more, 1.0, " ms more"),
    )


def _calls() -> Iterator[Row]:
    """A local call: how fast it answers, and whether it holds the loop."""
    turns, lag, idle_ms = asyncio.run(_local_call())
    yield Row(
        "end of speech → first audio, beyond the patience",
        f"median {statistics.median(turns):.0f} ms, p95 {at_percent(turns, 95):.0f} ms",
        "0 ms, the endpointing wait alone",
        aim(statistics.median(turns), 300, " ms median"),
    )
    yield Row(
        "event loop lag during a local call, max",
        f"{max(lag.late):.1f} ms (processor time of the loop's thread: {max(lag.busy):.1f} ms)",
        f"{idle_ms:.1f} ms, idle loop of another process at the same time",
        aim(max(lag.late) - idle_ms, 50, " ms more"),
    )


async def _local_call() -> tuple:
    interviewer = an_interviewer()
    await warm(interviewer)
    # Beside, not before: what other programs do to this machine reaches both alike.
    beside = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.load.measuring.idle_loop", cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    async with loop_lag() as lag:
        turns = await measure_local_turns(_TURNS, interviewer)
    told, _ = await beside.communicate(b"")
    return turns, lag, float(told)


def _data(folder: Path) -> Row:
    few, many = page_data.measure(folder, 100), page_data.measure(folder, 10_000)
    return Row(
        "data of list and report at 10 000 interviews",
        f"{many:.2f} ms",
        f"{few:.2f} ms, at 100",
        aim(many / few, 2.0, " times"),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
