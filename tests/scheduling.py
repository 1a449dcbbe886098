"""Which tests are read, and how `make test` spreads them over workers.

pytest-xdist 3.8.0 has groups for this, which pytest 9.2 leaves without effect.
"""

import re
from enum import IntEnum
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

# What is heard and played has its time, and a bench its numbers: nothing else runs beside them.
_QUIET = (
    "tests/load/",
    "tests/providers/gemini/test_gemini_live",
    "tests/providers/local_ears/test_local_echo.py",
    "tests/providers/local_call/test_local_interviewer.py",
    "tests/providers/local_ears/test_local_thinking.py",
    "tests/providers/speech/test_stt_",
)
_QUIET_BROWSERS = ("tests/browser/interview/", "tests/browser/voice_room/")
# They mostly wait for a server that a whole file shares.
_SERVED = (
    "tests/browser/",
    "tests/evi/",
    "tests/features/feedback/runs/test_model_runs.py",
    "tests/endpoints/middleware/test_real_server.py",
)


# A worker begins a test when it knows the next one.
_HELD_READY = 2


class Turn(IntEnum):
    """When a test has its turn. Playwright leaves an event loop, so browsers come at the end."""

    QUIET = 0
    ANY = 1
    SERVED = 2
    BROWSERS = 3
    QUIET_BROWSERS = 4


def turn_of(nodeid: str) -> Turn:
    """Return when a test has its turn."""
    if nodeid.startswith("tests/browser/"):
        quiet = nodeid.startswith(_QUIET_BROWSERS)
        return Turn.QUIET_BROWSERS if quiet else Turn.BROWSERS
    if nodeid.startswith(_QUIET):
        return Turn.QUIET
    return Turn.SERVED if nodeid.startswith(_SERVED) else Turn.ANY


_WHOLE_FILE = re.compile(r"^pytestmark = \[?pytest\.mark\.(\w+)", re.MULTILINE)


def is_left_out(file: Path, marks: str) -> bool:
    """Tell whether a mark of all tests in a file stands as `not …` in an expression of `-m`."""
    whole = _WHOLE_FILE.search(file.read_text(encoding="utf-8"))
    return whole is not None and f"not {whole[1]}" in marks.split(" and ")


class Scheduling(LoadScopeScheduling):
    """Gives tests to any worker, files with a server as a whole, and quiet ones to one worker.

    The quiet ones come first, while the other workers wait; quiet browsers come last, when the
    other workers are done.
    """

    def _split_scope(self, nodeid: str) -> str:
        match turn_of(nodeid):
            case Turn.ANY:
                return nodeid
            case Turn.SERVED | Turn.BROWSERS:
                return nodeid.partition("::")[0]
            case quiet:
                return quiet.name

    def mark_test_complete(self, node, item_index, duration=0):
        super().mark_test_complete(node, item_index, duration)
        for other in self.nodes:
            if other is not node:
                self._reschedule(other)

    def _assign_work_unit(self, node):
        if not self._must_wait(node):
            super()._assign_work_unit(node)

    def _must_wait(self, node) -> bool:
        """Tell whether a worker gets nothing now; it ends if it will get nothing any more."""
        others = [other for other in self.nodes if other is not node]
        if any(self._left_of(other, Turn.QUIET) for other in others):
            return True
        if next(iter(self.workqueue)) != Turn.QUIET_BROWSERS.name:
            return False
        if any(not other.shutting_down for other in others):
            node.shutdown()
            return True
        return any(self._pending_of(self.assigned_work[other]) for other in others)

    def _left_of(self, node, turn: Turn) -> bool:
        """Tell whether a worker has more left of a turn than the two tests that it holds ready."""
        return list(self.assigned_work[node].get(turn.name, {}).values()).count(False) > _HELD_READY
