"""Lines that fall silent without being closed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.evaluations.faults.fault import Fault, Outcome
from tests.evaluations.faults.story import Story
from tests.fixtures.server import Server
from tests.machine.services.slow_line import Gate, proxy

# Longer than the server waits for a sign of life.
_SILENT_SECONDS = 16.0


def silent_line(folder: Path) -> Outcome:
    """The line carries nothing any more, and nobody is told."""
    gate = Gate()

    @contextmanager
    def shut(server: Server) -> Iterator[None]:
        del server
        gate.shut()
        began = time.monotonic()
        yield
        time.sleep(max(0.0, began + _SILENT_SECONDS - time.monotonic()))
        gate.open()

    with proxy(gate=gate) as address:
        return Story(shut, proxy=address).run(folder)


FAULTS = (Fault("half-open line, SQLite", silent_line),)
