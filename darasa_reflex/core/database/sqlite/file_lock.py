"""A lock between processes: a file that one of them holds. It falls with the process."""

import os
import sys
import time
from pathlib import Path

_LOOK_EVERY_SECONDS = 0.05


class FileLock:
    """One process at a time holds it.

    Args:
        path: A file beside what is guarded; made when missing, and left there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def acquire(self, seconds: float = 0.0) -> bool:
        """Take the lock, waiting at most so long for another process; tell whether it is held.

        Raises:
            OSError: The file cannot be made, or its place knows no locks.
        """
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + seconds
        while not _try(file):
            if time.monotonic() >= until:
                os.close(file)
                return False
            time.sleep(_LOOK_EVERY_SECONDS)
        self._file = file
        return True

    def release(self) -> None:
        """Give it back, if it is held."""
        if self._file is not None:
            os.close(self._file)  # which unlocks
        self._file = None


if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
