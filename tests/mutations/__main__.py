"""`make mutations`: which test catches each fault, in Markdown. Words choose some of them.

    python -m tests.mutations seats owners
    python -m tests.mutations --at v1.2     # the tests of another commit

Each is made in a copy of the tree and taken back. Its own test is run first; only where that does
not fail are all fast tests run, as `make check` runs them.
"""

import argparse
import importlib.util
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.mutations.mutation import ROOT, Mutation, chosen

_FAILED = re.compile(r"^(?:FAILED|ERROR) ([^\s\[]+)", re.MULTILINE)
# A fault may make a test wait for ever, which is noticed, too. That a line has changed is no story.
_PYTEST = {"PYTEST_ADDOPTS": "-x --timeout=120 --ignore=tests/mutations"}
NOBODY, ELSEWHERE = "**nothing**", "does not apply here"


def copy_of(commit: str, into: Path) -> None:
    """Write the tree of a commit into an empty folder."""
    packed = subprocess.check_output(["git", "archive", commit], cwd=ROOT)
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        files.extractall(into, filter="data")


def as_it_stands() -> str:
    """Return a commit of the working tree, new files left out."""
    changed = subprocess.check_output(["git", "stash", "create"], cwd=ROOT, text=True)
    return changed.strip() or "HEAD"


@contextmanager
def made(mutation: Mutation, tree: Path) -> Generator[None]:
    """Make a fault in a tree, and take it back."""
    path = mutation.path_in(tree)
    right = path.read_text(encoding="utf-8")
    try:
        _write(path, mutation.made_in(right))
        yield
    finally:
        _write(path, right)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    # Python takes what it has compiled for current by whole seconds and the length of the text.
    Path(importlib.util.cache_from_source(path)).unlink(missing_ok=True)


def failing(tree: Path, *module: str) -> str:
    """Return the first test that fails in a tree; empty when none does."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    python = [sys.executable, "-m", *module]
    ran = subprocess.run(
        python, cwd=tree, env=kept | _PYTEST, capture_output=True, text=True, check=False
    )
    if ran.returncode == 0:
        return ""
    named = _FAILED.search(ran.stdout)
    return named[1] if named else "no test can be run"


def caught_by(mutation: Mutation, tree: Path) -> str:
    """Return which test of a tree catches a fault, or that none does."""
    if not mutation.applies_to(tree):
        return ELSEWHERE
    with made(mutation, tree):
        own = mutation.test_in(tree)
        if own and (found := failing(tree, "pytest", "-m", "", own)):
            return f"{found} (slow)" if mutation.slow else found
        return failing(tree, "tests.machine.parts", str(os.cpu_count())) or NOBODY


def main(words: list[str], commit: str) -> int:
    """Print a row for each fault as soon as it is known; return 1 when nothing catches one."""
    print("| id | what a person would suffer | caught by |\n| --- | --- | --- |", flush=True)
    free = 0
    with tempfile.TemporaryDirectory(prefix="darasa-mutations-") as folder:
        tree = Path(folder)
        copy_of(commit or as_it_stands(), tree)
        for mutation in chosen(words):
            catcher = caught_by(mutation, tree)
            free += catcher == NOBODY
            print(f"| {mutation.id} | {mutation.harm} | {catcher} |", flush=True)
    print(f"{free} not caught")
    return int(free > 0)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.mutations")
    asked.add_argument("words", nargs="*", help="of names or lists of faults")
    asked.add_argument("--at", default="", metavar="COMMIT", help="whose code and tests")
    given = asked.parse_args()
    sys.exit(main(given.words, given.at))
