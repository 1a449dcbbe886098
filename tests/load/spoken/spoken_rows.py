"""Rows of the bench: spoken calls on a real server, as many as it takes, with one worker and two.

Alone: `python -m tests.load.spoken.spoken_rows`. More people call than can be heard; who is heard
must have a reply in time, or the server takes too many. See `tests.load.spoken.crowd`.
"""

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.fixtures.server import ROOT
from tests.load.measuring.table import Row, aim, show
from tests.load.spoken.outcome import Crowd

# More than a machine of two cores takes.
_CALLS, _SECONDS = 8, 45
# Beyond this people ask whether they were heard. Source: docs/deploying.md, "Numbers".
MOST_SECONDS = 3.0


def rows() -> Iterator[Row]:
    """Let people call a server with one worker, then one with two."""
    for workers in (1, 2):
        command = [sys.executable, "-m", "tests.load.spoken.crowd", str(_CALLS), str(_SECONDS)]
        done = subprocess.run(
            [*command, "--workers", str(workers)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        yield row(workers, Crowd(**json.loads(done.stdout.splitlines()[-1])))


def row(workers: int, told: Crowd) -> Row:
    """Return what is shown of a crowd."""
    processes = "1 worker" if workers == 1 else f"{workers} workers"
    lost = f", {told.cut} cut off, {told.unanswered} without reply"
    per_core = f"{told.cores:.2f} of a core a call, {1 / told.cores:.1f} calls a core"
    return Row(
        f"spoken calls, as many as a server with {processes} takes",
        f"{told.heard} of {told.asked}, {told.answers} replies: median {told.median_ms} ms{lost}",
        f"{per_core}; {told.kilobytes_per_call / 1000:.0f} MB a call, "
        f"{told.kilobytes / 1000:.0f} MB without",
        f"nine of ten {aim(told.ninety_ms / 1000, MOST_SECONDS, ' s')}",
    )


if __name__ == "__main__":
    show(rows())
