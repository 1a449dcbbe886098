"""The tests in a few processes at once: forks of one that has read them all.

Importing the product and reading the tests takes a third of all the time of the fast ones; a
process that has done it is copied in a moment. Each fork takes what belongs together until nothing
is left, so that all end at once, and tells its reports to the first process, which shows them as
its own.

    python -m tests.machine.parts 2 [--beside "a module and its arguments"] [options of pytest]
"""

import argparse
import atexit
import os
import shlex
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from multiprocessing import connection, get_context
from multiprocessing.sharedctypes import SynchronizedString
from typing import IO

import pytest

from tests.machine.learnt import learn
from tests.machine.scheduling import Unit, units
from tests.machine.shared import shared

# Not on every system may a process be forked that has loaded the system's libraries.
FORKS = sys.platform == "linux"
_TOLD_EVERY_SECONDS = 0.5
_LONGEST_NAME_BYTES = 1_000


class Parts:
    """A plug-in of pytest that lets forks run what was collected.

    Args:
        many: How many at once. Half of them, rounded down, begin with browsers, which mostly wait,
            and one with what is shortest, which mostly computes.
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
        browsers, rest = map(_Queue, units(session.items))
        with shared(session.config), ExitStack() as ended:
            forks = _Forks(session, ended)
            # A lock that a thread holds while it is copied stays shut.
            assert threading.active_count() == 1, "what tests import has begun a thread"
            session.config.pluginmanager.getplugin("capturemanager").stop_global_capturing()
            with_browsers = self._many // 2 if browsers else 0
            for number in range(self._many):
                forks.begin(
                    *[browsers] if number < with_browsers else [rest, browsers],
                    shortest_first=bool(with_browsers) and number == self._many - 1,
                )
            for _ in forks.endings():
                # Playwright leaves an event loop in its process: the rest needs another one.
                forks.begin(rest)
        _look_at_second_tries(session)
        return True


class _Queue:
    """Units that processes take, each once; a copy of it knows what the others have taken."""

    def __init__(self, filled: list[Unit]) -> None:
        self._units, self._left = filled, get_context("fork").Array("i", [0, len(filled)])

    def __bool__(self) -> bool:
        first, end = self._left
        return first < end

    def taken(self, *, from_end: bool) -> Iterator[Unit]:
        """Take one after the other until nothing is left."""
        while True:
            with self._left.get_lock():
                first, end = self._left
                if first == end:
                    return
                self._left[:] = (first, end - 1) if from_end else (first + 1, end)
            yield self._units[end - 1 if from_end else first]


class _Forks:
    """The forks of a run.

    Args:
        session: Of the first process.
        ended: Ends those that are left.
    """

    def __init__(self, session: pytest.Session, ended: ExitStack) -> None:
        self._session, self._ended = session, ended
        self._parts = dict[connection.Connection, _Part]()

    def begin(self, *queues: _Queue, shortest_first: bool = False) -> None:
        """Begin a fork that empties queues, one after the other, if anything is in them."""
        if not any(queues):
            return
        taken = (queue.taken(from_end=shortest_first) for queue in queues)
        part = _Part(self._session, chain.from_iterable(taken))
        self._ended.callback(part.close)
        self._parts[part.line] = part

    def endings(self) -> Iterator[None]:
        """Show what the forks tell until none is left or failures are enough; yield at each end.

        Raises:
            pytest.Session.Failed: They are enough, or a fork has died.
        """
        session = self._session
        while self._parts:
            for line in connection.wait(self._parts):
                part = self._parts[line]
                if ended := not part.show(session):
                    del self._parts[line]
                    session.shouldfail = part.fault() or session.shouldfail
                if session.shouldfail:
                    raise session.Failed(session.shouldfail)
                if ended:
                    yield


class _Part:
    """A fork.

    Attributes:
        line: Where it tells its reports.
    """

    def __init__(self, session: pytest.Session, left: Iterable[Unit]) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  it is closed with this one
        self._test = get_context("fork").Array("c", _LONGEST_NAME_BYTES)
        self.line, theirs = connection.Pipe(duplex=False)
        telling = _Telling(session.config, theirs, self._test)
        with theirs:
            self._process = get_context("fork").Process(
                target=_run_units, args=(session, self._said, telling, left)
            )
            self._process.start()

    def show(self, session: pytest.Session) -> bool:
        """Show reports that it tells; tell whether it goes on."""
        hook = session.config.hook
        try:
            told: list[dict[str, object]] = self.line.recv()
        except EOFError:
            return False
        for data in told:
            report = hook.pytest_report_from_serializable(config=session.config, data=data)
            hook.pytest_runtest_logreport(report=report)
        return True

    def close(self) -> None:
        """End it, if it has not ended."""
        self._process.terminate()
        self._process.join()
        self._process.close()
        self.line.close()
        self._said.close()

    def fault(self) -> str:
        """Wait until it has ended; return why not because no test was left, or nothing."""
        self._process.join()
        if not self._process.exitcode:
            return ""
        self._said.seek(0)
        print(self._said.read().decode(errors="replace"))
        return f"{self._process.exitcode} ended a part in {self._test.value.decode()}"


def _look_at_second_tries(session: pytest.Session) -> None:
    """Fail a run in which more tests than allowed needed one: each fork counts its own."""
    allowed = session.config.getoption("max_suite_reruns", None)
    needed = len(session.config.pluginmanager.getplugin("terminalreporter").stats.get("rerun", ()))
    if allowed is not None and needed > allowed:
        raise session.Failed(f"{needed} tests needed a second try, more than {allowed}")


def _run_units(
    session: pytest.Session, said: IO[bytes], telling: "_Telling", left: Iterable[Unit]
) -> None:
    """Run tests in a fork.

    Args:
        session: A copy of the first process's.
        said: Takes what is said beside reports.
        telling: Takes reports.
        left: What is left to do, as long as there is any.
    """
    # What was begun before is tidied up by the first process.
    atexit._clear()
    weakref.finalize._registry.clear()
    for stream in (1, 2):
        os.dup2(said.fileno(), stream)
    capture = session.config.pluginmanager.getplugin("capturemanager")
    capture.start_global_capturing()
    capture.suspend_global_capture()
    session.config.pluginmanager.register(telling)
    for unit in left:
        # After its last test all is torn down but what the whole session shares.
        for test, following in zip(unit, [*unit[1:], session], strict=True):
            session.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
    session._setupstate.teardown_exact(None)
    telling.tell()
    atexit._run_exitfuncs()
    weakref.finalize._exitfunc()
    os._exit(0)  # taking everything apart one by one takes seconds


class _Telling:
    """A plug-in of a fork that tells what comes of its tests, and what fails around them.

    Many reports at once: each time it is told something the first process wakes up, and one of the
    forks waits for its processor. The name of a running test is where both see it.
    """

    def __init__(
        self, config: pytest.Config, line: connection.Connection, test: SynchronizedString
    ) -> None:
        self._config, self._line, self._test = config, line, test
        self._reports: list[dict[str, object]] = []
        self._told = 0.0

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Show the name of a test that begins."""
        self._test.value = nodeid.encode()[:_LONGEST_NAME_BYTES]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep one report; tell what is kept if it is time, or if something is wrong."""
        if report.when != "call" and report.passed:
            return
        hook = self._config.hook
        self._reports.append(hook.pytest_report_to_serializable(config=self._config, report=report))
        # Its own time: tests make the clock stand still.
        if not report.passed or report.stop > self._told + _TOLD_EVERY_SECONDS:
            self._told = report.stop
            self.tell()

    def tell(self) -> None:
        """Tell all reports that are kept."""
        self._line.send(self._reports)
        self._reports.clear()


def held(many: int, options: Sequence[str], beside: Sequence[str]) -> int:
    """Run tests; return pytest's exit code.

    Args:
        many: How many processes at once.
        options: Of pytest.
        beside: A module and its arguments, run while the tests are read: no test begins before its
            end, nor if it fails. Empty for none.
    """
    running = subprocess.Popen([sys.executable, "-m", *beside]) if beside else None
    if not FORKS:
        failed = running.wait() if running else 0
        return failed or int(pytest.main(["-n", str(many), "--dist", "loadfile", *options]))
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # else they begin when NumPy is imported

    def learnt() -> None:
        learn()
        del os.environ["OPENBLAS_NUM_THREADS"]  # programs that tests start are as people start them
        if running and running.wait():
            pytest.exit(f"{beside[0]} has failed", returncode=1)

    # Beside it the plug-in for second tries begins a thread.
    return int(pytest.main(["-p", "no:xdist", *options], plugins=[Parts(many, learnt)]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage="%(prog)s MANY [--beside MODULE] [options of pytest]")
    parser.add_argument("many", type=int)
    parser.add_argument("--beside", type=shlex.split, default=())
    asked, others = parser.parse_known_args()
    ended = held(asked.many, others, asked.beside)
    sys.stdout.flush()
    atexit._run_exitfuncs()
    os._exit(ended)
