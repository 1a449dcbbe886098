"""A person's settings, their copy of everything, and the end of their account."""

import json
import sqlite3
import time
from contextlib import closing
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.look.looking import Look
from tests.browser.steps import ANSWERS, make_job, start, type_answer
from tests.machine.browsers import clerk_bundle
from tests.vendors.clerk import clerk_rest, clerk_tokens
from tests.vendors.clerk.clerk_frontend import ClerkFrontend

pytestmark = pytest.mark.browser

MUCH = 6_000_000  # characters
OF_A_PERSON = ("job_info", "interview", "call", "turn", "feedback", "ticket", "rate_bucket")


@pytest.fixture
def own_server(serve):
    return serve()


def settings(page, server):
    page.goto(f"{server.address}/app/settings")
    expect(page.get_by_role("heading", name="Your data")).to_be_visible()


def choose(page, group: str, word: str):
    """Choose, and wait until that was saved."""
    page.get_by_role("group", name=group).get_by_role("radio", name=word).check()
    card = page.locator(".card", has=page.get_by_role("group", name=group))
    expect(card.get_by_text("Saved", exact=True)).to_be_visible()


def count(server, table: str) -> int:
    with closing(sqlite3.connect(server.database, timeout=30)) as connection:
        return connection.execute(f"select count(*) from {table}").fetchone()[0]


def look_at(page, name: str) -> list[str]:
    looking = Look(page)
    looking.at(name)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 844})
    return looking.faults()


def test_settings_are_kept_exported_and_deleted(own_server, page):
    make_job(page, own_server)
    start(page)
    type_answer(page, ANSWERS[0])

    settings(page, own_server)
    page.get_by_label("Name").fill("  ")
    page.get_by_role("button", name="Save name").click()
    expect(page.get_by_text("Please fill in your name.")).to_be_visible()
    page.get_by_label("Name").fill("Countess")
    page.get_by_role("button", name="Save name").click()
    expect(
        page.locator(".card", has=page.get_by_label("Name")).get_by_text("Saved")
    ).to_be_visible()
    choose(page, "Patience of the interviewer", "Patient")
    choose(page, "Keep interviews for", "90 days")
    page.get_by_label("Show captions during interviews").uncheck()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_label("Tell me afterwards how my voice came across").check()
    expect(page.get_by_text("You agreed on")).to_be_visible()
    page.get_by_role("radio", name="Dark").check()
    expect(page.locator("html.dark")).to_be_attached()
    page.reload()

    expect(page.get_by_label("Name")).to_have_value("Countess")
    expect(page.locator("html.dark")).to_be_attached()
    expect(page.get_by_role("radio", name="Patient")).to_be_checked()
    expect(page.get_by_role("radio", name="90 days")).to_be_checked()
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    expect(page.get_by_label("Show captions during interviews")).not_to_be_checked()
    expect(page.get_by_label("Tell me afterwards how my voice came across")).to_be_checked()
    page.get_by_role("radio", name="Match system").check()
    expect(page.get_by_role("radio", name="Match system")).to_be_checked()
    assert look_at(page, "settings") == []

    captions_are_off_and_patience_is_chosen(page, own_server)
    say_a_lot(own_server)

    settings(page, own_server)
    told = exported(page)
    said = [t["text"] for i in told["job_infos"][0]["interviews"] for t in i["turns"]]
    assert ANSWERS[0] in said
    assert sum(map(len, said)) > MUCH
    assert told["choices"] == {
        "chosen_name": "Countess", "patience": "patient", "language": "en",
        "captions": False, "keep_days": 90, "own_questions": "first",
    }  # fmt: skip

    page.get_by_role("button", name="Delete account").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete account").click()
    expect(page.get_by_role("heading", name="Account deleted")).to_be_visible()
    expect(page.get_by_text("1 job", exact=True)).to_be_visible()
    expect(page.get_by_text("2 interviews", exact=True)).to_be_visible()
    assert {table: count(own_server, table) for table in OF_A_PERSON} == dict.fromkeys(
        OF_A_PERSON, 0
    )
    assert look_at(page, "receipt") == []
    with page.expect_download() as receipt:
        page.get_by_role("button", name="Save receipt").click()
    assert "- 1 job" in receipt.value.path().read_text()


def exported(page) -> dict:
    """Press Export, and return what is in the file; the page and its line stand."""
    lines = []
    page.on("websocket", lambda line: lines.append(line.url))
    with page.context.expect_event("download") as download:
        page.get_by_role("button", name="Export everything").click()
    told = json.loads(download.value.path().read_bytes())
    assert lines == []
    return told


def say_a_lot(server):
    """Insert more than a browser lets an address hold."""
    columns = (
        "(id, interview_id, chat_id, position, speaker, text, began_ms, segments, held_ms, "
        "from_text, rough, cut_off, expressions, created_at)"
    )
    with closing(sqlite3.connect(server.database, timeout=30)) as connection, connection:
        (interview,) = connection.execute("select interview_id from turn").fetchone()
        connection.executemany(
            f"insert into turn {columns} values (?, ?, 'c', ?, 'actor', ?, 0, '[]', 0, 0, 0, 0, "
            "'{}', '2026-11-01 00:00:00.000000')",
            [(uuid4().hex, interview, 1_000 + n, "word " * (MUCH // 50)) for n in range(12)],
        )


def captions_are_off_and_patience_is_chosen(page, server):
    page.goto(f"{server.address}/app")
    page.get_by_role("link", name="Backend at Acme").click()
    expect(page.locator(".sum")).to_contain_text("10 minutes · mixed · patient")
    start(page)
    # Nothing hears here, so the interview begins in writing.
    page.get_by_label("Your answer").fill("I am here.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Captions are off")).to_be_visible()
    expect(page.locator(".captions")).to_be_hidden()
    expect(page.locator(".read-aloud")).to_be_hidden()


def pushed_by(page) -> list[str]:
    """Return a list that gets every message by which a page tells who is signed in."""
    pushes: list[str] = []

    def note(sent):
        if "take_token" in str(sent):
            pushes.append(str(sent))

    page.on("websocket", lambda socket: socket.on("framesent", note))
    return pushes


def test_a_deleted_account_leaves_its_receipt_and_no_way_in(serve, page):
    server = serve({"DARASA_LOCAL_ACCOUNTS": "1"})
    page.goto(f"{server.address}/sign-up")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill("a long sentence as password")
    page.get_by_role("button", name="Make an account").click()
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill("a long sentence as password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    settings(page, server)
    expect(page.get_by_text("ada@example.org")).to_be_visible()
    assert look_at(page, "settings-form") == []

    page.get_by_role("button", name="Delete account").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete account").click()
    expect(page.get_by_text("1 password", exact=True)).to_be_visible()
    page.wait_for_timeout(1_000)
    expect(page.get_by_text("1 password", exact=True)).to_be_visible()
    page.get_by_role("group", name="Language").get_by_role("button", name="Deutsch").click()
    expect(page.get_by_text("1 Passwort", exact=True)).to_be_visible()
    expect(page.get_by_text("Sicherungen der Datenbank")).to_be_visible()
    expect(page.get_by_text("1 password", exact=True)).to_have_count(0)
    assert look_at(page, "receipt-german") == []
    page.get_by_role("group", name="Sprache").get_by_role("button", name="English").click()
    expect(page.get_by_text("1 password", exact=True)).to_be_visible()

    assert count(server, "user") == count(server, "credential") == count(server, "sign_in") == 0
    page.goto(f"{server.address}/app")
    expect(page.get_by_role("main").get_by_role("link", name="Sign in")).to_be_visible()
    assert count(server, "user") == 0


def test_with_clerk_the_person_goes_there_too_and_the_receipt_outlives_the_sign_in(
    serve, open_browser
):
    clerk_bundle.fetch()
    with clerk_rest.running() as people:
        given = clerk_tokens.keys(CLERK_API_URL=people.base_url)
        keys = {name: value.get_secret_value() for name, value in given.items()}
        server = serve(keys)
        context = open_browser().new_context()
        page, clerk = context.new_page(), ClerkFrontend(server.address).stand_in(context)
        pushes = pushed_by(page)
        clerk.life_seconds = 5  # so that the end of a session is noticed soon
        clerk.sign_in()
        people.users[clerk.subject] = clerk_rest.user(clerk.subject, first_name="Ada")
        settings(page, server)
        expect(page.get_by_text("are managed in your account")).to_be_visible()
        expect(page.get_by_role("link", name="See the plans")).to_be_visible()
        assert look_at(page, "settings-clerk") == []

        page.get_by_role("button", name="Delete account").click()
        page.get_by_role("alertdialog").get_by_role("button", name="Delete account").click()
        gone = page.get_by_text("Your sign-in account at Clerk.")
        expect(gone).to_be_visible()
        assert ("DELETE", f"/v1/users/{clerk.subject}") in people.asked
        assert count(server, "user") == 0
        pushes.clear()
        page.wait_for_timeout(6_000)  # Clerk's code goes on giving tokens
        asked = len(pushes)
        until = time.monotonic() + 60
        while not pushes and time.monotonic() < until:
            page.wait_for_timeout(100)
        assert pushes
        assert asked <= 4
        expect(gone).to_be_visible()
        clerk.end_session()
        banner = page.get_by_role("banner")
        expect(banner.get_by_role("link", name="Sign in")).to_be_visible()

        expect(gone).to_be_visible()
        assert look_at(page, "receipt-clerk") == []
        assert (count(server, "user"), count(server, "deleted_subject")) == (0, 1)
