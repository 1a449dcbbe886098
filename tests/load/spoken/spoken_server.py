"""The voice socket with ear and voice that the bench names, as `lines_only` serves it.

`SHELF` in its environment is JSON: model key to folder. With `EVERYBODY` set, the machine takes as
many calls as come, so that it can be seen where it would have been too many.
"""

import json
import os
import sys
from pathlib import Path

from starlette.applications import Starlette

from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from tests.endpoints.evi import lines_only

SHELF, EVERYBODY = "BENCH_SHELF", "BENCH_EVERYBODY"


def app() -> Starlette:
    """Return the app, whose engines find the named models."""
    folders = {key: Path(folder) for key, folder in json.loads(os.environ[SHELF]).items()}
    Store.folder_of = lambda self, key: folders.get(key)  # type: ignore[method-assign]
    if EVERYBODY in os.environ:
        WhisperTranscriber.seats = None  # type: ignore[assignment]
    return lines_only.app()


if __name__ == "__main__":
    lines_only.serve("tests.load.spoken.spoken_server:app", int(sys.argv[1]))
