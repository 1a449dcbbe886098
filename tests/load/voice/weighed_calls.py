"""Calls of pipelines, each alone in a process that is weighed while it speaks."""

import json
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.fixtures.server import ROOT
from tests.load.measuring.processes import (
    forget_peaks,
    own_kilobytes,
    peak_kilobytes,
    processor_seconds,
)
from tests.load.voice.spoken_turns import Script

# A call of six turns takes a minute.
_LONGEST_SECONDS = 400


class CallFailed(Exception):
    """Why a pipeline did not hold its call, in its own words."""


@dataclass(slots=True)
class Weighed:
    """What some calls of one kind did, one after the other.

    Attributes:
        waits_ms: From the end of each answer to the first sound of the reply.
        cut: Answers that were replied to before they ended.
        cpu_seconds: Processor time of each call, from its second turn to its last.
        lasted_seconds: How long each call took for the same.
        megabytes: Memory after the last turn. See `own_kilobytes`.
        peak_megabytes: The most within the turns. See `peak_kilobytes`.
        replies: What the interviewer of the last call said, the greeting first.
    """

    waits_ms: list[float] = field(default_factory=list)
    cut: int = 0
    cpu_seconds: list[float] = field(default_factory=list)
    lasted_seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    peak_megabytes: list[float] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)

    def hold(self, command: Sequence[str], script: Script) -> None:
        """Hold one call more and weigh it.

        Raises:
            CallFailed: What the pipeline wrote last to its error output.
        """
        with tempfile.TemporaryFile("w+") as errors:
            process = subprocess.Popen(
                [*command, script.told()],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
            hung = threading.Timer(_LONGEST_SECONDS, process.kill)
            hung.start()
            try:
                ended = self._follow(process)
                process.communicate("")
            finally:
                hung.cancel()
                process.kill()
            if not ended or process.returncode:
                errors.seek(0)
                last = (errors.read().strip().splitlines() or ["it was ended: it hung"])[-1]
                raise CallFailed(f"{command[-1]}: {last}")

    def _follow(self, process: "subprocess.Popen[str]") -> bool:
        """Note what a call tells; whether it came to its end."""
        said, began = list[list[str]]([[]]), (0.0, 0.0)
        for moment in _moments(process):
            now = time.monotonic(), processor_seconds(process.pid)
            match moment["what"]:
                case "said":
                    said[-1].append(moment["text"])
                case "heard":
                    said.append([])
                case "began":
                    forget_peaks(process.pid)
                    began = now
                case "turn":
                    self._note(moment["waited_ms"])
                case "ended":
                    self.lasted_seconds.append(now[0] - began[0])
                    self.cpu_seconds.append(now[1] - began[1])
                    self.megabytes.append(own_kilobytes(process.pid) / 1000)
                    self.peak_megabytes.append(peak_kilobytes(process.pid) / 1000)
                    self.replies = [" ".join(sentences) for sentences in said]
                    return True
        return False

    def _note(self, waited_ms: float | None) -> None:
        if waited_ms is None:
            self.cut += 1
        else:
            self.waits_ms.append(waited_ms)


def _moments(process: "subprocess.Popen[str]") -> Iterator[dict]:
    for line in process.stdout or ():
        if line.startswith("{"):
            yield json.loads(line)
