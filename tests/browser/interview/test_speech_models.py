"""A better ear and voice, fetched by a person from the page before an interview."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from darasa_reflex.features.speech_models.catalogue import model_of
from tests.fixtures.server import Server
from tests.machine.services import weights
from tests.vendors import model_server
from tests.vendors.model_server import Plan

pytestmark = pytest.mark.browser
_VOICE = "Piper voice Joe, American English"


@pytest.fixture
def models():
    """A server that has the voice, but not the ear."""
    folder = weights.voice_joe().parent
    files = {
        file.address: (folder / file.name).read_bytes() for file in model_of("piper-joe").files
    }
    with model_server.running(files) as running:
        running.always = Plan(per_second=1_000_000)  # a minute: time to look, and to stop it
        yield running


@pytest.fixture
def server(tmp_path, models):
    folder = tmp_path / "models"
    # The ear that stands in for the better one is here: else it would be fetched before the voice.
    shutil.copytree(weights.models_folder("whisper-tiny.en"), folder)
    settings = {"DARASA_MODELS_FOLDER": str(folder), "DARASA_MODELS_URL": models.url}
    started = Server(tmp_path, settings).start()
    yield started
    started.stop()


def set_up_page(server: Server) -> str:
    """Return the address of the page before an interview."""
    server.ticket()  # makes a job
    with closing(sqlite3.connect(server.database)) as database:
        (job,) = database.execute("select id from job_info").fetchone()
    return f"{server.address}/app/job-infos/{UUID(job)}/interviews/new"


def test_a_voice_is_fetched_stopped_taken_up_again_and_removed(server, page, models):
    page.goto(set_up_page(server))
    page.get_by_role("button", name="Get 211 MB").click()

    bar = page.get_by_role("progressbar", name=_VOICE)
    shown = re.compile("of 63 MB, .* MB/s, about .* left")
    expect(bar).to_have_attribute("aria-valuetext", shown, timeout=60_000)
    expect(page.get_by_role("alert").filter(has_text="does not have this file")).to_be_visible()
    violations = Axe().run(page).response["violations"]
    page.get_by_role("button", name=f"Cancel ({_VOICE})").click()
    expect(page.get_by_text("of 63 MB are here")).to_be_visible()
    models.always = Plan()
    page.get_by_role("button", name="Get the other").click()
    expect(page.get_by_role("button", name=f"Remove {_VOICE}")).to_be_visible(timeout=30_000)
    page.reload()
    page.get_by_role("button", name=f"Remove {_VOICE}").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name=f"Get 63 MB ({_VOICE})")).to_be_visible()

    assert [violation["id"] for violation in violations] == [], json.dumps(violations)[:2_000]
    taken_up = [asked.begins_at for asked in models.asked if asked.path.endswith(".onnx")]
    assert taken_up[0] is None
    assert taken_up[1] > 0
