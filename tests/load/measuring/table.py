"""The table of the bench: what was measured, beside its reference, each row once it is known."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass

_WIDTHS = (58, 44, 58)
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        failed: Whether there is nothing to read from it, because measuring it raised an error.
    """

    what: str
    ours: str
    reference: str
    verdict: str
    failed: bool = False


def aim(value: float, most: float, unit: str) -> str:
    """Return a value beside its aim, and whether it is met."""
    met = "met" if value <= most else "MISSED"
    return f"{value:+.2f}{unit} (aim ≤ {most}{unit}): {met}"


def attempt(what: str, measure: Callable[[], Iterable[Row]]) -> Iterator[Row]:
    """Yield the rows that were measured; when it fails, one that says why in a line."""
    try:
        yield from measure()
    except Exception as error:
        yield Row(what, "FAILED", _why(error), "", failed=True)


def in_one_loop(rows: AsyncIterator[Row]) -> Iterator[Row]:
    """Yield each row as soon as it is known, all of them measured in one event loop."""

    async def following() -> Row | None:
        return await anext(rows, None)

    with asyncio.Runner() as runner:
        while (row := runner.run(following())) is not None:
            yield row


def _why(error: Exception) -> str:
    """Return the kind of an error and its last line, which in a log is the one that tells."""
    while isinstance(error, ExceptionGroup):  # of tasks: the first is what the others follow from
        error = error.exceptions[0]
    # Of a program that failed: what it said last, rather than how it was called.
    said = str(getattr(error, "stderr", None) or error)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return f"{type(error).__name__}: {lines[-1] if lines else ''}"[:_LONGEST_REASON]


def show(rows: Iterable[Row]) -> int:
    """Print each row as soon as it is known; return 1 if any failed, else 0.

    What rows share, such as the start of a server, is in the seconds of the first of them.
    """
    _print(("what", "ours", "reference", "verdict", "took"))
    failed, before = [], time.monotonic()
    for row in rows:
        took, before = time.monotonic() - before, time.monotonic()
        _print((row.what, row.ours, row.reference, row.verdict, f"{took:.0f} s"))
        failed += [row.what] if row.failed else []
    if failed:
        print(f"Not measured: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def _print(cells: tuple[str, ...]) -> None:
    padded = [cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=False)]
    print(" | ".join([*padded, *cells[len(_WIDTHS) :]]), flush=True)
