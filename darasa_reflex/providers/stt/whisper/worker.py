"""The Whisper child: phrases in, words with times out over its pipes.

A frame `G` names the model's folder and is answered by JSON with `encode_seconds`: how long this
machine takes for the window that Whisper reads for a usual phrase. A frame `T` is a 4-byte
big-endian length, JSON of that length with `language` and `prompt`, and 16-bit mono PCM at 16 kHz;
it is answered by JSON with `text`, `confidence` (0 to 1, null without words) and `words`, a list of
word, begin and end in ms from the start of the phrase.
"""

import json
import struct
import sys
from typing import BinaryIO

from darasa_reflex.core.processes import heap, threads
from darasa_reflex.core.processes.child import answer, frames, outlive_signals
from darasa_reflex.providers.stt.whisper.ear import Ear

HEADER = struct.Struct(">I")


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer frames until there are no more."""
    ear: Ear | None = None
    for kind, payload in frames(requests):
        if kind == b"G":
            ear = Ear(payload.decode())
            # The weights as they were read, and their other form.
            heap.trim()
            answer(answers, kind, json.dumps({"encode_seconds": ear.encode_seconds}).encode())
        elif ear is not None:
            (length,) = HEADER.unpack_from(payload)
            wish = json.loads(payload[HEADER.size : HEADER.size + length])
            told = ear.read(payload[HEADER.size + length :], wish["language"], wish["prompt"])
            answer(answers, kind, json.dumps(told).encode())


if __name__ == "__main__":
    outlive_signals()
    # Not nice: whoever speaks waits for it, and on a busy machine it would be last of all.
    # Measured with tiny.en: 181 MB instead of 226 MB after eighteen phrases, and as fast.
    heap.share(1)
    threads.multiply_alone()
    serve(sys.stdin.buffer, sys.stdout.buffer)
