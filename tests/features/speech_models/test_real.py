"""The catalogue against the real files, and processes that die."""

import os
import signal
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from darasa_reflex.features.speech_models.catalogue import model_of
from darasa_reflex.features.speech_models.job import Stage
from darasa_reflex.features.speech_models.store import Store
from tests.features.speech_models.conftest import (
    EAR,
    begins,
    fetched,
    is_whole,
    some_downloads,
)
from tests.machine import warmed
from tests.machine.services import weights
from tests.vendors import model_server
from tests.vendors.model_server import Plan

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("key", "weights_of"),
    [
        ("whisper-tiny.en", weights.tiny_en),
        ("piper-joe", lambda: weights.voice_joe().parent),
        ("smart-turn", weights.smart_turn),
    ],
)
async def test_the_real_files_are_those_of_the_catalogue(tmp_path, key, weights_of):
    folder, model = weights_of(), model_of(key)
    files = {file.address: (folder / file.name).read_bytes() for file in model.files}
    store = Store(tmp_path)

    with model_server.running(files) as server:
        server.plans = [Plan(only=1_000), Plan(), Plan(only=2_000_000, end="reset")]
        after = await fetched(some_downloads(store, server.url), key)

    assert after.stage is Stage.READY
    assert store.folder_of(key) == tmp_path / key


async def test_a_killed_process_is_gone_on_from_where_it_was(server, store):
    server.plans = [Plan(), Plan(per_second=1_000_000)]
    killed_half_way(server, store)
    kept = store.received(EAR)

    after = await fetched(some_downloads(store, server.url), "ear")

    assert after.stage is Stage.READY
    assert is_whole(store)
    assert begins(server)[1] == kept - 900 >= 500_000


def test_two_real_processes_fetch_a_model_once(server, store):
    server.always = Plan(per_second=4_000_000)
    with (
        another_process(server, store) as (one, ones),
        another_process(server, store) as (two, twos),
    ):
        codes = [one.wait(30), two.wait(30)]
        told = [said.seek(0) or said.read().strip() for said in (ones, twos)]

    assert codes == [0, 0]
    assert told == ["ready", "ready"]
    assert len(server.asked) == 2
    assert is_whole(store)


@contextmanager
def another_process(server, store):
    """Begin a process that fetches the model; yield it and a file of what it says."""
    program = ["tests.features.speech_models.fetch_once", server.url, str(store.folder)]
    with tempfile.TemporaryFile("w+") as said, Path(os.devnull).open("rb") as nothing:
        yield warmed.begun(program, os.environ, [nothing.fileno(), said.fileno(), 2]), said


def killed_half_way(server, store):
    part, until = store.part(EAR, EAR.files[1]), time.monotonic() + 20
    with another_process(server, store) as (process, _):
        while not part.exists() or part.stat().st_size < 500_000:
            assert time.monotonic() < until
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(30)
