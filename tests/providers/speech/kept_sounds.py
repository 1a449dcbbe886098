"""What the voices of tests have said, kept beside the weights: a sentence is said once per machine.

A voice that was changed, or another version of what it is made of, says everything anew.
"""

import hashlib
import inspect
import os
from collections.abc import Awaitable, Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
import soxr

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.speech import Spoken
from tests.machine.services import weights

_PACKAGES = ("espeakng-loader", "numpy", "onnxruntime", "piper-tts", "soxr")
_READ: dict[Path, np.ndarray] = {}


async def kept(
    voice: object, told: object, say: Callable[[], Awaitable[Spoken]], hz: int = HEARD_HZ
) -> np.ndarray:
    """Return speech as 16-bit mono samples; the rate is that which ears take, unless one is given.

    Args:
        voice: Of a provider: its code is part of what was said.
        told: What it was told to say, and how.
        say: Says it, where nothing is kept yet.
        hz: Samples per second.
    """
    name = hashlib.sha256(f"{_made_of(type(voice))} {hz} {told!r}".encode()).hexdigest()[:32]
    file = weights.cache_folder() / "said" / f"{name}.npy"
    if file not in _READ:
        if not file.is_file():
            _keep(file, await say(), hz)
        _READ[file] = np.load(file)
        _READ[file].flags.writeable = False  # it is shared
    return _READ[file]


@cache
def _made_of(kind: type) -> str:
    """Return a digest of a provider's files and of the packages below it."""
    found = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _PACKAGES).encode())
    for file in sorted(Path(inspect.getfile(kind)).parent.glob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()


def _keep(file: Path, spoken: Spoken, hz: int) -> None:
    samples = soxr.resample(np.frombuffer(spoken.pcm, np.int16), spoken.hz, hz)
    file.parent.mkdir(parents=True, exist_ok=True)
    # The whole file at once: another process may say the same.
    half = file.with_suffix(f".{os.getpid()}")
    with half.open("wb") as opened:
        np.save(opened, samples)
    half.rename(file)
