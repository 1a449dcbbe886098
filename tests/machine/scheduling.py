"""Which tests are read, and how `make test` spreads them over workers.

pytest-xdist 3.8.0 has groups for this, which pytest 9.2 leaves without effect.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from itertools import repeat
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

_BROWSERS = "tests/browser/"
# What a whole folder or file shares takes long to begin: an app of its own, or a server.
_VOICE_ROOM = "tests/browser/voice_room/"
_LONGEST = (
    _VOICE_ROOM,
    "tests/browser/interview/test_engines.py",
    "tests/browser/interview/test_interview.py",
    "tests/browser/interview/test_device_check.py",
    "tests/browser/look/test_look.py",
    "tests/browser/practice/test_two_evenings.py",
)
# The large model that hears many languages takes long to load, and much memory.
_POLYGLOT = (
    "tests/providers/speech/test_stt_languages.py",
    "tests/providers/local/mind/languages/test_local_languages.py",
    "tests/providers/mind/test_spoken_in_german.py",
)
_SHARED_FILES = (
    _BROWSERS,
    "tests/endpoints/evi/",
    "tests/features/feedback/runs/test_model_runs.py",
    "tests/endpoints/middleware/test_real_server.py",
)


class Turn(IntEnum):
    """When a test has its turn. Playwright leaves an event loop, so browsers come at the end.

    What takes longest and cannot be divided begins first of them.
    """

    ANY = 0
    LONGEST = 1
    BROWSERS = 2


def turn_of(nodeid: str) -> Turn:
    """Return when a test has its turn."""
    if nodeid.startswith(_LONGEST):
        return Turn.LONGEST
    return Turn.BROWSERS if nodeid.startswith(_BROWSERS) else Turn.ANY


def order_of(nodeid: str) -> tuple[Turn, int]:
    """Return what tests are sorted by: their turn, and among the longest the place named above."""
    places = (place for place, one in enumerate(_LONGEST) if nodeid.startswith(one))
    return turn_of(nodeid), next(places, len(_LONGEST))


_WHOLE_FILE = re.compile(r"^pytestmark = \[?pytest\.mark\.(\w+)", re.MULTILINE)


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


class Scheduling(LoadScopeScheduling):
    """Gives tests to any worker, and those that share a server to one.

    Browsers mostly wait. So the first worker begins with them while the others do the rest, and
    there is a worker more than processors; whoever is done with the rest joins the browsers.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_VOICE_ROOM):
            return _VOICE_ROOM
        if nodeid.startswith(_POLYGLOT):
            return _POLYGLOT[0]
        return nodeid.partition("::")[0] if nodeid.startswith(_SHARED_FILES) else nodeid

    def _assign_work_unit(self, node):
        if len(self.nodes) > 1 and node is self.nodes[0]:
            browsers = next((one for one in self.workqueue if turn_of(one) > Turn.ANY), None)
            if browsers is not None:
                self.workqueue.move_to_end(browsers, last=False)
            elif any(turn_of(one) > Turn.ANY for one in self.assigned_work[node]):
                node.shutdown()
                return
        super()._assign_work_unit(node)
