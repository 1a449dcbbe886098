"""Rows of the bench beside Pipecat: how fast a spoken reply begins, and what a call costs.

`make bench-pipecat`, apart from `make bench`: Pipecat is installed when it is first measured.

Equal: the sound (made once, sent in real time in frames of 40 ms), the model family of the VAD
(Silero, threshold 0.5), the weights and settings of Whisper (tiny.en, int8, one beam, one thread,
no second attempts), Piper and its voice, the patience, the replies word for word (ours are handed
to Pipecat), and the surroundings: each pipeline alone in a process, in turn, with no web server and
no network, its models loaded and one turn thrown away before anything counts.

Not equal, for us: our interviewer reads a phrase when it pauses, and of Whisper's window a part
(what looks doubtful then, it reads again, whole); it renders its likely replies ahead, and with a
finished sentence waits for three quarters of the patience; the row with a fixed silence leaves the
last out. Not equal, for Pipecat: it decides nothing (a processor answers at once where ours has a
plan), computes no word times, knows no echo, runs at ordinary priority (our engines at nice 5), and
its Piper uses all cores. Its VAD stops after its advised 0.2 s and the rest of the patience runs
while it reads; with `stop_secs` as long as the patience it is slower, as is told.
"""

import asyncio
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.load.measuring.table import Row, aim, show
from tests.load.pipecat import pipecat_venv
from tests.load.voice.briefs import PATIENCE_SECONDS
from tests.load.voice.candidate import ANSWERS, in_a_room, silent, spoken
from tests.load.voice.spoken_turns import Script
from tests.load.voice.thinking import trimmed
from tests.load.voice.weighed_calls import CallFailed, Weighed
from tests.machine.services import weights
from tests.machine.services.pip import PipFailed

_ROUNDS = 2
_TURNS = 3
_ROOM_SECONDS = 10


def rows() -> Iterator[Row]:
    """Return the rows; one that says why not when Pipecat or the models cannot be had."""
    try:
        theirs = f"Pipecat {pipecat_venv.version()}"
        python = str(pipecat_venv.python())
        with tempfile.TemporaryDirectory(prefix="darasa-bench-") as name:
            script = asyncio.run(_script(Path(name)))
            yield from _rows(theirs, Measured(python, script))
    except (pytest.fail.Exception, PipFailed) as reason:
        yield Row("the same audio through Pipecat", "not measured", str(reason), "")
    except CallFailed as reason:
        yield Row("the same audio through Pipecat", "failed", str(reason), "unclear: run it again")


class Measured:
    """All calls, held in turn.

    Attributes:
        ours: As it is.
        fixed: Ours with a silence as long as Pipecat's, whatever was said.
        theirs: Pipecat at its best.
        slow: Pipecat with a VAD that waits for all of the patience.
        our_two: Ours, two calls at once in one server.
        their_two: Pipecat, two pipelines in one process.
    """

    def __init__(self, python: str, script: Script) -> None:
        self.ours, self.fixed, self.theirs = Weighed(), Weighed(), Weighed()
        self.slow, self.our_two, self.their_two = Weighed(), Weighed(), Weighed()
        own = [sys.executable, "-m", "tests.load.relay.own_call"]
        pipecat = [python, "-m", "tests.load.pipecat.pipecat_call"]
        for _ in range(_ROUNDS):
            self.ours.hold(own, script)
            same = replace(script, replies=self.ours.replies)
            self.theirs.hold(pipecat, same)
        self.fixed.hold(own, replace(script, fixed_wait=True))
        self.slow.hold(pipecat, replace(same, vad_waits=True))
        self.our_two.hold(own, replace(script, calls=2, turns=2))
        self.their_two.hold(pipecat, replace(same, calls=2, turns=2))


def _rows(name: str, found: Measured) -> Iterator[Row]:
    ours, theirs = found.ours, found.theirs
    yield Row(
        "end of speech → first audio",
        _waits(ours),
        f"{_waits(theirs)}, {name}",
        aim(_median(ours.waits_ms) / _median(theirs.waits_ms), 1.0, " times"),
    )
    yield Row(
        "the same with a fixed silence",
        _waits(found.fixed),
        f"{_waits(theirs)}, {name}; {_waits(found.slow)} with stop_secs = patience",
        aim(_median(found.fixed.waits_ms) / _median(theirs.waits_ms), 1.0, " times"),
    )
    yield Row(
        "memory of a call, models included",
        _memory(ours),
        f"{_memory(theirs)}, {name}",
        aim(_median(ours.megabytes) / _median(theirs.megabytes), 1.0, " times"),
    )
    second, their_second = _second(found.our_two, ours), _second(found.their_two, theirs)
    yield Row(
        "memory of a second call",
        f"{second:.0f} MB",
        f"{their_second:.0f} MB, {name}",
        aim(second / their_second, 1.0, " times"),
    )
    yield Row(
        f"processor time of a call of {_TURNS} turns",
        _processor(ours),
        f"{_processor(theirs)}, {name}",
        aim(_median(ours.cpu_seconds) / _median(theirs.cpu_seconds), 1.0, " times"),
    )


async def _script(folder: Path) -> Script:
    """Write the sound and return what to do with it; skips without the models."""
    whisper, voice = weights.tiny_en(), weights.voice_joe()
    sounds = [trimmed(await spoken(text)) for text in ANSWERS]
    files = [_written(folder / f"{n}.pcm", sound, n) for n, sound in enumerate(sounds)]
    return Script(
        answers=files,
        room=_written(folder / "room.pcm", silent(_ROOM_SECONDS), len(files)),
        turns=_TURNS,
        patience_seconds=PATIENCE_SECONDS,
        whisper=str(whisper),
        voice=str(voice),
    )


def _written(file: Path, sound, seed: int) -> str:
    file.write_bytes(in_a_room(sound, seed))
    return str(file)


def _waits(held: Weighed) -> str:
    cut = f", {held.cut} answers cut off" if held.cut else ""
    return f"{_median(held.waits_ms):.0f} ms{cut}"


def _memory(held: Weighed) -> str:
    return f"{_median(held.megabytes):.0f} MB (peak {_median(held.peak_megabytes):.0f})"


def _second(two: Weighed, one: Weighed) -> float:
    return _median(two.megabytes) - _median(one.megabytes)


def _processor(held: Weighed) -> str:
    cores = _median(held.cpu_seconds) / _median(held.lasted_seconds)
    return f"{_median(held.cpu_seconds):.1f} s ({cores:.2f} cores)"


def _median(values: list[float]) -> float:
    return statistics.median(values)


if __name__ == "__main__":
    sys.exit(show(rows()))
