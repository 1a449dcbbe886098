"""How likely each moment of sound is speech: Silero's voice activity model, as a stream."""

import importlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _

# The model takes 32 ms at 16 kHz, with the last 4 ms before them. Source: Silero VAD v6.
WINDOW = 512
_CONTEXT = 64
_STATE = (1, 1, 128)
_MODEL = Path("assets", "silero_vad_v6.onnx")
_MISSING = marked(
    "The built-in interviewer is not installed completely. "
    "Install the packages of requirements.txt again."
)


class SpeechDetector(Protocol):
    """Listens to one voice."""

    def probability(self, window: bytes) -> float:
        """Return how likely the next `WINDOW` samples are speech, 0 to 1."""
        ...


class VoiceActivity:
    """The ear of one call. 0.1 ms of computing per window, so it may run on the event loop."""

    def __init__(self) -> None:
        self._np: Any = importlib.import_module("numpy")
        self._session = _session()
        self._input = self._np.zeros((1, _CONTEXT + WINDOW), self._np.float32)
        self._h = self._np.zeros(_STATE, self._np.float32)
        self._c = self._np.zeros(_STATE, self._np.float32)

    def probability(self, window: bytes) -> float:
        """Return how likely the next `WINDOW` samples are speech, 0 to 1.

        Args:
            window: 16-bit mono PCM at 16 kHz, 1 024 bytes.
        """
        samples = self._np.frombuffer(window, dtype="<i2")
        self._input[0, :_CONTEXT] = self._input[0, -_CONTEXT:]
        self._input[0, _CONTEXT:] = samples / 32_768
        found, self._h, self._c = self._session.run(
            None, {"input": self._input, "h": self._h, "c": self._c}
        )
        return float(found[0])


def warm() -> None:
    """Load the model, once per process. Takes about 0.3 s: call it in a thread.

    Raises:
        ServiceUnavailable: The package that carries the model is not installed.
    """
    _session()


@cache
def _session() -> Any:  # noqa: ANN401 - onnxruntime has no types
    # Importing faster_whisper would load its whole engine for one file.
    spec = find_spec("faster_whisper")
    if spec is None or spec.origin is None:
        raise ServiceUnavailable("local", _(_MISSING), retryable=False)
    runtime: Any = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return runtime.InferenceSession(
        str(Path(spec.origin).parent / _MODEL), options, providers=["CPUExecutionProvider"]
    )
