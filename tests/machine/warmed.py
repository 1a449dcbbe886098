"""Programs of ours as forks of a process that has already imported what they import.

`python -m darasa_reflex run` takes 5 s of a processor until it serves, another command 3 s; all but
the last of it goes into imports, which hang on no setting. A fork has its own environment, session
and streams, and runs a module to the end of the interpreter, as the worker of a server does, which
is a fork of it. `tests/commands/test_start.py` and `test_ticket.py` start Python itself, as does
whatever is no test.

    python -m tests.machine.warmed 7    # with the socket that asks as file descriptor 7
"""

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_LONGEST_BYTES = 1 << 20
# Kept in forks of this process, too, which forget what is registered: it is not theirs to wait for.
_STARTED: list[subprocess.Popen[bytes]] = []


class Program:
    """A program that runs; what it can be asked is called as in `subprocess.Popen`.

    Attributes:
        pid: Its process, the first of a session and a group of its own.
        returncode: None while it runs; negative: the signal that ended it.
    """

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[int]
    ) -> None:
        self.returncode: int | None = None
        self._line, theirs = _pair()
        asked = {"arguments": list(arguments), "environment": dict(environment)}
        with theirs:
            given = [*streams, theirs.fileno()]
            socket.send_fds(_forking(), [json.dumps(asked).encode()], given)
        self.pid = int(self._told())

    def poll(self) -> int | None:
        """Return the exit code; None while it runs."""
        with suppress(BlockingIOError):
            self._see(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit code once there is one.

        Raises:
            subprocess.TimeoutExpired: It still runs after so many seconds.
        """
        try:
            return self._see(timeout)
        except TimeoutError:
            raise subprocess.TimeoutExpired("a program", timeout or 0) from None

    def _see(self, timeout: float | None) -> int:
        if self.returncode is None:
            self._line.settimeout(timeout)
            self.returncode = int(self._told())
            self._line.close()
        return self.returncode

    def _told(self) -> bytes:
        told = self._line.recv(64)
        assert told, "what forks has ended"
        return told


def is_wanted() -> bool:
    """Tell whether programs are forked, in a process that pytest has begun in.

    In tests alone: what measures servers or breaks them on purpose starts each as people do. Not on
    every system may a process be forked that has loaded the system's libraries.
    """
    return sys.platform == "linux" and "PYTEST_VERSION" in os.environ


def begin() -> None:
    """Begin the process that forks, which all forks of this one then use."""
    if is_wanted():
        _forking()


def begun(
    arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[int]
) -> Program | subprocess.Popen[bytes]:
    """Begin a program.

    Args:
        arguments: What comes after `python -m`: a module, and what it is told.
        environment: All of it.
        streams: Files that are its input, its output and where it tells errors.
    """
    if is_wanted():
        return Program(arguments, environment, streams)
    command = [sys.executable, "-m", *arguments]
    given, out, err = streams
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=given,
        stdout=out,
        stderr=err,
        start_new_session=True,
    )


def run(
    arguments: Sequence[str], environment: Mapping[str, str], typed: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; return what it said, as text, with its exit code."""
    with ExitStack() as files:
        streams = [files.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(typed.encode())
        streams[0].seek(0)
        code = begun(arguments, environment, [one.fileno() for one in streams]).wait(120)
        for one in streams[1:]:
            one.seek(0)
        said = [one.read().decode() for one in streams[1:]]
    return subprocess.CompletedProcess(arguments, code, *said)


def _pair() -> tuple[socket.socket, socket.socket]:
    """Return two ends of a line that keeps messages apart."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


@cache
def _forking() -> socket.socket:
    """Start what forks, which ends with this process; return where to ask it."""
    ours, theirs = _pair()
    with theirs:
        forking = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            cwd=ROOT,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    atexit.register(forking.wait)
    atexit.register(ours.close)  # before
    _STARTED.append(forking)
    return ours


def _warm() -> None:
    """Import what commands and servers do before they read a setting.

    Not the pages, nor what they consist of: they are made from settings.
    """
    from darasa_reflex.commands import own_data, serve, ticket
    from darasa_reflex.commands.tables import migrations
    from darasa_reflex.core.engines import discovery
    from darasa_reflex.parts import PORTS
    from darasa_reflex.settings import settings

    gc.disable()
    before = dict(os.environ)
    os.environ.update(serve.PRODUCTION)  # Reflex looks at it while it is imported
    for port in PORTS.values():
        discovery.find(port)
    import alembic.autogenerate
    import alembic.command
    import alembic.context  # noqa: F401
    import anyio._backends._asyncio  # noqa: F401
    import granian.server  # noqa: F401
    import reflex.app  # noqa: F401

    os.environ.clear()
    os.environ.update(before)
    assert not settings.cache_info().currsize, (migrations, own_data, ticket)
    gc.freeze()
    gc.enable()


def _forked(asks: socket.socket) -> list[str]:
    """Fork at each request until nobody asks any more; return, in a fork, what it is to do."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that wait
    while True:
        request, given, _, _ = socket.recv_fds(asks, _LONGEST_BYTES, 4)
        if not request:
            os._exit(0)
        if os.fork() == 0:
            asks.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            return _begun(json.loads(request), given)
        for number in given:
            os.close(number)


def _begun(asked: Mapping[str, Any], given: Sequence[int]) -> list[str]:
    """Fork once more: one waits and tells the end, the other becomes what was asked for."""
    *streams, line = given
    pid = os.fork()
    if pid:
        for number in streams:
            os.close(number)
        _, status = os.waitpid(pid, 0)
        with suppress(BrokenPipeError):
            os.write(line, str(os.waitstatus_to_exitcode(status)).encode())
        os._exit(0)
    os.setsid()
    os.write(line, str(os.getpid()).encode())
    os.close(line)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    return asked["arguments"]


if __name__ == "__main__":
    _warm()
    program, *sys.argv[1:] = _forked(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module(program, run_name="__main__", alter_sys=True)
