"""What is typed is kept once, or said to be not kept: on dead lines, dead servers, full disks."""

import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from darasa_reflex.features.interviews.mind.locales.english.phrases import WELCOME_BACK
from tests.browser.steps import ANSWERS, at_a_job, eventually, kept, rows, start, type_answer
from tests.fixtures.server import Server
from tests.machine.services.slow_line import Gate, proxy
from tests.machine.services.small_disk import CannotMount, filled, small_disk

pytestmark = pytest.mark.browser

BACK_MS = 60_000
WELCOME = re.compile("|".join(words.partition("{")[0] for words in WELCOME_BACK))
DISK_MEGABYTES = 8
CALLS = (
    "select connected_at, seconds, end_reason from call "
    "where interview_id = ? order by connected_at"
)


@pytest.fixture(scope="module")
def own_server(tmp_path_factory) -> Iterator[Server]:
    """A server that may be killed and starved; its database has a small disk where root runs it."""
    folder = tmp_path_factory.mktemp("kept")
    started = Server(folder)  # without an ear: all is typed
    try:
        with small_disk(folder, DISK_MEGABYTES):
            yield started.start()
            started.kill()
    except CannotMount:
        yield started.start()
        started.kill()


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def room(own_server, open_browser, gate) -> Iterator[Page]:
    """An interview with one answer, in a browser whose lines can fall silent."""
    with proxy(gate=gate) as address:
        through = {"server": address, "bypass": "<-loopback>"}
        context = open_browser().new_context(
            permissions=["microphone"], proxy=through, reduced_motion="reduce"
        )
        page = context.new_page()
        at_a_job(page, own_server)
        start(page)
        type_answer(page, ANSWERS[0])
        yield page
        context.close()


def send(page: Page, text: str) -> None:
    """Send an answer, whatever becomes of it."""
    page.get_by_label("Your answer").fill(text)
    page.get_by_role("button", name="Send").click()


def waiting(page: Page, words: str):
    """Return what the page says of an answer that is not kept yet."""
    return page.locator(".unsent", has_text=words)


def interview_id(page: Page) -> str:
    return page.url.split("/")[-2]


def is_back(page: Page, server: Server, answer: str) -> None:
    """The room has come back by itself, and the answer stands there once, kept."""
    expect(page.locator(".room")).to_have_attribute("data-status", "connected", timeout=BACK_MS)
    expect(page.locator(".bubble p", has_text=answer[:40])).to_have_count(1, timeout=30_000)
    expect(page.locator(".unsent")).to_be_empty(timeout=30_000)
    assert kept(server, interview_id(page)).count(answer) == 1


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program that writes and does not end."""
    with closing(sqlite3.connect(file, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("how", ["full", "locked"])
def test_an_answer_that_cannot_be_kept_is_said_and_sent_again(room, own_server, how):
    if how == "full" and not os.path.ismount(own_server.folder):
        pytest.skip("wants a disk of its own, which only root may mount")
    taking_nothing = filled(own_server.database) if how == "full" else locked(own_server.database)
    long = f"{ANSWERS[1]} " + "and so on " * 900 + "to the end."
    # Else, on a busy machine, the rest of the reply is what cannot be kept, and ends the call.
    expect(room.locator(".bubble").last).to_contain_text("?")

    with taking_nothing:
        send(room, long)
        problem = room.get_by_role("alert").filter(has_text="Your last answer was not kept")
        expect(problem).to_contain_text(f"our database is {how}", timeout=30_000)
        expect(waiting(room, "Not kept yet, it will be sent again")).to_contain_text("to the end.")
        expect(room.get_by_text("The interview waits")).to_be_visible()
        expect(room.get_by_text("Use Built-in interviewer")).to_have_count(0)

    is_back(room, own_server, long)
    expect(room.get_by_text("was not kept")).not_to_be_visible()


def test_an_answer_on_a_dead_line_is_told_kept_on_the_page_and_sent_once(room, own_server, gate):
    room.wait_for_timeout(5_000)  # both ends have given signs of life
    gate.shut()
    shut_at = datetime.now(UTC)
    send(room, ANSWERS[1])
    expect(waiting(room, "Sending…")).to_contain_text(ANSWERS[1])

    expect(room.get_by_text("Connection lost")).to_be_visible(timeout=30_000)
    expect(waiting(room, "it will be sent when the line is back")).to_contain_text(ANSWERS[1])
    interview = interview_id(room)
    assert eventually(lambda: rows(own_server, CALLS, interview)[0][-1] is not None, 30)
    gate.open()

    is_back(room, own_server, ANSWERS[1])
    (connected, seconds, reason), *others = rows(own_server, CALLS, interview)
    lived = shut_at - datetime.fromisoformat(connected).replace(tzinfo=UTC)
    assert reason == "lost"
    assert 0 < seconds <= lived.total_seconds() + 1
    assert len(others) == 1


def test_a_room_comes_back_by_itself_after_a_crash(room, own_server):
    group = own_server.process.pid
    os.killpg(group, signal.SIGSTOP)
    send(room, ANSWERS[1])
    expect(waiting(room, "Sending…")).to_contain_text(ANSWERS[1])
    os.killpg(group, signal.SIGCONT)
    expect(room.locator(".bubble p", has_text=ANSWERS[1][:40])).to_be_attached(timeout=30_000)
    expect(room.locator(".unsent")).to_be_empty()

    own_server.kill()
    expect(room.get_by_text("Connection lost")).to_be_visible(timeout=30_000)
    own_server.start()

    is_back(room, own_server, ANSWERS[1])
    expect(room.locator(".bubble", has_text=WELCOME)).to_be_attached(timeout=30_000)
    assert len(rows(own_server, CALLS, interview_id(room))) == 2
