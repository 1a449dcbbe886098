"""A server with another name, below a path of a host where other things stand, behind a real Caddy.

The pages are built for both, in a folder of their own, which takes a minute: only where that is
asked for by DARASA_BUILD_AGAIN=1.
"""

import json
import os
import re
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.steps import ANSWERS, WARM_UP, end, eventually, make_job, start, type_answer
from tests.fixtures.server import ROOT, Server
from tests.machine.services.postgres import free_port

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        not (os.environ.get("DARASA_BUILD_AGAIN") and shutil.which("caddy")),
        reason="It builds the pages once more, and needs Caddy",
    ),
]
PATH = "/interviews"
NEEDED = ("darasa_reflex", "assets", "alembic", "alembic.ini", "rxconfig.py", "requirements.txt")
BRAND = """name = "Hopewell"\naccent = "#7a1fa2"\nsupport = "help@hopewell.example"\n"""
(CADDY,) = re.findall(
    r"^```caddy\n(.*?)^```", (ROOT / "docs/deploying.md").read_text(), re.MULTILINE | re.DOTALL
)
PASSWORD = "a long and good password"


def copied(folder: Path) -> Path:
    """A checkout of its own, whose packages of npm are those of ours."""
    for name in (*NEEDED, "reflex.lock"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, folder / name)
    for entry in (ROOT / ".web").iterdir():
        if entry.name == "node_modules":
            shutil.copytree(
                entry, folder / ".web" / entry.name, copy_function=os.link, symlinks=True
            )
        elif entry.name != "build":
            copy = shutil.copytree if entry.is_dir() else shutil.copy2
            (folder / ".web").mkdir(exist_ok=True)
            copy(entry, folder / ".web" / entry.name)
    return folder


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Address below the path at the proxy."""
    origin = f"http://localhost:{free_port()}"
    brand, data = tmp_path_factory.mktemp("brand"), tmp_path_factory.mktemp("data")
    (brand / "brand.toml").write_text(BRAND)
    (brand / "logo.svg").write_text((ROOT / "assets" / "logo.svg").read_text())
    given = {
        "DARASA_BRAND": str(brand),
        "DARASA_PATH": PATH,
        "DARASA_ORIGINS": origin,
        "DARASA_PROXY_HOPS": "1",
        "DARASA_LOCAL_ACCOUNTS": "1",
        "DARASA_MODELS": "off",
    }
    server = Server(data, given, root=copied(tmp_path_factory.mktemp("checkout")))
    with ExitStack() as rooms:
        rooms.callback(server.kill)
        server.start()
        file = data / "Caddyfile"
        shown = CADDY.replace("your.host", origin)
        shown = shown.replace("127.0.0.1:3000", f"127.0.0.1:{server.port}")
        # Its own door for orders would be a fixed port.
        file.write_text("{\n\tadmin off\n}\n" + shown)
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
        own = {**os.environ, "XDG_DATA_HOME": str(data), "XDG_CONFIG_HOME": str(data)}
        caddy = subprocess.Popen(command, env=own, stderr=subprocess.DEVNULL)
        rooms.callback(caddy.wait)
        rooms.callback(caddy.terminate)
        assert eventually(lambda: answers(origin), 30)
        yield f"{origin}{PATH}"


def answers(origin: str) -> bool:
    try:
        return httpx.get(f"{origin}{PATH}/ping").status_code == 200
    except httpx.HTTPError:
        return False


def sign_in(page, password: str):
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def come_in(page, place: str):
    """Ask for a page, make an account, mistype the password, and arrive there."""
    page.goto(f"{place}/app/progress")
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    page.get_by_role("link", name="Make an account").click()
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_text("If that e-mail had no account yet")).to_be_visible()
    sign_in(page, "another password")
    expect(page.get_by_text("do not belong together")).to_be_visible()
    sign_in(page, PASSWORD)
    # Where she wanted to go.
    expect(page.get_by_role("heading", level=1)).to_have_text("Progress")
    assert page.title() == "Progress · Hopewell"


def test_a_person_comes_in_is_interviewed_and_takes_everything_along(place, page):
    outside, failed = set(), []
    page.on("request", lambda one: outside.add(re.sub("[?#].*", "", one.url)))
    page.on("websocket", lambda one: outside.add(re.sub("[?#].*", "", one.url)))
    page.on("response", lambda one: failed.append(one.url) if one.status >= 400 else None)
    page.set_default_timeout(20_000)

    come_in(page, place)
    make_job(page, SimpleNamespace(address=place))
    start(page)
    for text in (WARM_UP, ANSWERS[0]):
        type_answer(page, text)
    page.reload()
    page.get_by_role("button", name="Resume").click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    end(page)
    expect(page.get_by_role("heading", name="Your feedback")).to_be_visible()
    expect(page.get_by_role("button", name="Export")).to_be_visible()
    page.get_by_role("button", name="Export").click()
    with page.context.expect_event("download") as report:
        page.get_by_role("button", name="Markdown").click()
    assert report.value.suggested_filename.startswith("hopewell-feedback-")
    assert "Feedback by Hopewell" in report.value.path().read_text()

    page.goto(f"{place}/app/settings")
    with page.context.expect_event("download") as everything:
        page.get_by_role("button", name="Export everything").click()
    assert "format" in json.loads(everything.value.path().read_bytes())
    page.get_by_label("What a new token is for").fill("My sheet")
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_label("Copy it now")).to_have_value(re.compile("darasa_.+"))
    secret = page.get_by_label("Copy it now").input_value()
    jobs = httpx.get(f"{place}/api/v1/jobs", headers={"authorization": f"Bearer {secret}"})
    assert [one["name"] for one in jobs.json()["jobs"]] == ["Backend at Acme"]

    page.get_by_role("button", name="Sign out", exact=True).first.click()
    expect(page.get_by_role("link", name="Start practising")).to_be_visible()
    expect(page.locator(".brand img")).to_have_js_property("complete", value=True)
    assert page.locator(".brand img").evaluate("one => one.naturalWidth") > 0
    assert failed == []
    assert httpx.get(f"{place}/metrics").status_code == 404
    sockets = {one.rpartition(PATH)[2] for one in outside if one.startswith("ws")}
    assert {"/_event/", "/v0/evi/chat"} <= sockets
    assert {one for one in outside if f"//{place.split('//')[1]}/" not in one} == set()
    ours = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
    assert ours.strip() == "#7a1fa2"
    fonts = page.evaluate(
        "[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)"
    )
    assert "Figtree" in fonts
