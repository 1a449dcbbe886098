"""Turn detection by the voice, once its model was fetched: Smart Turn, on one thread for all calls.

The model is Pipecat's Smart Turn v3.2 (BSD-2-Clause), which knows 23 languages.
"""

import asyncio
import importlib
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.speech.speech import ModelShelf
from darasa_reflex.features.interviews.engines.speech.turn_detection import TurnDetector
from darasa_reflex.providers.turn.smart_turn.features import LogMel

logger = logging.getLogger(__name__)

MODEL = "smart-turn"
_FILE = "smart-turn-v3.2-cpu.onnx"
_INPUT = "input_features"
# It takes 0.1 s; a later answer comes after the silence that it is about.
_LONGEST_SECONDS = 2.0
_NOT_FETCHED = sentence("Its model is not fetched yet.")
_NOT_LOADED = sentence("Its model could not be loaded; remove it and fetch it again.")


class SmartTurn:
    """Hears the pauses of all calls, one after the other.

    The runtime lets go of the interpreter lock while it computes, so a thread is enough.
    """

    label = sentence("Smart Turn hears when an answer sounds finished.")

    def __init__(self, shelf: ModelShelf) -> None:
        self._shelf = shelf
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=MODEL)
        self._model: _Model | None = None
        self._failed = False

    @property
    def fetched(self) -> bool:
        """See `TurnDetector.fetched`."""
        return self._shelf.folder_of(MODEL) is not None

    @property
    def obstacle(self) -> str | None:
        """See `TurnDetector.obstacle`."""
        if not self.fetched:
            # It may come back whole.
            self._failed = False
            return _NOT_FETCHED
        return _NOT_LOADED if self._failed else None

    async def over(self, pcm: bytes) -> float | None:
        """See `TurnDetector.over`."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(_LONGEST_SECONDS):
                return await loop.run_in_executor(self._thread, self._heard, pcm)
        except TimeoutError:
            return None

    # --- in the thread ---

    def _heard(self, pcm: bytes) -> float | None:
        folder = self._shelf.folder_of(MODEL)
        if folder is None or self._failed:
            self._model = None
            return None
        runtime: Any = importlib.import_module("onnxruntime")
        try:
            self._model = self._model or _Model(runtime, folder / _FILE)
            return self._model.over(pcm)
        except (*_errors_of(runtime), OSError, ValueError):
            logger.warning("the model %s does not run", MODEL)
            self._failed, self._model = True, None
            return None


class _Model:
    def __init__(self, runtime: Any, path: Path) -> None:  # noqa: ANN401 (it has no types)
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._features = LogMel()
        self._session = runtime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )

    def over(self, pcm: bytes) -> float:
        (found,) = self._session.run(None, {_INPUT: self._features.of(pcm)})
        return float(found[0, 0])


def _errors_of(runtime: Any) -> tuple[type[Exception], ...]:  # noqa: ANN401 (it has no types)
    """Return what the runtime raises; its errors have no base of their own."""
    state: Any = runtime.capi.onnxruntime_pybind11_state
    names: list[str] = dir(state)
    found: list[Any] = [getattr(state, name) for name in names]
    return tuple(one for one in found if isinstance(one, type) and issubclass(one, Exception))


def _build(keys: object, *, models: ModelShelf) -> TurnDetector:
    del keys
    return SmartTurn(models)


PROVIDER = Provider[TurnDetector](
    name="smart-turn", title="Smart Turn", rank=1, build=_build, parts=("models",)
)
