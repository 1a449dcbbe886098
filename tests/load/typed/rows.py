"""Rows of the bench: typed calls at 20, 80 and 150, on SQLite and on PostgreSQL."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlmodel import SQLModel

from darasa_reflex.core.db import Database
from tests.databases import with_tables
from tests.load.table import Row
from tests.machine import postgres
from tests.server import ROOT

CALLS, SECONDS = (20, 80, 150), 30.0
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


def _row(where: str, calls: int, url: str) -> Row:
    command = [sys.executable, "-m", "tests.load.typed.calls", url, str(calls), str(SECONDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    kept, dead = told["kept_ms"], told["dead"]
    p99 = kept[int(len(kept) * 0.99)]
    met = "met" if not dead and p99 <= _MOST_P99_MS else "MISSED"
    return Row(
        f"{calls} typed calls on {where}, an answer every 3 s",
        f"{dead} dead; kept and shown: median {kept[len(kept) // 2]:.0f} ms, p99 {p99:.0f} ms",
        f"{len(kept)} answers",
        f"(aim: 0 dead, p99 ≤ {_MOST_P99_MS} ms): {met}",
    )
