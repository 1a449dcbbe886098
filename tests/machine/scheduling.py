"""Which tests are read, and which of them one process runs, in what order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

import pytest

_BROWSERS = "tests/browser/"
# The tests of a file share what it sets up. These share more: an app that takes long to build, and
# the large model that hears many languages, of which one at a time fits into small machines.
_TOGETHER = (
    ("tests/browser/voice_room/",),
    (
        "tests/providers/speech/test_stt_languages.py",
        "tests/providers/local/mind/languages/test_local_languages.py",
        "tests/providers/mind/test_spoken_in_german.py",
    ),
)

Unit = list[pytest.Item]


def is_browser(nodeid: str) -> bool:
    """Tell whether a test drives a browser. Playwright leaves an event loop, so these come last."""
    return nodeid.startswith(_BROWSERS)


def units(items: Sequence[pytest.Item]) -> tuple[list[Unit], list[Unit]]:
    """Return what one process runs at a stretch: with browsers, and without; the longest first."""
    found = defaultdict[str, Unit](list)
    for item in items:
        found[_unit_of(item.nodeid)].append(item)
    ordered = sorted(found.values(), key=_length, reverse=True)
    browsers = [unit for unit in ordered if is_browser(unit[0].nodeid)]
    return browsers, [unit for unit in ordered if not is_browser(unit[0].nodeid)]


def _unit_of(nodeid: str) -> str:
    names = (names[0] for names in _TOGETHER if nodeid.startswith(names))
    return next(names, nodeid.partition("::")[0])


def _length(unit: Unit) -> tuple[int, int]:
    """Return what hangs together with how long a unit takes: its slow tests, and its text."""
    slow = sum(item.get_closest_marker("slow") is not None for item in unit)
    return slow, sum(path.stat().st_size for path in {item.path for item in unit})


_WHOLE_FILE = re.compile(r"^pytestmark = \[?\s*pytest\.mark\.(\w+)", re.MULTILINE)


@cache
def is_left_out(file: Path, marks: str) -> bool:
    """Tell whether a mark of all tests in a file stands as `not …` in an expression of `-m`."""
    whole = _WHOLE_FILE.search(file.read_text(encoding="utf-8"))
    return whole is not None and f"not {whole[1]}" in marks.split(" and ")


def first(many: int, rows: Iterable[object], ids: Iterable[str] | None = None) -> list[object]:
    """Return rows as parameters of a test: `make check` takes the first ones, `make test` all.

    A row of several parameters is a tuple.
    """
    values = (row if isinstance(row, tuple) else (row,) for row in rows)
    return [
        pytest.param(*row, id=name, marks=pytest.mark.slow if number >= many else ())
        for number, (row, name) in enumerate(zip(values, ids or repeat(None), strict=False))
    ]
