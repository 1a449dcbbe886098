"""Real Chromium against the real server, as `make run` starts it."""

import asyncio
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.speaking import Candidate
from tests.fixtures.server import Server
from tests.load.voice.candidate import in_a_room, silent, spoken
from tests.machine.browsers import chromium
from tests.machine.services import weights

MICROPHONE_HZ = 48_000
# For machines that do much else; what is there sooner is seen sooner.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Server]:
    ear = {"DARASA_MODELS_FOLDER": str(weights.models_folder("whisper-tiny.en"))}
    started = Server(tmp_path_factory.mktemp("served"), ear).start()
    yield started
    started.stop()


@pytest.fixture
def serve(tmp_path) -> Iterator[Callable[..., Server]]:
    """Start a server of a test's own; whatever becomes of the test, it ends with it."""
    started: list[Server] = []

    def start(settings: dict[str, str] | None = None) -> Server:
        started.append(Server(tmp_path, settings or {}))
        return started[-1].start()

    yield start
    for server in started:
        server.kill()


@pytest.fixture(scope="session")
def launched() -> Iterator[dict[tuple[str, ...], Browser]]:
    """Browsers by their flags; they stay open, since a start takes longer than many a test."""
    browsers: dict[tuple[str, ...], Browser] = {}
    yield browsers
    for browser in browsers.values():
        browser.close()


@pytest.fixture
def open_browser(playwright, launched) -> Iterator[Callable[..., Browser]]:
    """Give a test a browser without pages; its microphone is a WAV file, or a beep."""
    of_a_file: list[Browser] = []

    def launch(microphone: Path | None = None, *, without: tuple[str, ...] = ()) -> Browser:
        flags = tuple(flag for flag in chromium.flags(microphone) if flag not in without)
        found = launched.get(flags)
        if found is None or not found.is_connected():
            path = chromium.whole() if without else chromium.find()
            found = playwright.chromium.launch(executable_path=path, args=flags)
            if microphone:
                of_a_file.append(found)
            else:
                launched[flags] = found
        return found

    yield launch
    for browser in of_a_file:
        browser.close()
    for context in [context for one in launched.values() for context in one.contexts]:
        context.close()


@pytest.fixture
def page(open_browser) -> Page:
    """A page whose microphone is allowed and beeps, of somebody who wants little motion.

    A room that moves takes twice as much of a processor, and few stories are of that.
    """
    context = open_browser().new_context(permissions=["microphone"], reduced_motion="reduce")
    return context.new_page()


@pytest.fixture
def candidate(open_browser) -> Candidate:
    """Somebody with a page, who says what a story wants once they are asked."""
    return Candidate.before(open_browser(), lambda text: _in_a_thread(lambda: _samples(text)))


@pytest.fixture(scope="session")
def candidate_wav(tmp_path_factory) -> Callable[[list[str | float | np.ndarray]], Path]:
    """Make a microphone out of sentences, silences in seconds and samples at `MICROPHONE_HZ`.

    All of it with the noise of a room.
    """

    def make(script: list[str | float | np.ndarray]) -> Path:
        async def pieces():
            return [await _samples(part) for part in script]

        path = tmp_path_factory.mktemp("candidate") / "microphone.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, MICROPHONE_HZ, 0, "NONE", ""))
            file.writeframes(in_a_room(np.concatenate(_in_a_thread(pieces))))
        return path

    return make


async def _samples(part: str | float | np.ndarray) -> np.ndarray:
    if isinstance(part, np.ndarray):
        return part
    if isinstance(part, int | float):
        return silent(part, MICROPHONE_HZ)
    return await spoken(part, MICROPHONE_HZ)


def _in_a_thread(work):
    """Run a coroutine function beside Playwright, which has a loop of its own in this thread."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()
