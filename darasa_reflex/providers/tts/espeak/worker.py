"""The espeak-ng child: sentences in, PCM out over its pipes. The only place that loads the library.

espeak-ng is under GPL-3 and keeps its state in globals, so it lives in a process of its own. A
request is a frame of JSON: `text`, `voice`, `rate`; the answer a frame of 16-bit mono PCM at
22 050 Hz.
"""

import ctypes
import importlib
import json
import sys
from typing import Any, BinaryIO, cast

from darasa_reflex.core.processes.child import answer, frames, outlive_signals

HZ = 22_050
# Constants of speak_lib.h.
_OUTPUT_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_CHARACTER_POSITION = 1
_UTF8 = 1
_RATE, _PITCH, _RANGE, _GAP = 1, 3, 4, 7
# Of 0 to 100; a little lower and livelier than the library's own 50 and 50.
_PITCH_LEVEL, _RANGE_LEVEL = 45, 60
# Pause between words in units of 10 ms; a slight one makes the voice easier to follow.
_GAP_UNITS = 1


class Voice:
    """The library, ready to speak. One per process."""

    def __init__(self) -> None:
        loader: Any = importlib.import_module("espeakng_loader")
        self._library: Any = ctypes.CDLL(loader.get_library_path())
        hz = self._library.espeak_Initialize(
            _OUTPUT_SYNCHRONOUS, 0, str(loader.get_data_path()).encode(), _DO_NOT_EXIT
        )
        if hz != HZ:
            raise SystemExit(1)
        self._pieces: list[bytes] = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        # Kept on the object: the library calls it long after this line.
        self._callback = kind(self._take)
        self._library.espeak_SetSynthCallback(self._callback)
        for parameter, level in (
            (_PITCH, _PITCH_LEVEL),
            (_RANGE, _RANGE_LEVEL),
            (_GAP, _GAP_UNITS),
        ):
            self._library.espeak_SetParameter(parameter, level, 0)

    def speak(self, text: str, voice: str, rate: int) -> bytes:
        """Return the speech; `rate` is in words per minute, 80 to 450."""
        self._pieces.clear()
        self._library.espeak_SetVoiceByName(voice.encode())
        self._library.espeak_SetParameter(_RATE, rate, 0)
        data = text.replace("\0", " ").encode()
        self._library.espeak_Synth(
            data, len(data) + 1, 0, _CHARACTER_POSITION, 0, _UTF8, None, None
        )
        self._library.espeak_Synchronize()
        return b"".join(self._pieces)

    def _take(self, samples: object, count: int, events: object) -> int:
        del events
        if samples and count > 0:
            self._pieces.append(ctypes.string_at(cast(Any, samples), 2 * count))
        return 0


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    voice = Voice()
    for kind, payload in frames(requests):
        wish = json.loads(payload)
        answer(answers, kind, voice.speak(wish["text"], wish["voice"], wish["rate"]))


if __name__ == "__main__":
    outlive_signals()
    serve(sys.stdin.buffer, sys.stdout.buffer)
