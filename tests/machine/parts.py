"""The fast tests in as many processes as there are processors, each with files of its own.

pytest-xdist lets every worker read all tests, and one more process hear of each: a seventh of all
the time where tests take milliseconds. It spreads those of `make test`, which take seconds.

    python -m tests.machine.parts 2
"""

import os
import subprocess
import sys
import weakref
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def held(part: str) -> int:
    """Run one part of the tests; return pytest's exit code."""
    return int(pytest.main(["--part", part]))


def started(part: str, said: Path) -> subprocess.Popen[bytes]:
    """Start a process with another part, which writes what it says to a file."""
    ask = [sys.executable, "-m", "tests.machine.parts", part]
    with said.open("wb") as file:
        return subprocess.Popen(ask, stdout=file, stderr=subprocess.STDOUT)


def all_held(many: int) -> int:
    """Run all parts, this process the first of them; return 0 when nothing failed."""
    with TemporaryDirectory(prefix="darasa-parts-") as folder:
        files = [Path(folder) / f"{number}" for number in range(2, many + 1)]
        others = [started(f"{said.name}/{many}", said) for said in files]
        codes = [held(f"1/{many}")]
        for other, said in zip(others, files, strict=True):
            codes.append(other.wait())
            print(said.read_text(encoding="utf-8", errors="replace"), end="")
    return 0 if codes == [0] * many else 1


if __name__ == "__main__":
    ended = held(sys.argv[1]) if "/" in sys.argv[1] else all_held(int(sys.argv[1]))
    sys.stdout.flush()
    # Taking everything apart one by one takes seconds.
    weakref.finalize._exitfunc()
    os._exit(ended)
