"""The fast tests in as many processes as there are processors: forks of one that has read them all.

Importing the product and reading the tests takes a third of all the time; a process that has done
it is copied in a moment. Each fork takes one file with tests after the other until none is left,
so that all end together, and tells its reports to the first process, which shows them as its own.

    python -m tests.machine.parts 2
"""

import atexit
import os
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from multiprocessing import connection, get_context
from multiprocessing.sharedctypes import Synchronized
from typing import IO

import pytest

from tests.machine.learnt import learn

# Not on every system may a process be forked that has loaded the system's libraries.
FORKS = sys.platform == "linux"


class Parts:
    """A plug-in of pytest that lets forks run what was collected.

    Args:
        many: How many at once.
        learn: Does once what each of them would do for itself.
    """

    def __init__(self, many: int, learn: Callable[[], object] = int) -> None:
        self._many, self._learn = many, learn

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Run all tests; leave what could not be collected to pytest, which says so."""
        if session.testsfailed or session.config.option.collectonly:
            return None
        self._learn()
        # A lock that a thread holds while it is copied stays shut.
        assert threading.active_count() == 1, "what tests import has begun a thread"
        session.config.pluginmanager.getplugin("capturemanager").stop_global_capturing()
        files, taken = _by_file(session.items), get_context("fork").Value("i", 0)
        with ExitStack() as ended:
            parts = dict[connection.Connection, _Part]()
            for _ in range(min(self._many, len(files))):
                part = _Part(session, ended.enter_context(tempfile.TemporaryFile()), files, taken)
                ended.callback(part.close)
                parts[part.line] = part
            _show(session, parts)
        return True


class _Part:
    """A fork.

    Attributes:
        line: Where it tells which test it begins, and its reports.
        test: The one it began last.
    """

    def __init__(
        self,
        session: pytest.Session,
        said: IO[bytes],
        files: Sequence[Sequence[pytest.Item]],
        taken: "Synchronized[int]",
    ) -> None:
        self._said, self.test = said, ""
        self.line, theirs = connection.Pipe(duplex=False)
        with theirs:
            self._process = get_context("fork").Process(
                target=_run, args=(session, said, theirs, _taken(files, taken))
            )
            self._process.start()

    def close(self) -> None:
        """End it, if it has not ended."""
        self._process.terminate()
        self._process.join()
        self._process.close()
        self.line.close()

    def fault(self) -> str:
        """Wait until it has ended; return why not because no test was left, or nothing."""
        self._process.join()
        if not self._process.exitcode:
            return ""
        self._said.seek(0)
        print(self._said.read().decode(errors="replace"))
        return f"{self._process.exitcode} ended a part in {self.test}"


def _by_file(items: Sequence[pytest.Item]) -> list[list[pytest.Item]]:
    """Return the tests of each file, the longest file first."""
    files = [list(tests) for _, tests in groupby(items, key=lambda item: item.path)]
    return sorted(files, key=lambda tests: -tests[0].path.stat().st_size)


def _show(session: pytest.Session, parts: dict[connection.Connection, _Part]) -> None:
    """Show what the parts tell until the last has ended, or failures are enough."""
    while parts:
        for line in connection.wait(parts):
            try:
                told = line.recv()
            except EOFError:
                session.shouldfail = parts.pop(line).fault() or session.shouldfail
            else:
                _tell(session, parts[line], told)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)


def _tell(session: pytest.Session, part: _Part, told: str | dict[str, object]) -> None:
    """Take the name of a test that a part begins, or show a report."""
    if isinstance(told, str):
        part.test = told
        return
    hook = session.config.hook
    report = hook.pytest_report_from_serializable(config=session.config, data=told)
    hook.pytest_runtest_logreport(report=report)


def _run(
    session: pytest.Session,
    said: IO[bytes],
    line: connection.Connection,
    tests: Iterator[pytest.Item],
) -> None:
    """Run tests in a fork.

    Args:
        session: A copy of the first process's.
        said: Takes what is said beside reports.
        line: Takes reports.
        tests: What is left to do, as long as there is any.
    """
    # What was begun before is tidied up by the first process.
    atexit._clear()
    weakref.finalize._registry.clear()
    for stream in (1, 2):
        os.dup2(said.fileno(), stream)
    capture = session.config.pluginmanager.getplugin("capturemanager")
    capture.start_global_capturing()
    capture.suspend_global_capture()
    session.config.pluginmanager.register(_Telling(session.config, line))
    test = next(tests, None)
    while test is not None:
        following = next(tests, None)
        session.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
        test = following
    atexit._run_exitfuncs()
    weakref.finalize._exitfunc()
    os._exit(0)  # taking everything apart one by one takes seconds


class _Telling:
    """A plug-in that tells which test begins, what comes of it, and what fails around it."""

    def __init__(self, config: pytest.Config, line: connection.Connection) -> None:
        self._config, self._line = config, line

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Tell the name of a test."""
        self._line.send(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tell one report."""
        if report.when == "call" or not report.passed:
            hook = self._config.hook
            self._line.send(hook.pytest_report_to_serializable(config=self._config, report=report))


def _taken(
    files: Sequence[Sequence[pytest.Item]], taken: "Synchronized[int]"
) -> Iterator[pytest.Item]:
    """Yield the tests of one file after the other that no other fork has begun."""
    while True:
        with taken.get_lock():
            number, taken.value = taken.value, taken.value + 1
        if number >= len(files):
            return
        yield from files[number]


def held(many: int) -> int:
    """Run all fast tests, in so many processes at once; return pytest's exit code."""
    if not FORKS:
        return int(pytest.main(["-n", str(many)]))
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # else they begin when NumPy is imported
    # Nothing here has a second try, for which the plug-in begins a thread.
    return int(pytest.main(["-p", "no:rerunfailures"], plugins=[Parts(many, learn)]))


if __name__ == "__main__":
    ended = held(int(sys.argv[1]))
    sys.stdout.flush()
    atexit._run_exitfuncs()
    os._exit(ended)
