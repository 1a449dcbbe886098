"""Interviews by engines with a key: the vendors are loopback servers that speak their protocol."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.speaking import Candidate
from tests.browser.steps import (
    ANSWERS,
    at_a_job,
    captions,
    end,
    eventually,
    interview,
    kept,
    make_job,
    rows,
    start,
    type_answer,
)
from tests.features.feedback.by_model.ratings import answering, rated, ratings
from tests.fixtures.server import Server
from tests.machine import warmed
from tests.machine.services.postgres import free_port
from tests.vendors.gemini import gemini_text

pytestmark = pytest.mark.browser

HUME = {"HUME_API_KEY": "hume-key", "HUME_SECRET_KEY": "hume-secret", "HUME_CONFIG_ID": "config-1"}
GEMINI = {"GEMINI_API_KEY": "planted-gemini-key"}
EXPRESSIONS = (
    "select expressions from turn where interview_id = ? and speaker = 'actor' order by position"
)
# A line of the interviewer's prompt.
PROMPT = "You play the interviewer"
STORAGE = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"


@contextmanager
def vendor(*command: str, until: str, log: Path) -> Iterator[None]:
    """Run a stand-in beside the server until the story is over."""
    with log.open("wb") as out, Path(os.devnull).open("rb") as nothing:
        streams = [nothing.fileno(), out.fileno(), out.fileno()]
        process = warmed.begun(command, os.environ, streams)
    try:
        assert eventually(lambda: until in log.read_text(), 30), log.read_text()
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(15)


@contextmanager
def served(folder: Path, settings: dict[str, str]) -> Iterator[Server]:
    """Run a server of the story's own."""
    server = Server(folder, settings).start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def hume(tmp_path) -> Iterator[Server]:
    port = free_port()
    with vendor("tests.vendors.hume.hume", str(port), until="ready", log=tmp_path / "hume.log"):
        settings = {**HUME, "HUME_BASE_URL": f"http://127.0.0.1:{port}"}
        with served(tmp_path, settings) as server:
            yield server


def speak_twice(candidate: Candidate) -> None:
    """Give two spoken answers; stand-ins hear that somebody spoke, and not what."""
    for number in (1, 2):
        candidate.answer("I led the move.")
        mine = candidate.page.locator('.bubble[data-speaker="actor"]')
        expect(mine).to_have_count(number, timeout=60_000)


def test_when_hume_is_not_there_the_next_best_plays(tmp_path, page):
    nowhere = {**HUME, "HUME_BASE_URL": f"http://127.0.0.1:{free_port()}"}
    with served(tmp_path, nowhere) as server:
        _go_on_without_hume(page, server)


def _go_on_without_hume(page, server: Server) -> None:
    at_a_job(page, server)
    page.get_by_role("button", name="Start interview").click()
    instead = page.get_by_role("button", name="Use Built-in interviewer")
    expect(instead).to_be_visible(timeout=30_000)
    expect(page.get_by_role("alert")).to_contain_text("Hume")
    instead.click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible(timeout=30_000)
    type_answer(page, ANSWERS[0])

    interview_id = page.url.split("/")[-2]
    assert interview(server, interview_id, "engine") == "local"
    end(page)
    page.get_by_text("How this was made").click(timeout=30_000)
    expect(page.get_by_text("Chosen by you instead of Hume EVI.")).to_be_visible()


def test_a_spoken_interview_by_hume_keeps_expressions_with_consent(hume, candidate):
    page = candidate.page
    at_a_job(page, hume)
    page.get_by_text("Change", exact=True).click()
    page.get_by_label("Tell me afterwards how my voice came across").check()

    interview_id = start(page)
    speak_twice(candidate)

    shown = captions(page)
    page.close()
    assert set(shown) <= set(kept(hume, interview_id))
    heard = [json.loads(text) for (text,) in rows(hume, EXPRESSIONS, interview_id)]
    assert [len(scores) for scores in heard[:2]] == [48, 48]


def test_nothing_planted_is_found_where_it_must_not_be(hume, page):
    asked, received = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda line: _listen(line, asked, received))
    make_job(page, hume, "Planted")
    start(page)
    type_answer(page, f"PLANTED-ANSWER. {ANSWERS[0]}")
    end(page)
    expect(page.get_by_role("heading", name="Delivery")).to_be_visible(timeout=40_000)

    secrets = ("hume-key", "hume-secret", PROMPT)
    words = ("PLANTED-ANSWER", "logical replication", "payments platform")
    tickets = [url.partition("access_token=")[2].split("&")[0] for url in asked if "/evi/" in url]
    stored, log = page.evaluate(STORAGE), hume.log
    assert tickets
    assert not [text for text in (*secrets, *words, *tickets) if text in log]
    assert not [text for text in (*secrets, *words, *tickets) if text in stored]
    assert not [text for text in (*secrets, *words) if any(text in url for url in asked)]
    assert not [text for text in secrets if any(text in frame for frame in received)]


def _listen(line, asked: list[str], received: list[str]) -> None:
    asked.append(line.url)
    line.on("framereceived", lambda frame: received.append(str(frame)))


def test_a_gemini_key_alone_gives_voice_and_feedback(tmp_path, candidate):
    port, certificate = free_port(), tmp_path / "cert.pem"
    with gemini_text.running() as model:
        quoting = rated(quote="I have been a backend engineer for six years")
        model.script(answering(gemini_text, quoting))
        command = (
            "tests.vendors.gemini.gemini_live",
            str(port),
            str(tmp_path),
            model.address.rpartition(":")[2],
        )
        with vendor(*command, until="https:", log=tmp_path / "gemini.log"):
            trusted = {"GEMINI_BASE_URL": f"https://127.0.0.1:{port}", **GEMINI}
            trusted["SSL_CERT_FILE"] = str(certificate)
            with served(tmp_path, trusted) as server:
                _hold_by_gemini(candidate, server, model)


def _hold_by_gemini(candidate: Candidate, server: Server, model) -> None:
    page = candidate.page
    make_job(page, server)
    interview_id = start(page)
    speak_twice(candidate)
    assert interview(server, interview_id, "engine") == "gemini_live"
    for text in ANSWERS:
        # What is sent before the next question comes belongs to the same answer.
        expect(page.locator(".bubble").last).to_have_attribute("data-speaker", "interviewer")
        type_answer(page, text)
    shown = captions(page)
    end(page)

    page.get_by_text("How this was made").click(timeout=60_000)
    expect(page.get_by_text("in 3 passes")).to_be_visible()
    assert set(shown) <= set(kept(server, interview_id))
    assert len(ratings(model.requests)) == 3
    assert all(GEMINI["GEMINI_API_KEY"] not in text for text in (server.log, page.url))
