"""Rows of the bench about engines with a key, their vendors played on loopback.

Alone: `python -m tests.load.relay.engine_rows [relay|report]`.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.load.measuring.table import Row, aim, show
from tests.load.relay import hume_relay
from tests.load.voice import report_parts
from tests.load.voice.local_turns import at_percent

# Of the model's own time: what needs no model is there before the first of its three passes.
_MOST_OF_MODEL = 0.25
# A bare relay that is later than what we look for says more of the machine than of us.
_BUSY = "unclear: the machine is too busy, run it again"


def relay_rows(folder: Path) -> Iterator[Row]:
    """Frames between a browser and Hume through us, and what a call weighs."""
    ours, bare = hume_relay.measure(folder)
    calls = hume_relay.CALLS
    yield from _delay(f"Hume's audio to the browser, {calls} calls", ours.down_ms, bare.down_ms)
    yield from _delay(f"voice from the browser to Hume, {calls} calls", ours.up_ms, bare.up_ms)
    yield Row(
        "memory of one Hume call in the server",
        f"{ours.kilobytes:.0f} kB",
        f"{bare.kilobytes:.0f} kB, bare websockets relay",
        f"{ours.kilobytes - bare.kilobytes:+.0f} kB more",
    )


def _delay(what: str, ours: list[float], bare: list[float]) -> Iterator[Row]:
    for name, own, reference, most in (
        ("median", statistics.median(ours), statistics.median(bare), 1.0),
        ("p99", at_percent(ours, 99), at_percent(bare, 99), 5.0),
    ):
        yield Row(
            f"{what}, {name}",
            f"{own:.2f} ms",
            f"{reference:.2f} ms, bare websockets relay",
            aim(own - reference, most, " ms more") if reference <= most else _BUSY,
        )


def report_row(folder: Path) -> Row:
    """The first part of a report."""
    waits = report_parts.measure(folder)
    return Row(
        "first visible part of a report",
        f"{waits.measured:.2f} s (whole report {waits.ready:.2f} s)",
        f"{waits.model:.2f} s, the model's own three passes",
        aim(waits.measured / waits.model, _MOST_OF_MODEL, " of the model's time"),
    )


def rows(folder: Path) -> Iterator[Row]:
    """All of them."""
    yield from relay_rows(folder)
    yield report_row(folder)


def main(wanted: str) -> int:
    """Measure what is wanted and print it."""
    with tempfile.TemporaryDirectory(prefix="darasa-bench-") as name:
        folder = Path(name)
        found = list(relay_rows(folder)) if wanted != "report" else []
        show([*found, *([report_row(folder)] if wanted != "relay" else [])])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "all"))
