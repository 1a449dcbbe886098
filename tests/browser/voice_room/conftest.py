"""A built app with nothing but the voice room, a scripted EVI server in it, and one Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.voice_room.app.room import TAP, Room, on
from tests.browser.voice_room.app.running_app import copy_app, make_app, running
from tests.browser.voice_room.app.sounds import TONE_HZ, tone, wav
from tests.machine.browsers import chromium
from tests.machine.services.postgres import free_port


@pytest.fixture(scope="session")
def app_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voice_room")
    make_app(folder)
    return folder


@pytest.fixture(scope="session")
def address(app_folder: Path) -> Iterator[str]:
    """Where the app runs as in production: built, one port."""
    port = str(free_port())
    address = f"http://localhost:{port}"
    arguments = ["--env", "prod", "--single-port", "--backend-port", port]
    with running(app_folder, *arguments, answers=[f"{address}/ping", address]):
        yield address


@pytest.fixture
def dev_address(
    app_folder: Path,
    address: str,  # by then its packages are installed
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, str]]:
    """Where pages and backend of the app run as in development: two ports, React's strict mode."""
    assert address
    folder = tmp_path_factory.mktemp("voice_room_dev")
    copy_app(app_folder, folder)
    pages, backend = free_port(), free_port()
    arguments = ["--env", "dev", "--frontend-port", str(pages), "--backend-port", str(backend)]
    addresses = f"http://localhost:{pages}", f"http://localhost:{backend}"
    with running(folder, *arguments, answers=[addresses[0], f"{addresses[1]}/ping"]):
        yield addresses


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """Start a Chromium whose microphone is a fake device; the whole one asks for permissions."""

    def with_flags(*flags: str, whole: bool = False) -> Browser:
        executable = chromium.whole() if whole else chromium.find()
        if executable is None:
            pytest.skip("Chromium is not installed")
        always = ["--use-fake-device-for-media-stream", "--no-sandbox", "--disable-gpu"]
        return playwright.chromium.launch(executable_path=executable, args=[*always, *flags])

    return with_flags


@pytest.fixture(scope="session")
def browser(
    launch: Callable[..., Browser], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """The shared Chromium: it may use the microphone, which hears a tone."""
    microphone = tmp_path_factory.mktemp("microphone") / "tone.wav"
    microphone.write_bytes(wav(tone(2, hz=TONE_HZ, rate=48_000, loud=0.4), 48_000))
    browser = launch(
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}",
        "--autoplay-policy=no-user-gesture-required",
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def used_pages(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Give the page that one room after the other is opened on, or a new one if that crashed.

    To load a page anew in its context takes half as much of a processor as in a new one.
    """
    context = browser.new_context(permissions=["microphone"])
    context.add_init_script(path=TAP)
    crashed: list[Page] = []

    def give() -> Page:
        for page in context.pages:
            if page not in crashed:
                return page
        page = context.new_page()
        page.on("crash", lambda broken: crashed.append(broken))  # noqa: PLW0108
        return page

    yield give
    context.close()


@pytest.fixture
def used_page(used_pages: Callable[[], Page]) -> Page:
    return used_pages()


@pytest.fixture
def room(used_page: Page, address: str) -> Iterator[Room]:
    with on(used_page, address) as room:
        yield room


@pytest.fixture(scope="session")
def page_with_a_clock(browser: Browser) -> Iterator[Page]:
    """A page whose time passes as stories want, which a page never gets rid of."""
    context = browser.new_context(permissions=["microphone"])
    context.add_init_script(path=TAP)
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


@pytest.fixture
def room_with_a_clock(page_with_a_clock: Page, address: str) -> Iterator[Room]:
    with on(page_with_a_clock, address) as room:
        yield room
