"""The Piper child: sentences in, PCM out over its pipes. The only place that loads the library.

piper-tts is under GPL-3, so it lives in a process of its own. A frame `G` names the voice's file
and is answered by JSON with its sample rate, `hz`; a frame `S` is a text, answered by 16-bit mono
PCM of that rate.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from darasa_reflex.core.processes import heap
from darasa_reflex.core.processes.child import answer, frames, outlive_signals

# Leaves processor time to the server's event loop when cores are few.
_NICENESS = 5


class Voice:
    """A voice, loaded."""

    def __init__(self, path: Path) -> None:
        piper: Any = importlib.import_module("piper")
        config = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
        self._voice: Any = piper.PiperVoice(
            session=_session(path), config=piper.PiperConfig.from_dict(config)
        )

    @property
    def hz(self) -> int:
        """Its sample rate."""
        return int(self._voice.config.sample_rate)

    def speak(self, text: str) -> bytes:
        """Return the speech as 16-bit mono PCM."""
        # espeak, which reads the text for it, dies of a null character.
        found = self._voice.synthesize(text.replace("\0", " "))
        return b"".join(chunk.audio_int16_bytes for chunk in found)


def _session(path: Path) -> Any:  # noqa: ANN401 (onnxruntime has no types)
    """Return the model, as `PiperVoice.load` would load it, but modest.

    One core is the other side's: its ears, and the server. A second thread waits busily for the
    first: measured on two busy cores, a sentence takes twice the processor time and ends later.
    With an arena the memory of the longest sentence is never given back, 90 MB and more.
    """
    runtime: Any = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    voice: Voice | None = None
    for kind, payload in frames(requests):
        if kind == b"G":
            voice = Voice(Path(payload.decode()))
            answer(answers, kind, json.dumps({"hz": voice.hz}).encode())
        elif voice is not None:
            answer(answers, kind, voice.speak(payload.decode()))
            # 80 MB of 210, for 35 ms more of the next sentence of 1.3 s.
            heap.trim()


if __name__ == "__main__":
    outlive_signals()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)
