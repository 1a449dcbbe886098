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

from playwright.sync_api import sync_playwright

from tests.load import bare_app, page_data
from tests.load.fuzz import events
from tests.load.pipecat import pipecat_rows
from tests.load.processes import running, tickets
from tests.load.relay import engine_rows, frames
from tests.load.table import Row, aim, show
from tests.load.voice import ear_rows, endpointing_rows, voice_rows
from tests.load.voice.local_turns import (
    an_interviewer,
    at_percent,
    loop_lag,
    measure_local_turns,
    warm,
)
from tests.machine import chromium
from tests.machine.postgres import free_port
from tests.server import ROOT, Server

BARE_EVENT = "reflex___state____state.bare___bare____bare.add"
_STATES = "reflex___state____state.darasa_reflex___states___"
EVENT = f"{_STATES}job_info_form____job_info_form_state.remove_chip"
EVENT_WITH_QUERIES = f"{_STATES}dashboard____dashboard_state.search"


def main() -> int:
    """Measure everything and print the table."""
    with tempfile.TemporaryDirectory(prefix="darasa-bench-") as name:
        folder = Path(name)
        rows = [*_pages(folder), *_frames(folder), *_calls(), _data(folder)]
        rows += engine_rows.rows(folder)
    rows += [*ear_rows.rows(), *voice_rows.rows(), *endpointing_rows.rows(), *pipecat_rows.rows()]
    show(rows)
    return 0


def _pages(folder: Path) -> Iterator[Row]:
    """Start-up, events and first load, against a bare Reflex app."""
    bare_folder = folder / "bare-app"
    bare_app.make(bare_folder)
    with bare_app.running(bare_folder):
        pass  # builds
    with bare_app.running(bare_folder) as (address, bare_start):
        bare_event = statistics.median(asyncio.run(events.round_trips(address, BARE_EVENT, {})))
        bare_js = first_load(address)
    (folder / "ours").mkdir()
    server = Server(folder / "ours").start()  # builds
    server.stop()
    began = time.monotonic()
    server.start()
    start = bare_app.first_page(server.address, began)
    for what, event, payload in (
        ("UI event round trip, identity checked", EVENT, {"key": "x"}),
        ("the same with two queries (search)", EVENT_WITH_QUERIES, {"words": "x"}),
    ):
        took = asyncio.run(events.round_trips(server.address, event, payload, "/app"))
        yield Row(
            what,
            f"{statistics.median(took):.2f} ms",
            f"{bare_event:.2f} ms, bare counter",
            aim(statistics.median(took) / bare_event, 1.3, " times"),
        )
    ours_js = first_load(f"{server.address}/app")
    server.stop()
    yield Row(
        "first load, JS over the wire",
        f"{ours_js / 1000:.0f} kB",
        f"{bare_js / 1000:.0f} kB, bare page with Radix",
        aim((ours_js - bare_js) / 1000, 60, " kB more"),
    )
    yield Row(
        "make run, second time, to first page",
        f"{start:.1f} s",
        f"{bare_start:.1f} s, reflex run --env prod of a bare app",
        aim(start / bare_start, 1.0, " times"),
    )


def first_load(address: str) -> int:
    """Return the bytes of JavaScript that a first visit transfers, as compressed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags())
        page = browser.new_page()
        page.goto(address, wait_until="networkidle")
        sizes = page.evaluate(
            """() => performance.getEntriesByType("resource")
                 .filter(entry => entry.name.split("?")[0].endsWith(".js"))
                 .map(entry => entry.encodedBodySize)"""
        )
        browser.close()
    return sum(sizes)


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
        turns = await measure_local_turns(8, interviewer)
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
