"""Rows of the bench: 150 typed calls on both databases, 20 on real servers."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from darasa_reflex.core.database.db import Database
from tests.fixtures.databases import with_tables
from tests.fixtures.server import ROOT
from tests.load.measuring.table import Row
from tests.machine.services import composition, postgres

CALLS, SECONDS = (150,), 20.0
_MOST_P99_MS = 1_000


def rows(folder: Path) -> Iterator[Row]:
    """Hold the calls, each crowd in a process of its own."""
    for calls in CALLS:
        url = with_tables(folder / f"typed-{calls}.db")
        yield _row("SQLite", calls, url)
    if not postgres.binaries():
        return
    with postgres.running() as url:
        database = Database(url)
        SQLModel.metadata.create_all(database.engine)
        database.engine.dispose()
        for calls in CALLS:
            yield _row("PostgreSQL", calls, url)


def over_sockets() -> Iterator[Row]:
    """Hold 20 calls on one server, on two, and on one with two workers."""
    first = None
    for name, servers, workers in (("1", 1, 1), ("2", 2, 1), ("1 with 2 workers", 1, 2)):
        words = ("20", str(servers), str(SECONDS), "--workers", str(workers))
        told = _told("tests.load.typed.sockets", *words)
        costs = told["server_ms_per_answer"]
        first = first or costs
        yield Row(
            f"20 typed calls on real servers: {name}",
            f"median {told['median_ms']} ms, p99 {told['p99_ms']} ms",
            f"{costs} ms of a core an answer, {costs / first:.2f} of one server's",
            f"{told['kilobytes_per_call']} kB a call, {told['kilobytes'] / 1000:.0f} MB without",
        )


def renewed() -> Iterator[Row]:
    """Hold 20 calls behind Caddy while its two servers are renewed one after the other."""
    if composition.MISSING:
        return
    told = _told("tests.load.typed.renewal", "20")
    kept = told["lost"] + told["twice"] + told["out_of_order"] == 0
    carried = set(told["ended"]) == {"stopped"} and told["untold"] + told["strangers"] == 0
    yield Row(
        "20 typed calls behind Caddy while two servers are renewed",
        f"{told['lost']} of {told['answers']} answers lost, {told['twice']} kept twice",
        f"median {told['median_ms']} ms, longest {told['longest_ms']} ms; ended: {told['ended']}",
        f"(aim: 0, 0, all stopped and told): {'met' if kept and carried else 'MISSED'}",
    )


def _told(module: str, *words: str) -> dict[str, Any]:
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _row(where: str, calls: int, url: str) -> Row:
    told = _told("tests.load.typed.calls", url, str(calls), str(SECONDS))
    kept, dead = told["kept_ms"], told["dead"]
    p99 = kept[int(len(kept) * 0.99)]
    met = "met" if not dead and p99 <= _MOST_P99_MS else "MISSED"
    return Row(
        f"{calls} typed calls on {where}, an answer every 3 s",
        f"{dead} dead; kept and shown: median {kept[len(kept) // 2]:.0f} ms, p99 {p99:.0f} ms",
        f"{len(kept)} answers",
        f"(aim: 0 dead, p99 ≤ {_MOST_P99_MS} ms): {met}",
    )
