"""All pages and the whole app as they come up under another name and below a path of a host."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.fixtures.databases import with_tables
from tests.fixtures.server import ROOT
from tests.pages.brand.test_every_word import OURS

pytestmark = pytest.mark.slow

BRAND = """
name = "Hopewell"
support = "help@hopewell.example"
[links]
Imprint = "https://hopewell.example/us"
"""
PROGRAM = """
import asyncio, json, os
os.environ["__REFLEX_SKIP_COMPILE"] = "true"
import httpx
from reflex_base.registry import RegistrationContext
from darasa_reflex.darasa_reflex import app

async def ask(client, method, path, **more):
    answer = await client.request(method, path, **more)
    return [answer.status_code, answer.headers.get("location"), answer.text]

async def asked():
    whole = httpx.ASGITransport(app())
    form = {"data": {"format": "json"}, "headers": {"origin": "http://localhost:3000"}}
    async with httpx.AsyncClient(transport=whole, base_url="http://localhost:3000") as client:
        return {
            "ping": await ask(client, "GET", "/interviews/ping"),
            "events": await ask(client, "GET", "/interviews/_event/?EIO=4&transport=polling"),
            "api": await ask(client, "GET", "/interviews/api/openapi.json"),
            "form": await ask(client, "POST", "/interviews/export/report", **form),
            "bare": await ask(client, "GET", "/interviews"),
            "ready": await ask(client, "GET", "/_ready"),
            "nothing": await ask(client, "GET", "/interviewsx/ping"),
        }

told = lambda kwargs, name: json.loads(str(kwargs[name]))
pages = {kwargs["route"]: [told(kwargs, "title"), told(kwargs, "description"),
                           str(build().render())]
         for build, kwargs in RegistrationContext.ensure_context().decorated_pages}
print(json.dumps([pages, asyncio.run(asked())]))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Texts of all pages, and answers of the app."""
    folder = tmp_path_factory.mktemp("brand")
    (folder / "brand.toml").write_text(BRAND)
    (folder / "logo.svg").write_text("<svg/>")
    own = {
        "DARASA_BRAND": str(folder),
        "DARASA_PATH": "/interviews",
        # Words as they are, not looked up in a catalogue.
        "DARASA_LANGUAGES": "en",
        "DARASA_DATABASE_URL": with_tables(folder / "darasa.db"),
    }

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_page_is_built_under_the_other_name(told):
    pages, _ = told

    assert len(pages) > 10
    for address, (title, *texts) in pages.items():
        assert title.endswith(" · Hopewell"), address
        assert OURS.search(" ".join([title, *texts])) is None, address
        assert "https://hopewell.example/us" in texts[-1]
        assert "mailto:help@hopewell.example" in texts[-1]


def test_whatever_the_browser_follows_itself_stands_below_the_path(told):
    pages, _ = told
    followed = {
        address
        for *_, text in pages.values()
        for address in re.findall(r"\b(?:href|src|action|\w*[uU]rl):\"(/[^\"]*)\"", text)
    }

    assert {"/interviews/auth/sign-in", "/interviews/export"} <= followed
    assert "/interviews/brand/logo.svg" in followed
    assert {one for one in followed if not one.startswith("/interviews/")} == set()


def test_the_whole_app_answers_below_the_path(told):
    _, asked = told

    assert asked["ping"] == [200, None, '"pong"']
    assert asked["events"][0] == 400  # Socket.IO itself: it takes nothing but sockets
    assert json.loads(asked["api"][2])["info"]["title"] == "Hopewell"
    assert json.loads(asked["api"][2])["servers"] == [{"url": "/interviews"}]
    assert asked["form"][:2] == [303, "/interviews/app"]
    assert asked["bare"][:2] == [307, "/interviews/"]
    # Its tables were made without a migration.
    assert json.loads(asked["ready"][2])["database"] is True
    assert asked["nothing"][0] == 404
