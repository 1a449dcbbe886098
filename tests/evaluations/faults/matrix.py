"""`make faults`: what each fault does to a call, with real parts. Names choose some of the rows.

A row is a function in a module below `rows`, listed in its `FAULTS`; new modules are found.
"""

import importlib
import pkgutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.evaluations.faults import rows
from tests.evaluations.faults.fault import Fault, Missing
from tests.fixtures.server import ROOT

# "told": given back with a sentence, and sent again.
_HEAD = ("fault", "shown", "kept", "told", "lost", "length error", "resumable", "sentences seen")


def faults() -> list[Fault]:
    """Return all rows."""
    modules = sorted(found.name for found in pkgutil.iter_modules(rows.__path__))
    whole = [importlib.import_module(f"tests.evaluations.faults.rows.{name}") for name in modules]
    return [fault for module in whole for fault in module.FAULTS]


def main(wanted: list[str]) -> int:
    """Run the rows and print the table, in Markdown; return 1 when a turn was lost."""
    # Pages are built before any server has to answer in time.
    subprocess.run([sys.executable, "-m", "darasa_reflex", "build"], cwd=ROOT, check=True)
    print(_row(_HEAD), _row(["---"] * len(_HEAD)), sep="\n", flush=True)
    began, lost = time.monotonic(), 0
    for fault in faults():
        if wanted and not any(word in fault.name for word in wanted):
            continue
        with tempfile.TemporaryDirectory(prefix="darasa-fault-") as folder:
            try:
                came = fault.run(Path(folder))
            except Missing as missing:
                print(_row([fault.name, f"not run: {missing}"]), flush=True)
                continue
        lost += came.lost
        cells = (
            fault.name, came.shown, came.kept, came.told, came.lost,
            f"{came.length_error_s:+.1f} s", "yes" if came.resumable else "no",
            came.sentence or "(none)",
        )  # fmt: skip
        print(_row(cells), flush=True)
    print(f"{lost} lost, in {time.monotonic() - began:.0f} s")
    return int(lost > 0)


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
