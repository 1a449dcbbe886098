"""Which tests are read, and how `make test` spreads them over workers.

pytest-xdist 3.8.0 has groups for this, which pytest 9.2 leaves without effect.
"""

import re
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

# Their servers build pages in one folder, and what is heard and played has its time.
_WHOLE_MACHINE = (
    "tests/browser/",
    "tests/evi/",
    "tests/features/feedback/runs/test_model_runs.py",
    "tests/load/",
    "tests/providers/gemini/test_gemini_live",
    "tests/providers/local_ears/test_local_echo.py",
    "tests/providers/local_call/test_local_interviewer.py",
    "tests/providers/local_ears/test_local_thinking.py",
    "tests/providers/speech/test_stt_",
    "tests/endpoints/middleware/test_real_server.py",
)


_WHOLE_FILE = re.compile(r"^pytestmark = \[?pytest\.mark\.(\w+)", re.MULTILINE)


def is_left_out(file: Path, marks: str) -> bool:
    """Tell whether a mark of all tests in a file stands as `not …` in an expression of `-m`."""
    whole = _WHOLE_FILE.search(file.read_text(encoding="utf-8"))
    return whole is not None and f"not {whole[1]}" in marks.split(" and ")


def needs_all(nodeid: str) -> bool:
    """Tell whether nothing else should run beside a test."""
    return nodeid.startswith(_WHOLE_MACHINE)


class Scheduling(LoadScopeScheduling):
    """Gives one worker all that needs the whole machine, and the rest test by test to any."""

    def _split_scope(self, nodeid: str) -> str:
        return "the whole machine" if needs_all(nodeid) else nodeid
