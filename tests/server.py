"""The real server, as `make run` starts it, on a free port with a database of its own."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.machine import warmed
from tests.machine.services.postgres import free_port

ROOT = Path(__file__).parents[1]
_START_SECONDS = 240  # the first start builds the pages


@dataclass
class Server:
    """A server process; `start` again after `kill` to see what survives.

    Attributes:
        folder: Where its database and its log are.
        settings: More `DARASA_…` variables.
        root: The checkout it runs from.
    """

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | warmed.Program | None = None
    root: Path = ROOT

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def database(self) -> Path:
        return self.folder / "darasa.db"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    @property
    def environment(self) -> dict[str, str]:
        own = {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DARASA_DATABASE_URL": f"sqlite:///{self.database}",
            "PORT": str(self.port),
        }
        return {**os.environ, **own, **self.settings}

    def start(self) -> "Server":
        with (self.folder / "log").open("wb") as log:
            self.process = self._begun(log.fileno())
        until = time.monotonic() + _START_SECONDS
        while "Darasa is ready" not in self.log:
            assert self.process.poll() is None, self.log
            assert time.monotonic() < until, self.log
            time.sleep(0.1)
        return self

    def stop(self) -> None:
        """Ask the server to stop, as Ctrl+C or a deployment does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the whole server at once, as a crash does."""
        self._end(signal.SIGKILL)

    def ticket(self) -> dict[str, str]:
        """Return what `make ticket` prints."""
        done = warmed.run(["darasa_reflex", "ticket"], self.environment)
        done.check_returncode()
        return json.loads(done.stdout)

    def health(self) -> int:
        with urllib.request.urlopen(f"{self.address}/ping") as answer:
            return answer.status

    def _begun(self, log: int) -> subprocess.Popen[bytes] | warmed.Program:
        if self.root == ROOT:
            with Path(os.devnull).open("rb") as nothing:
                return warmed.begun(
                    ["darasa_reflex", "run"], self.environment, [nothing.fileno(), log, log]
                )
        return subprocess.Popen(
            [sys.executable, "-m", "darasa_reflex", "run"],
            cwd=self.root,
            env=self.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def _end(self, sign: signal.Signals) -> None:
        if self.process is None:
            return
        with suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(self.process.pid, sign)
        self.process.wait(30)
        self.process = None
