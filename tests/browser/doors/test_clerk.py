"""Signing in with Clerk: its real code in a real browser, against a stand-in for its servers."""

import json
import time
from collections.abc import Callable, Iterator

import jwt
import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import make_job
from tests.fixtures.server import Server
from tests.machine.browsers import clerk_bundle
from tests.vendors.clerk import clerk_tokens
from tests.vendors.clerk.clerk_frontend import PASSWORD, ClerkFrontend

pytestmark = pytest.mark.browser

SIGNED_OUT = "Please sign in first."
UNREACHABLE = "The sign-in service is not loading."
CHECKED_MS = 60_000  # the page asks Clerk every 5 s
LOADED_MS = 60_000
# What a server accepts beyond a token's end, with the 5 s for clocks that differ.
GRACE_SECONDS = 6
SHORT_LIFE_SECONDS = 3

Visitor = tuple[Page, ClerkFrontend]


@pytest.fixture(scope="module")
def clerks_server(tmp_path_factory) -> Iterator[Server]:
    clerk_bundle.fetch()
    keys = {name: value.get_secret_value() for name, value in clerk_tokens.keys().items()}
    started = Server(tmp_path_factory.mktemp("clerk"), keys).start()
    yield started
    started.stop()


@pytest.fixture
def visitor(open_browser, clerks_server) -> Visitor:
    """A browser that has never been here; what its console says of the wire's policy is a fault."""
    context = open_browser().new_context()
    return context.new_page(), ClerkFrontend(clerks_server.address).stand_in(context)


@pytest.fixture
def ada(visitor) -> Visitor:
    """Somebody whose browser is signed in at Clerk already."""
    visitor[1].sign_in()
    return visitor


def test_who_signs_in_is_back_on_the_page_that_asked(visitor, clerks_server):
    page, clerk = visitor
    page.goto(f"{clerks_server.address}/app/job-infos/new")
    expect(page.get_by_text(SIGNED_OUT)).to_be_visible(timeout=LOADED_MS)
    page.get_by_role("main").get_by_role("link", name="Sign in").click()

    page.get_by_label("Email address").fill(clerk.email)
    page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue", exact=True).click()

    expect(page.get_by_label("Description")).to_be_visible(timeout=LOADED_MS)
    assert page.url.rstrip("/") == f"{clerks_server.address}/app/job-infos/new"
    expect(page.get_by_role("banner").get_by_text("2 interviews")).to_be_visible()
    expect(page.get_by_role("button", name="Open user menu")).to_be_visible()


def test_a_new_person_is_led_into_the_app_and_never_out_of_it(ada, clerks_server):
    page, _ = ada

    page.goto(f"{clerks_server.address}/onboarding?next=//evil.example")

    page.wait_for_url(f"{clerks_server.address}/app", timeout=LOADED_MS)
    expect(page.get_by_role("heading", name="Jobs")).to_be_visible()


def test_new_tokens_are_taken_as_old_ones_run_out_and_the_plan_follows(ada, clerks_server):
    page, clerk = ada
    clerk.life_seconds = SHORT_LIFE_SECONDS
    page.goto(f"{clerks_server.address}/app")
    badge = page.get_by_role("banner").get_by_role("link", name="interviews")
    expect(badge).to_have_text("2 interviews", timeout=LOADED_MS)
    first = jwt.decode(clerk.issued[-1], options={"verify_signature": False})

    clerk.features = "u:unlimited_interviews"
    unlimited = page.get_by_role("banner").get_by_text("Unlimited")
    expect(unlimited).to_be_visible(timeout=CHECKED_MS)
    page.wait_for_timeout(max(0, first["exp"] + GRACE_SECONDS - time.time()) * 1000)

    make_job(page, clerks_server)
    expect(unlimited).to_be_visible()


def test_everything_of_the_person_comes_as_a_file_and_the_page_stays(ada, clerks_server):
    page, clerk = ada
    clerk.subject = "user_exports"
    make_job(page, clerks_server, "A job to take along")
    page.goto(f"{clerks_server.address}/app/settings")
    button = page.get_by_role("button", name="Export everything")
    expect(button).to_be_visible(timeout=LOADED_MS)

    lines = []
    page.on("websocket", lambda line: lines.append(line.url))
    with page.context.expect_event("download") as download:
        button.click()

    told = json.loads(download.value.path().read_bytes())
    assert [job["name"] for job in told["job_infos"]] == ["A job to take along"]
    page.get_by_role("radio", name="90 days").check()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert lines == []  # its line stands


def test_a_plan_is_shown_with_what_it_has_and_what_is_sold(ada, clerks_server):
    page, clerk = ada
    clerk.features = "u:unlimited_interviews"
    page.goto(f"{clerks_server.address}/app/upgrade")

    expect(page.get_by_text("Your plan includes any number of interviews.")).to_be_visible(
        timeout=LOADED_MS
    )
    expect(page.get_by_text("Your interviews are unlimited")).to_be_visible()
    expect(page.get_by_role("heading", name="Pro")).to_be_visible()


def test_a_plan_bought_elsewhere_counts_when_the_person_comes_back(ada, clerks_server):
    page, clerk = ada
    page.goto(f"{clerks_server.address}/app/upgrade")
    expect(page.get_by_text("Your plan includes 2 interviews.")).to_be_visible(timeout=LOADED_MS)

    clerk.features = "u:unlimited_interviews"  # the token of now lives for another minute
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.get_by_text("Your plan includes any number of interviews.")).to_be_visible()


def test_a_ban_closes_the_page_and_nothing_of_it_comes_back(ada, clerks_server):
    page, clerk = ada
    clerk.subject, clerk.life_seconds = "user_banned", SHORT_LIFE_SECONDS
    make_job(page, clerks_server, "A secret wish")
    page.goto(f"{clerks_server.address}/app")
    expect(page.get_by_text("A secret wish")).to_be_visible(timeout=LOADED_MS)

    clerk.end_session()
    expect(page.get_by_text(SIGNED_OUT)).to_be_visible(timeout=CHECKED_MS)

    expect(page.get_by_text("A secret wish")).to_have_count(0)
    told = _frames(page, page.reload)
    expect(page.get_by_text(SIGNED_OUT)).to_be_visible(timeout=LOADED_MS)
    assert told
    assert not any("secret wish" in frame for frame in told)


def test_signing_out_leads_to_the_start_page_and_closes_the_others(ada, clerks_server):
    page, _ = ada
    page.goto(f"{clerks_server.address}/app")
    page.get_by_role("button", name="Open user menu").click(timeout=LOADED_MS)

    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible(
        timeout=LOADED_MS
    )
    assert page.url == f"{clerks_server.address}/"
    page.get_by_role("link", name="Jobs").click()
    expect(page.get_by_text(SIGNED_OUT)).to_be_visible(timeout=LOADED_MS)


def test_a_clerk_that_does_not_load_is_told_and_there_is_a_way_on(visitor, clerks_server):
    page, clerk = visitor
    clerk.serves = False
    page.goto(f"{clerks_server.address}/app")

    expect(page.get_by_text(UNREACHABLE)).to_be_visible(timeout=LOADED_MS)

    page.get_by_role("link", name="Go to the start page").click()
    expect(page.get_by_role("link", name="Start practising")).to_be_visible()
    page.go_back()
    clerk.serves = True
    page.get_by_role("link", name="Reload").click()
    expect(page.get_by_text(SIGNED_OUT)).to_be_visible(timeout=LOADED_MS)


def test_a_clerk_that_is_too_busy_for_a_token_signs_nobody_out(ada, clerks_server):
    page, clerk = ada
    clerk.subject, clerk.life_seconds = "user_patient", SHORT_LIFE_SECONDS
    page.clock.install()
    page.goto(f"{clerks_server.address}/app")
    expect(page.get_by_text("Welcome.")).to_be_visible(timeout=LOADED_MS)

    clerk.busy = True
    for _ in range(30):  # a minute of the page's clock; Clerk's code tries for 15 s, then gives up
        page.clock.fast_forward(2_000)
        page.wait_for_timeout(100)

    assert page.get_by_text("Welcome.").is_visible()
    assert not page.get_by_text(SIGNED_OUT).is_visible()


def test_a_server_that_was_restarted_knows_the_person_again_without_a_reload(ada, clerks_server):
    page, clerk = ada
    page.goto(f"{clerks_server.address}/app/job-infos/new")
    expect(page.get_by_label("Description")).to_be_visible(timeout=LOADED_MS)
    made = len(clerk.issued)

    clerks_server.kill()
    clerks_server.start()

    page.wait_for_timeout(3_000)  # its line comes back, and with it the token of before
    expect(page.get_by_label("Description")).to_be_visible()
    assert len(clerk.issued) == made


def test_a_server_without_clerk_sends_none_of_its_code(server, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{server.address}/app")
    expect(page.get_by_role("link", name="Add a job")).to_be_visible()

    assert all(server.address in address for address in asked)
    assert not [address for address in asked if "clerk" in address]


def _frames(page: Page, act: Callable[[], object]) -> list[str]:
    """Return what the server sends while something is done, until the page has settled."""
    told: list[str] = []
    page.on(
        "websocket",
        lambda line: line.on("framereceived", lambda frame: told.append(str(frame))),
    )
    act()
    page.wait_for_timeout(1_500)
    return told
