"""`python -m darasa_reflex models` against a server on loopback."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from darasa_reflex.features.speech_models.catalogue import model_of
from darasa_reflex.features.speech_models.store import Store
from tests.machine import warmed
from tests.machine.services import weights
from tests.machine.services.postgres import free_port
from tests.vendors import model_server
from tests.vendors.model_server import Plan

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow
TINY = "whisper-tiny.en"


def given(folder, url):
    """Return the environment of the command."""
    own = {"DARASA_MODELS_FOLDER": str(folder), "DARASA_MODELS_URL": url}
    return {**os.environ, **own, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}


@contextmanager
def begun(folder, url, *arguments):
    """Begin the command; yield it and a file of what it says."""
    with tempfile.TemporaryFile("w+") as said, Path(os.devnull).open("rb") as nothing:
        streams = [nothing.fileno(), said.fileno(), said.fileno()]
        yield (
            warmed.begun(["darasa_reflex", "models", *arguments], given(folder, url), streams),
            said,
        )


def models(folder, url, *arguments):
    """Run the command to its end."""
    return warmed.run(["darasa_reflex", "models", *arguments], given(folder, url))


def test_a_model_that_cannot_be_had_is_one_sentence_and_a_code(tmp_path):
    done = models(tmp_path, f"http://127.0.0.1:{free_port()}")

    assert done.returncode == 1
    assert "Whisper base, English: You seem to be offline" in done.stderr
    assert "Piper voice Joe" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_set_up_brings_an_ear_and_a_voice_and_tells_it_in_a_few_lines(tmp_path):
    # Of the larger ear this mirror has nothing.
    files = {
        file.address: (lie / file.name).read_bytes()
        for key, lie in (("piper-joe", weights.voice_joe().parent), (TINY, weights.tiny_en()))
        for file in model_of(key).files
    }
    with model_server.running(files) as server:
        server.always = Plan(per_second=80_000_000)
        done = models(tmp_path, server.url, "--set-up")
        again = models(tmp_path, server.url, "--set-up")

    store = Store(tmp_path)
    lines = done.stderr.splitlines()
    assert (done.returncode, again.returncode) == (0, 0)
    assert store.folder_of(TINY)
    assert store.folder_of("piper-joe")
    assert "Better listening: ready" in lines
    assert "A better voice: ready" in lines
    told = [int(percent) for percent in re.findall(r"Better listening: (\d+) %", done.stderr)]
    fifths = [percent // 20 for percent in told]
    assert told
    assert fifths == sorted(set(fifths)), told
    assert len(lines) <= 16


def test_a_set_up_that_finds_nothing_says_why_and_what_follows(tmp_path):
    done = models(tmp_path, f"http://127.0.0.1:{free_port()}", "--set-up")

    assert done.returncode == 1
    assert "Better listening: could not be fetched. You seem to be offline" in done.stderr
    assert "Traceback" not in done.stderr
    assert "ready" not in done.stderr


def test_the_end_of_the_server_ends_the_set_up_without_a_word(tmp_path):
    with model_server.running() as server:
        server.always = Plan(only=0, end="silence")
        with begun(tmp_path, server.url, "--set-up") as (process, said):
            until = time.monotonic() + 60
            while not server.asked:
                assert time.monotonic() < until
                time.sleep(0.02)

            os.kill(process.pid, signal.SIGTERM)
            code = process.wait(60)
            said.seek(0)
            told = said.read()

    assert (code, told) == (1, "")


def test_an_unknown_model_is_told_with_those_there_are(tmp_path):
    done = models(tmp_path, "http://127.0.0.1:1", "whisper-huge")

    assert done.returncode == 1
    assert done.stderr.strip() == (
        "There is no such model. These can be fetched: "
        "whisper-base.en, piper-joe, whisper-tiny.en, whisper-base, piper-thorsten, piper-davefx, "
        "piper-siwis, smart-turn."
    )


def test_a_broken_one_is_not_kept_and_can_be_removed(tmp_path):
    with model_server.running() as server:
        server.always = Plan(status=404)
        done = models(tmp_path, server.url, "piper-joe")
    removed = models(tmp_path, "http://127.0.0.1:1", "--remove", "piper-joe")

    assert done.returncode == 1
    assert "does not have this file" in done.stderr
    assert removed.returncode == 0
    assert removed.stdout == "piper-joe is removed.\n"
    assert not (tmp_path / "piper-joe").exists()


def test_ctrl_c_keeps_what_came_and_says_so(tmp_path):
    config = model_of("piper-joe").files[0]
    with model_server.running({config.address: bytes(config.bytes)}) as server:
        server.always = Plan(only=1_000, end="silence")
        process = subprocess.Popen(  # as an operator does
            [sys.executable, "-m", "darasa_reflex", "models", "piper-joe"],
            cwd=ROOT,
            env=given(tmp_path, server.url),
            stderr=subprocess.PIPE,
            text=True,
        )
        part, until = tmp_path / "piper-joe" / f"{config.name}.part", time.monotonic() + 30
        while not part.exists() or part.stat().st_size < 1_000:
            assert time.monotonic() < until
            time.sleep(0.02)

        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)

    assert process.returncode == 1
    assert told.strip().endswith("What has come is kept; run this again to go on.")
    assert "Traceback" not in told
    assert part.stat().st_size == 1_000


def test_a_real_model_is_fetched_checked_and_told_where_it_is(tmp_path):
    folder, model = weights.tiny_en(), model_of("whisper-tiny.en")
    files = {file.address: (folder / file.name).read_bytes() for file in model.files}

    with model_server.running(files) as server:
        done = models(tmp_path, server.url, "whisper-tiny.en")
        again = models(tmp_path, server.url, "whisper-tiny.en")

    assert done.returncode == again.returncode == 0
    assert f"Whisper tiny, English: ready in {tmp_path / 'whisper-tiny.en'}" in done.stdout
    assert len(server.asked) == len(model.files)
