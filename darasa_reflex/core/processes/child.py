"""A child process for an engine that holds the interpreter lock, and the frames on its pipes.

A frame is one letter, a 4-byte big-endian length, and that many bytes. The child ends when its
input does. Everything here blocks: call it from a thread.
"""

import signal
import struct
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

HEADER = struct.Struct(">cI")
# Its pipe has closed: it is about to end.
_ENDING_SECONDS = 1.0
_ROOT = Path(__file__).parents[3]


class ChildDied(Exception):
    """The child ended or its pipe broke.

    Attributes:
        broke: It ended by itself, by an error or a crash of its own; else it was ended from
            outside, as when memory runs out, or because it gave no answer in time.
    """

    def __init__(self, *, broke: bool = False) -> None:
        super().__init__()
        self.broke = broke


class Child:
    """One running child.

    Args:
        worker: Name of the module that is its program.
    """

    def __init__(self, worker: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own Python and module)
            [sys.executable, "-m", worker],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            start_new_session=True,  # see `outlive_signals`; this counts while it starts
        )
        # Also runs at exit, so that no child outlives the server.
        self.end = weakref.finalize(self, _end, self._process)

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, kind: bytes, payload: bytes = b"") -> None:
        """Send a frame.

        Raises:
            ChildDied: It is gone.
        """
        pipe = self._process.stdin
        try:
            if pipe is None:
                raise self._died()
            pipe.write(HEADER.pack(kind, len(payload)) + payload)
            pipe.flush()
        except (OSError, ValueError) as gone:
            raise self._died() from gone

    def receive(self) -> bytes:
        """Return the payload of the next frame.

        Raises:
            ChildDied: It is gone.
        """
        _, length = HEADER.unpack(self._read(HEADER.size))
        return self._read(length)

    def _read(self, length: int) -> bytes:
        pipe = self._process.stdout
        try:
            data = pipe.read(length) if pipe else b""
        except (OSError, ValueError) as gone:
            raise self._died() from gone
        if len(data) < length:
            raise self._died()
        return data

    def _died(self) -> ChildDied:
        try:
            code = self._process.wait(_ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            return ChildDied()
        return ChildDied(broke=code not in {-signal.SIGKILL, -signal.SIGTERM})


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        try:
            if pipe:
                pipe.close()
        except OSError:
            # Closing flushes what the dead child can no longer take.
            continue


def outlive_signals() -> None:
    """Let a worker ignore what is sent to a whole group of processes, to stop them.

    The calls that it hears and speaks for have some time left then. Who started it ends it.
    """
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)


def frames(requests: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and payload of each frame a worker is sent, until its input ends."""
    while len(header := requests.read(HEADER.size)) == HEADER.size:
        kind, length = HEADER.unpack(header)
        yield kind, requests.read(length)


def answer(answers: BinaryIO, kind: bytes, payload: bytes) -> None:
    """Send a frame from a worker."""
    answers.write(HEADER.pack(kind, len(payload)) + payload)
    answers.flush()
