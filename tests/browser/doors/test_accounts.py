"""Two people with accounts that the server keeps itself: each sees only their own things."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look.looking import Look
from tests.browser.steps import make_job
from tests.fixtures.server import Server

PASSWORD = "correct horse battery"
COOKIE = "darasa_session"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that keeps accounts."""
    folder = tmp_path_factory.mktemp("accounts")
    started = Server(folder, {"DARASA_LOCAL_ACCOUNTS": "1"}).start()
    yield started
    started.stop()


@pytest.fixture
def browser(open_browser):
    return open_browser()


def at(path: str) -> re.Pattern[str]:
    """A page that was loaded whole has a slash at the end of its address."""
    return re.compile(rf"//[^/]+{path}/?$")


def sign_up(page: Page, server: Server, email: str) -> None:
    """Make an account; afterwards the form to sign in is open."""
    page.goto(f"{server.address}/sign-up")
    page.get_by_label("Name").fill(email.split("@", maxsplit=1)[0].title())
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_role("status").filter(has_text="it has one now")).to_be_visible()


def sign_in(page: Page, password: str = PASSWORD) -> None:
    """Sign in with the e-mail that the form still knows."""
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_two_people_share_a_server_and_see_nothing_of_each_other(server, browser):
    ada, eve = browser.new_context().new_page(), browser.new_context().new_page()
    sign_up(ada, server, "ada@example.org")
    sign_in(ada)
    expect(ada).to_have_url(at("/app"))
    make_job(ada, server)
    adas_job = ada.url

    sign_up(eve, server, "eve@example.org")
    sign_in(eve)
    expect(eve).to_have_url(at("/app"))
    expect(eve.get_by_role("heading", name="Welcome")).to_be_visible()
    assert eve.get_by_text("Backend at Acme").count() == 0
    eve.goto(adas_job)

    expect(eve.get_by_text("We could not find that.")).to_be_visible()
    ada.goto(f"{server.address}/app")
    expect(ada.get_by_text("Backend at Acme").first).to_be_visible()


def test_signing_out_in_one_tab_ends_the_next_event_of_the_other(server, browser):
    here = browser.new_context().new_page()
    sign_up(here, server, "tabs@example.org")
    sign_in(here)
    expect(here).to_have_url(at("/app"))
    there = here.context.new_page()
    there.goto(f"{server.address}/app/job-infos/new")
    there.get_by_label("Company").fill("Written before")

    here.get_by_role("button", name="Sign out").click()
    expect(here).to_have_url(f"{server.address}/")
    there.get_by_label("Experience level").select_option("senior")
    there.get_by_label("Description").fill("A job that nobody is signed in for any more.")
    there.get_by_role("button", name="Save").click()

    expect(there.get_by_text("Please sign in again.").first).to_be_visible()
    with closing(sqlite3.connect(server.database)) as kept:
        assert kept.execute("select 1 from job_info where name = 'Written before'").fetchall() == []
    assert "darasa_session" not in {cookie["name"] for cookie in here.context.cookies()}


def test_a_new_password_signs_all_other_browsers_out(server, browser):
    here, lost = browser.new_context().new_page(), browser.new_context().new_page()
    sign_up(here, server, "lost@example.org")
    sign_in(here)
    expect(here).to_have_url(at("/app"))
    lost.goto(f"{server.address}/sign-in")
    lost.get_by_label("E-mail").fill("lost@example.org")
    sign_in(lost)
    expect(lost).to_have_url(at("/app"))

    here.goto(f"{server.address}/app/settings")
    here.get_by_label("Password now").fill("not the password")
    here.get_by_label("New password").fill("another horse battery")
    here.get_by_role("button", name="Change password").click()
    expect(here.get_by_role("alert").filter(has_text="not your password now")).to_be_visible()
    here.get_by_label("Password now").fill(PASSWORD)
    here.get_by_label("New password").fill("another horse battery")
    here.get_by_role("button", name="Change password").click()

    told = here.get_by_role("status").filter(has_text="Your password is changed")
    expect(told).to_be_visible()
    lost.reload()
    expect(lost.get_by_role("link", name="Sign in").first).to_be_visible()
    assert lost.get_by_role("button", name="Sign out").count() == 0
    here.get_by_role("button", name="Sign out everywhere").click()
    expect(here.get_by_role("status").filter(has_text="All your browsers")).to_be_visible()


def test_a_wrong_password_is_told_and_what_was_typed_stays(server, browser):
    page = browser.new_context().new_page()
    sign_up(page, server, "typo@example.org")
    page.goto(f"{server.address}/sign-in?next=/app/job-infos/new")
    page.get_by_label("E-mail").fill("typo@example.org")

    sign_in(page, "another horse battery")

    told = page.get_by_role("alert").filter(has_text="do not belong together")
    expect(told).to_be_visible()
    expect(page.get_by_label("E-mail")).to_have_value("typo@example.org")
    expect(page.get_by_label("Password")).to_have_value("")
    assert "typo" not in page.url
    sign_in(page)
    expect(page).to_have_url(at("/app/job-infos/new"))
    (cookie,) = [one for one in page.context.cookies() if one["name"] == COOKIE]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert page.evaluate("document.cookie").find(cookie["value"]) == -1
    assert cookie["value"] not in server.log


def test_the_forms_can_be_used_by_everybody(server, browser):
    page = browser.new_context().new_page()
    look = Look(page)
    page.on("console", lambda said: said.type == "error" and look.console.append(said.text))
    for name, address in (
        ("sign-up-wrong", "/sign-up?wrong=email"),
        ("sign-in-wrong", "/sign-in?wrong=sign_in"),
        ("sign-in-made", "/sign-in?made=1"),
    ):
        page.goto(f"{server.address}{address}")
        expect(page.locator("form .notice")).to_be_visible()
        look.at(name)

    faults = look.faults()
    assert not faults, "\n".join(faults)
    page.goto(f"{server.address}/sign-in?wrong=constructor&next=//evil.example")
    expect(page.get_by_label("E-mail")).to_be_visible()
    assert page.locator("form .notice").count() == 0
    sign_in_filled(page)


def sign_in_filled(page: Page) -> None:
    """A foreign `next` leads nowhere, even through a failed try."""
    page.get_by_label("E-mail").fill("nobody@example.org")
    sign_in(page)
    expect(page.get_by_role("alert").filter(has_text="do not belong together")).to_be_visible()
    assert "evil" not in page.url
