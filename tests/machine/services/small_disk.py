"""A disk so small that a test can fill it."""

import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class CannotMount(Exception):
    """Only root may mount a disk."""


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Lay an empty disk over a folder.

    Raises:
        CannotMount: See there.
    """
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        raise CannotMount
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def filled(database: Path) -> Iterator[None]:
    """Leave no room on the disk of a SQLite database, nor in the log of its changes."""
    with closing(sqlite3.connect(database, timeout=30)) as line:
        while line.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            time.sleep(0.05)
    filler = database.with_name("filler")
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    try:
        yield
    finally:
        filler.unlink()
