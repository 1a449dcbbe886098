"""Which models count, and what lies in their folders."""

import re
from dataclasses import replace

import pytest

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.speech_models.catalogue import CATALOGUE, RECOMMENDED, model_of
from darasa_reflex.features.speech_models.store import Store
from tests.features.speech_models.conftest import EAR, EAR_FILES, fetched, is_whole

pytestmark = pytest.mark.slow


def put(store, **files):
    """Lay files of the model into its folder by hand."""
    folder = store.folder / "ear"
    folder.mkdir(parents=True, exist_ok=True)
    for address, data in EAR_FILES.items():
        name = address.rpartition("/")[2]
        (folder / name).write_bytes(files.get(name, data))
    return folder


def test_files_without_a_stamp_do_not_count(store):
    put(store)

    assert store.folder_of("ear") is None


async def test_files_put_there_by_hand_are_checked_and_then_count(downloads, store, server):
    put(store)

    await fetched(downloads, "ear")

    assert is_whole(store)
    assert server.asked == []


async def test_wrong_files_put_there_by_hand_are_fetched_instead(downloads, store, server):
    put(store, **{"model.bin": bytes(3_000_000), "config.json": b"short"})

    await fetched(downloads, "ear")

    assert is_whole(store)
    assert len(server.asked) == 2


async def test_a_model_that_lost_bytes_does_not_count_any_more(downloads, store):
    await fetched(downloads, "ear")
    path = store.folder / "ear" / "model.bin"
    path.write_bytes(path.read_bytes()[:-1])

    assert store.folder_of("ear") is None
    await fetched(downloads, "ear")
    assert is_whole(store)


async def test_another_state_of_the_catalogue_asks_for_the_model_again(downloads, store):
    await fetched(downloads, "ear")
    newer = replace(EAR, files=(EAR.files[0], replace(EAR.files[1], sha256="0" * 64)))

    assert Store(store.folder, (newer,)).folder_of("ear") is None


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"yes"])
async def test_a_broken_stamp_does_not_count(downloads, store, content):
    await fetched(downloads, "ear")
    (store.folder / "ear" / "checked").write_bytes(content)

    assert store.folder_of("ear") is None


def test_a_folder_of_an_unknown_model_is_never_looked_at(store):
    with pytest.raises(NotFound):
        store.folder_of("../ear")


def test_every_row_of_the_catalogue_can_be_fetched_and_checked():
    files = [file for model in CATALOGUE for file in model.files]

    assert len({model.key for model in CATALOGUE}) == len(CATALOGUE)
    assert all(re.fullmatch(r"[a-z0-9.-]+", model.key) for model in CATALOGUE)
    assert all(re.fullmatch(r"[0-9a-f]{64}", file.sha256) and file.bytes > 0 for file in files)
    assert all(re.fullmatch(r"[\w.-]+", file.name) for file in files)
    assert all(re.search(r"/resolve/([0-9a-f]{40}|v[\d.]+)/", file.address) for file in files)
    assert all(model.brings and model.licence and model.title for model in CATALOGUE)


def test_what_is_recommended_is_an_ear_and_a_voice_of_211_megabytes():
    recommended = [model_of(key) for key in RECOMMENDED]

    assert {model.kind for model in recommended} == {"stt", "tts"}
    assert round(sum(model.bytes for model in recommended) / 1e6) == 211
