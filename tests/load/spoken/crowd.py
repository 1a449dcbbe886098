"""Spoken calls over real sockets of one server: what each costs, and how long a reply takes.

`python -m tests.load.spoken.crowd CALLS SECONDS [--ear tiny.en] [--workers N] [--everybody]` prints
JSON. The ear is base.en (that for many languages, which is as large, stands in for it) and the
voice Piper, as a server fetches them by itself. Candidates speak with Piper's voice as well; their
sound is made before anything is measured. They run beside the server.
"""

import argparse
import asyncio
import json
import os
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from itertools import pairwise

import numpy as np

from darasa_reflex.core.database.db import Database
from tests.load.spoken.outcome import Crowd
from tests.load.spoken.people import People
from tests.load.spoken.spoken_server import EVERYBODY, SHELF
from tests.load.typed.sockets import Line, a_database
from tests.load.voice.candidate import ANSWERS, in_a_room, silent
from tests.load.voice.thinking import trimmed
from tests.machine.services import weights
from tests.providers.speech.real_speech import said

EARS = {"base.en": weights.base, "tiny.en": weights.tiny_en}
# Between sentences; long enough that the ear reads one while the next is spoken.
_PAUSE_SECONDS, _ROOM_SECONDS = 0.5, 10


async def held(calls: int, seconds: float, *, ear: str, workers: int, everybody: bool) -> Crowd:
    """Start a server, let so many people call it, and return what became of that."""
    answers, room = await _sounds()
    with ExitStack() as rooms:
        url = a_database(rooms)
        folder = rooms.enter_context(tempfile.TemporaryDirectory(prefix="darasa-bench-"))
        shelf = {f"whisper-{ear}": EARS[ear](), "piper-joe": weights.voice_joe().parent}
        given = {
            "DARASA_DATABASE_URL": url,
            "DATABASE_URL": url,
            "DARASA_MODELS": "off",
            "DARASA_MODELS_FOLDER": folder,
            "DARASA_WORKERS": str(workers),
            SHELF: json.dumps({key: str(path) for key, path in shelf.items()}),
        }
        given |= {EVERYBODY: "1"} if everybody else {}
        server = Line({**os.environ, **given}, "tests.load.spoken.spoken_server")
        rooms.callback(server.kill)
        await server.start()
        people = People(Database(url), server, answers, room)
        # What calls share is loaded by the first of each worker.
        await people.load(2 * workers)
        return await people.come(calls, seconds)


async def _sounds() -> tuple[list[bytes], bytes]:
    """Return answers of two sentences, and a quiet room, as PCM."""
    sentences, pause = [trimmed(await said(text)) for text in ANSWERS], silent(_PAUSE_SECONDS)
    pairs = pairwise([*sentences, sentences[0]])
    whole = [np.concatenate([one, pause, other]) for one, other in pairs]
    return [in_a_room(one, n) for n, one in enumerate(whole)], in_a_room(silent(_ROOM_SECONDS))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("calls", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--ear", choices=EARS, default="base.en")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--everybody", action="store_true")
    given = parser.parse_args()
    how = {"ear": given.ear, "workers": given.workers, "everybody": given.everybody}
    print(json.dumps(asdict(asyncio.run(held(given.calls, given.seconds, **how)))))
