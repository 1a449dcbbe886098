"""Rows of the bench about pages: start, events and first visits, beside a bare Reflex app.

Alone: `python -m tests.load.pages.page_rows`.
"""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from darasa_reflex.states.jobs.dashboard import DashboardState
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState
from tests.fixtures.server import ROOT, Server
from tests.load.fuzz import events
from tests.load.measuring.table import Row, aim, attempt, show
from tests.load.pages import bare_app, page_weights

BARE_STATE = "reflex___state____state.bare___bare____bare"
BARE_EVENT, BARE_SEARCH = f"{BARE_STATE}.add", f"{BARE_STATE}.search"
EVENT = events.name_of(JobInfoFormState.remove_chip)
REMOVED = {"key": "x", "text": ""}
EVENT_WITH_QUERIES = events.name_of(DashboardState.search)
_ROUNDS = 3


def rows(folder: Path) -> Iterator[Row]:
    """Build both apps, then measure them in turn."""
    bare, server = folder / "bare-app", Server(folder / "ours")
    server.folder.mkdir()
    yield from attempt("the pages of both apps", lambda: _built(bare, server))
    yield from attempt("make run, second time, to first page", lambda: [_start_row(bare, server)])
    yield from attempt("events and first visits", lambda: _rows_of_running(bare, server))


def _rows_of_running(bare: Path, server: Server) -> Iterator[Row]:
    with bare_app.running(bare) as (address, _):
        server.start()
        try:
            yield from attempt("events", lambda: _event_rows(address, server.address))
            yield from attempt("first visits", lambda: page_weights.rows(address, server))
        finally:
            server.stop()


def _built(bare: Path, server: Server) -> Iterator[Row]:
    """Start both once, which builds them; nothing is measured, so both at once."""
    bare_app.make(bare)
    with ThreadPoolExecutor() as beside:
        building = beside.submit(_start_bare, bare)
        server.start()
        server.stop()
        building.result()
    yield from ()


def _start_bare(bare: Path) -> None:
    with bare_app.running(bare):
        pass


def _start_row(bare: Path, server: Server) -> Row:
    ours, reference = list[float](), list[float]()
    for _ in range(_ROUNDS):
        with bare_app.running(bare) as (_, seconds):
            reference.append(seconds)
        ours.append(_start(server))
    start, bare_start = statistics.median(ours), statistics.median(reference)
    return Row(
        "make run, second time, to first page",
        f"{start:.1f} s",
        f"{bare_start:.1f} s, reflex run --env prod of a bare app",
        aim(start / bare_start, 0.8, " times"),
    )


def _start(server: Server) -> float:
    """Return the seconds of `make run` until a page is served."""
    began = time.monotonic()
    process = subprocess.Popen(
        ["make", f"PYTHON={sys.executable}", "run"],  # the one that made .venv
        cwd=ROOT,
        env=server.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return bare_app.first_page(server.address, began)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def _event_rows(bare: str, ours: str) -> Iterator[Row]:
    words = {"words": "x"}
    for what, own_event, payload, bare_event, bare_payload, name in (
        ("UI event round trip, identity checked", EVENT, REMOVED, BARE_EVENT, {}, "counter"),
        (
            "the same with two queries (search)",
            *(EVENT_WITH_QUERIES, words, BARE_SEARCH, words),
            "search with two queries",
        ),
    ):
        own, reference = _in_turn(
            partial(events.round_trips, ours, own_event, payload, "/app"),
            partial(events.round_trips, bare, bare_event, bare_payload),
        )
        yield Row(
            what,
            f"{own:.2f} ms",
            f"{reference:.2f} ms, bare {name}",
            aim(own / reference, 1.2, " times"),
        )


def _in_turn(ours: Callable, bare: Callable) -> tuple[float, float]:
    """Return the medians of both, measured in rounds."""
    own, reference = list[float](), list[float]()
    for _ in range(_ROUNDS):
        own += asyncio.run(ours())
        reference += asyncio.run(bare())
    return statistics.median(own), statistics.median(reference)


def main() -> int:
    """Measure and print them."""
    with tempfile.TemporaryDirectory(prefix="darasa-bench-") as name:
        return show(rows(Path(name)))


if __name__ == "__main__":
    sys.exit(main())
