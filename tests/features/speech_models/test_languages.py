"""Ear and voices for other languages than English, fetched by their entries in the catalogue."""

import hashlib
import os
import signal
from dataclasses import replace

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.engines.speech.voices import speaking
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.speech_models.catalogue import CATALOGUE, MANY_LANGUAGES, model_of
from darasa_reflex.features.speech_models.job import Stage
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.providers.tts.piper.provider import PiperSynthesizer
from tests.features.speech_models.conftest import fetched, some_downloads
from tests.machine.services import weights
from tests.vendors import model_server

pytestmark = pytest.mark.slow

VOICES = {one.language: one for one in CATALOGUE if one.kind == "tts" and one.language != "en"}


def standing_in(model, data_of):
    """The entry with other bytes behind its names and addresses, and those by address."""
    data = {file.address: data_of(file.name) for file in model.files}
    files = tuple(
        replace(
            file,
            bytes=len(data[file.address]),
            sha256=hashlib.sha256(data[file.address]).hexdigest(),
        )
        for file in model.files
    )
    return replace(model, files=files), data


async def brought(model, data, folder):
    store = Store(folder, (model,))
    with model_server.running(data) as server:
        downloads = some_downloads(store, server.url)
        after = await fetched(downloads, model.key)
        await downloads.stop()
        return store, after, [asked.path for asked in server.asked]


@pytest.mark.parametrize("key", [MANY_LANGUAGES, *(VOICES[code].key for code in ASKED_IN)])
async def test_it_comes_from_where_the_catalogue_says_and_counts_then(key, tmp_path):
    model, data = standing_in(model_of(key), str.encode)

    store, after, asked = await brought(model, data, tmp_path)

    assert after.stage is Stage.READY
    assert asked == [file.address for file in model.files]
    folder = store.folder_of(key)
    assert folder is not None
    assert {file.name for file in model.files} <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("code", ASKED_IN)
async def test_other_bytes_than_those_of_the_catalogue_are_not_kept(code, tmp_path):
    entry = VOICES[code]
    data = {file.address: b"not a voice" for file in entry.files}

    store, after, _ = await brought(entry, data, tmp_path)

    assert after.stage is Stage.FAILED
    assert store.folder_of(entry.key) is None
    assert PiperSynthesizer(store).speaking(code).obstacle == "Its voice is not fetched yet."


async def test_a_fetched_voice_speaks_the_next_interview_in_its_language(tmp_path):
    """By Joe's bytes behind the German names: German weights are in no package."""
    joe = weights.voice_joe()
    behind = {".onnx": joe.read_bytes(), ".json": joe.with_name(f"{joe.name}.json").read_bytes()}
    model, data = standing_in(VOICES["de"], lambda name: behind[name[name.rindex(".") :]])

    store, _, _ = await brought(model, data, tmp_path)
    piper = PiperSynthesizer(store, wait_seconds=60)
    voices = speaking(Cast.of(piper, titles=("Piper",)), "de")
    spoken = await voices.best.speak("Woran arbeiten Sie zurzeit?")
    child = piper.speaking("de").child
    assert child is not None
    os.kill(child, signal.SIGKILL)

    assert voices.sentences == ("Piper voice.",)
    assert len(spoken.pcm) > 16_000
