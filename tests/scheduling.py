"""How `make test` spreads tests over workers.

pytest-xdist 3.8.0 has groups for this, which pytest 9.2 leaves without effect.
"""

from xdist.scheduler import LoadScopeScheduling

# Their servers build pages in one folder, and what is heard and played has its time.
_WHOLE_MACHINE = (
    "tests/browser/",
    "tests/evi/",
    "tests/features/feedback/test_model_runs.py",
    "tests/load/",
    "tests/providers/test_gemini_live",
    "tests/providers/test_local_echo.py",
    "tests/providers/test_local_interviewer.py",
    "tests/providers/test_local_thinking.py",
    "tests/providers/test_stt_",
    "tests/wire/test_real_server.py",
)


def needs_all(nodeid: str) -> bool:
    """Tell whether nothing else should run beside a test."""
    return nodeid.startswith(_WHOLE_MACHINE)


class Scheduling(LoadScopeScheduling):
    """Gives one worker all that needs the whole machine, and the rest test by test to any."""

    def _split_scope(self, nodeid: str) -> str:
        return "the whole machine" if needs_all(nodeid) else nodeid
