"""`make bench`: each speed that matters, beside a reference measured in the same run.

Timings on shared cores are noisy: read the ratios, and run it on a quiet machine.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from pathlib import Path

from tests.load import page_data, page_rows
from tests.load.pipecat import pipecat_rows
from tests.load.processes import running, tickets
from tests.load.relay import engine_rows, frames
from tests.load.spoken import spoken_rows
from tests.load.table import Row, aim, attempt, show
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
from tests.server import ROOT

_TURNS = 5


def main() -> int:
    """Measure everything, print each row once it is known; return 1 if one failed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="darasa-bench-") as name:
        result = show(_rows(Path(name)))
    print(f"Took {(time.monotonic() - began) / 60:.0f} minutes.")
    return result


def _rows(folder: Path) -> Iterator[Row]:
    yield from page_rows.rows(folder)
    yield from attempt("voice frames through the socket", lambda: _frames(folder))
    yield from attempt("a local call", _calls)
    yield from attempt("data of list and report", lambda: [_data(folder)])
    yield from attempt("typed calls", lambda: typed_rows.rows(folder))
    yield from attempt("typed calls on real sockets", typed_rows.over_sockets)
    yield from attempt("servers that are renewed", typed_rows.renewed)
    yield from attempt("what a mind costs", mind_rows.rows)
    yield from attempt("a Hume call", lambda: engine_rows.relay_rows(folder))
    yield from attempt("a report", lambda: [engine_rows.report_row(folder)])
    yield from attempt("ears on a person", ear_rows.rows)
    yield from attempt("Whisper and Piper", voice_rows.rows)
    yield from attempt("spoken calls on real sockets", spoken_rows.rows)
    yield from attempt("thinking pauses", endpointing_rows.rows)
    yield from attempt("Pipecat", pipecat_rows.rows)


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
        sys.executable, "-m", "tests.load.idle_loop", cwd=ROOT, stdin=PIPE, stdout=PIPE
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
    sys.exit(main())
