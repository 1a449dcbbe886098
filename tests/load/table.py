"""The table of the bench: what was measured, beside its reference."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    reference: str
    verdict: str


def aim(value: float, most: float, unit: str) -> str:
    """Return a value beside its aim, and whether it is met."""
    met = "met" if value <= most else "MISSED"
    return f"{value:+.2f}{unit} (aim ≤ {most}{unit}): {met}"


def show(rows: Iterable[Row]) -> None:
    """Print the table."""
    table = [("what", "ours", "reference", "verdict")]
    table += [(row.what, row.ours, row.reference, row.verdict) for row in rows]
    widths = [max(len(line[column]) for line in table) for column in range(4)]
    for line in table:
        print(" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))
